#ifndef CARILLON_CCURL_H
#define CARILLON_CCURL_H

#include <curl/curl.h>

/* Swift cannot call variadic functions. */

static inline CURLcode carillon_set_long(CURL *easy, CURLoption option, long value)
{
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode carillon_set_text(CURL *easy, CURLoption option, const char *value)
{
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode carillon_set_pointer(CURL *easy, CURLoption option, void *value)
{
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode carillon_set_size(CURL *easy, CURLoption option, curl_off_t value)
{
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode carillon_set_writer(CURL *easy, size_t (*writer)(char *, size_t, size_t, void *),
                                           void *context)
{
    CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, writer);
    return code ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline CURLcode carillon_set_header_writer(CURL *easy, size_t (*writer)(char *, size_t, size_t, void *),
                                                  void *context)
{
    CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, writer);
    return code ? code : curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

static inline CURLcode carillon_get_long(CURL *easy, CURLINFO info, long *value)
{
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode carillon_message_code(const CURLMsg *message) { return message->data.result; }

/* The option by name came with libcurl 7.85.0. */
static inline CURLcode carillon_set_http_only(CURL *easy)
{
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    return curl_easy_setopt(easy, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
}

/* Leaves a name lookup that hangs behind instead of waiting for it; came with libcurl 7.87.0. */
static inline CURLcode carillon_set_quick_exit(CURL *easy)
{
#if LIBCURL_VERSION_NUM >= 0x075700
    return curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
    (void)easy;
    return CURLE_OK;
#endif
}

#endif
