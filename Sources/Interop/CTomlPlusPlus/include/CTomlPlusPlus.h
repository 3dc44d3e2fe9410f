// SPDX-License-Identifier: Apache-2.0
// A C door to toml++: the tree of a document is told as events, with the place of each.
#ifndef AYNI_CTOMLPLUSPLUS_H
#define AYNI_CTOMLPLUSPLUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  uint32_t line;
  uint32_t column;
} ayni_toml_place;

/// What a document's tree is told to. Texts are UTF-8, without a zero at the end.
typedef struct {
  void (*_Nonnull key)(void *_Nullable context, const char *_Nullable text, size_t length,
                       ayni_toml_place place);
  void (*_Nonnull begin_table)(void *_Nullable context, ayni_toml_place place);
  void (*_Nonnull end_table)(void *_Nullable context);
  void (*_Nonnull begin_array)(void *_Nullable context, ayni_toml_place place);
  void (*_Nonnull end_array)(void *_Nullable context);
  void (*_Nonnull string)(void *_Nullable context, const char *_Nullable text, size_t length,
                          ayni_toml_place place);
  void (*_Nonnull integer)(void *_Nullable context, int64_t value, ayni_toml_place place);
  void (*_Nonnull floating)(void *_Nullable context, double value, ayni_toml_place place);
  void (*_Nonnull boolean)(void *_Nullable context, bool value, ayni_toml_place place);
  void (*_Nonnull date_time)(void *_Nullable context, const char *_Nullable text, size_t length,
                             ayni_toml_place place);
  void (*_Nonnull failure)(void *_Nullable context, const char *_Nullable text, size_t length,
                           ayni_toml_place place);
} ayni_toml_visitor;

/// Parses a document and tells its tree, or one failure. No exception leaves it.
void ayni_toml_parse(const char *_Nullable text, size_t length,
                     const ayni_toml_visitor *_Nonnull visitor, void *_Nullable context);

#ifdef __cplusplus
}
#endif

#endif
