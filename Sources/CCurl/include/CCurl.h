#ifndef CARILLON_CCURL_H
#define CARILLON_CCURL_H

#include <curl/curl.h>

/*
 * libcurl, loaded when it is first needed: it brings some thirty libraries along, and loading those would take
 * longer than everything else before the program's first frame.
 *
 * Nothing but carillon_curl_load may be called before that has returned NULL. The functions do what libcurl's of
 * the same name do.
 */

/* Loads and initialises libcurl, once. Any thread may call it. Returns NULL, or why it cannot be used. */
const char *carillon_curl_load(void);

CURL *carillon_easy_init(void);
void carillon_easy_cleanup(CURL *easy);
const char *carillon_easy_strerror(CURLcode code);

CURLM *carillon_multi_init(void);
void carillon_multi_cleanup(CURLM *multi);
CURLMcode carillon_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode carillon_multi_remove_handle(CURLM *multi, CURL *easy);
CURLMcode carillon_multi_perform(CURLM *multi, int *running);
CURLMcode carillon_multi_poll(CURLM *multi, int milliseconds);
CURLMcode carillon_multi_wakeup(CURLM *multi);
CURLMsg *carillon_multi_info_read(CURLM *multi, int *left);

struct curl_slist *carillon_slist_append(struct curl_slist *list, const char *text);
void carillon_slist_free_all(struct curl_slist *list);

/* Swift cannot call variadic functions: one for each type of a value. */

CURLcode carillon_set_long(CURL *easy, CURLoption option, long value);
CURLcode carillon_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode carillon_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode carillon_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode carillon_set_writer(CURL *easy, curl_write_callback writer, void *context);
CURLcode carillon_set_header_writer(CURL *easy, curl_write_callback writer, void *context);
CURLcode carillon_get_long(CURL *easy, CURLINFO info, long *value);

/* Allows HTTP and HTTPS alone. */
CURLcode carillon_set_http_only(CURL *easy);

/* Leaves a name lookup that hangs behind instead of waiting for it. */
CURLcode carillon_set_quick_exit(CURL *easy);

static inline CURLcode carillon_message_code(const CURLMsg *message) { return message->data.result; }

#endif
