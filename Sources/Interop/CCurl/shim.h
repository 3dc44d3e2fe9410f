// SPDX-License-Identifier: Apache-2.0
// libcurl sets options through functions with any number of arguments, which Swift cannot call.
#include <curl/curl.h>

typedef size_t (*AyniCurlBytes)(char *, size_t, size_t, void *);
typedef int (*AyniCurlProgress)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

static inline CURLcode ayni_curl_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ayni_curl_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ayni_curl_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ayni_curl_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ayni_curl_body(CURL *handle, AyniCurlBytes function, void *target) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, function);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, target);
}
static inline CURLcode ayni_curl_headers(CURL *handle, AyniCurlBytes function, void *target) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, function);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, target);
}
static inline CURLcode ayni_curl_progress(CURL *handle, AyniCurlProgress function, void *target) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, target);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}
static inline CURLcode ayni_curl_status(CURL *handle, long *value) {
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, value);
}
static inline const char *ayni_curl_redirect(CURL *handle) {
  char *address = NULL;
  return curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &address) == CURLE_OK ? address : NULL;
}
