/* The checks of types wrap the variadic functions in macros, which a pointer to them is not. */
#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

/* The ABI that libcurl has kept since 7.16.0. */
static const char file[] = "libcurl.so.4";

#define FUNCTIONS(USE)                                                                                       \
    USE(global_init)                                                                                         \
    USE(easy_init)                                                                                           \
    USE(easy_setopt)                                                                                         \
    USE(easy_getinfo)                                                                                        \
    USE(easy_cleanup)                                                                                        \
    USE(easy_strerror)                                                                                       \
    USE(multi_init)                                                                                          \
    USE(multi_cleanup)                                                                                       \
    USE(multi_add_handle)                                                                                    \
    USE(multi_remove_handle)                                                                                 \
    USE(multi_perform)                                                                                       \
    USE(multi_poll)                                                                                          \
    USE(multi_wakeup)                                                                                        \
    USE(multi_info_read)                                                                                     \
    USE(slist_append)                                                                                        \
    USE(slist_free_all)

#define DECLARE(name) __typeof__(curl_##name) *name;
#define LOOK_UP(name)                                                                                        \
    if (!(curl.name = (__typeof__(curl_##name) *)dlsym(library, "curl_" #name))) {                           \
        problem = dlerror();                                                                                 \
        return;                                                                                              \
    }

static struct {
    FUNCTIONS(DECLARE)
} curl;

static const char *problem;

/* What dlopen and dlsym say belongs to this thread, which may end. */
static char words[512];

static void load(void)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        problem = dlerror();
        return;
    }
    FUNCTIONS(LOOK_UP)
    if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) problem = "libcurl cannot be initialised";
}

static void load_once(void)
{
    load();
    if (!problem) return;
    size_t length = 0;
    while (problem[length] && length < sizeof words - 1) {
        words[length] = problem[length];
        length++;
    }
    problem = words;
}

const char *carillon_curl_load(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load_once);
    return problem;
}

CURL *carillon_easy_init(void) { return curl.easy_init(); }

void carillon_easy_cleanup(CURL *easy) { curl.easy_cleanup(easy); }

const char *carillon_easy_strerror(CURLcode code) { return curl.easy_strerror(code); }

CURLM *carillon_multi_init(void) { return curl.multi_init(); }

void carillon_multi_cleanup(CURLM *multi) { curl.multi_cleanup(multi); }

CURLMcode carillon_multi_add_handle(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy); }

CURLMcode carillon_multi_remove_handle(CURLM *multi, CURL *easy)
{
    return curl.multi_remove_handle(multi, easy);
}

CURLMcode carillon_multi_perform(CURLM *multi, int *running) { return curl.multi_perform(multi, running); }

CURLMcode carillon_multi_poll(CURLM *multi, int milliseconds)
{
    return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

CURLMcode carillon_multi_wakeup(CURLM *multi) { return curl.multi_wakeup(multi); }

CURLMsg *carillon_multi_info_read(CURLM *multi, int *left) { return curl.multi_info_read(multi, left); }

struct curl_slist *carillon_slist_append(struct curl_slist *list, const char *text)
{
    return curl.slist_append(list, text);
}

void carillon_slist_free_all(struct curl_slist *list) { curl.slist_free_all(list); }

CURLcode carillon_set_long(CURL *easy, CURLoption option, long value)
{
    return curl.easy_setopt(easy, option, value);
}

CURLcode carillon_set_text(CURL *easy, CURLoption option, const char *value)
{
    return curl.easy_setopt(easy, option, value);
}

CURLcode carillon_set_pointer(CURL *easy, CURLoption option, void *value)
{
    return curl.easy_setopt(easy, option, value);
}

CURLcode carillon_set_size(CURL *easy, CURLoption option, curl_off_t value)
{
    return curl.easy_setopt(easy, option, value);
}

CURLcode carillon_set_writer(CURL *easy, curl_write_callback writer, void *context)
{
    CURLcode code = curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, writer);
    return code ? code : curl.easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

CURLcode carillon_set_header_writer(CURL *easy, curl_write_callback writer, void *context)
{
    CURLcode code = curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, writer);
    return code ? code : curl.easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

CURLcode carillon_get_long(CURL *easy, CURLINFO info, long *value)
{
    return curl.easy_getinfo(easy, info, value);
}

/* The option by name came with libcurl 7.85.0. */
CURLcode carillon_set_http_only(CURL *easy)
{
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    return curl.easy_setopt(easy, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
}

/* The option came with libcurl 7.87.0. */
CURLcode carillon_set_quick_exit(CURL *easy)
{
#if LIBCURL_VERSION_NUM >= 0x075700
    return curl.easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
    (void)easy;
    return CURLE_OK;
#endif
}
