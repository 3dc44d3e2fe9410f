// SPDX-License-Identifier: Apache-2.0
#include "CTomlPlusPlus.h"

#include <exception>
#include <sstream>
#include <string_view>
// The parser asserts, in debug builds, what a broken file can make false, and then tells it as an error
// anyway: a file must never end the process.
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <toml++/toml.h>

namespace {

ayni_toml_place place(const toml::source_region &source) {
  return {source.begin.line, source.begin.column};
}

template <typename Value> std::string written(const Value &value) {
  std::ostringstream stream;
  stream << value;
  return stream.str();
}

void visit(const toml::node &node, const ayni_toml_visitor &visitor, void *context) {
  const auto at = place(node.source());
  if (const auto *table = node.as_table()) {
    visitor.begin_table(context, at);
    for (const auto &[key, value] : *table) {
      visitor.key(context, key.str().data(), key.str().size(), place(key.source()));
      visit(value, visitor, context);
    }
    visitor.end_table(context);
  } else if (const auto *array = node.as_array()) {
    visitor.begin_array(context, at);
    for (const auto &element : *array) visit(element, visitor, context);
    visitor.end_array(context);
  } else if (const auto *string = node.as_string()) {
    visitor.string(context, (*string)->data(), (*string)->size(), at);
  } else if (const auto *integer = node.as_integer()) {
    visitor.integer(context, integer->get(), at);
  } else if (const auto *floating = node.as_floating_point()) {
    visitor.floating(context, floating->get(), at);
  } else if (const auto *boolean = node.as_boolean()) {
    visitor.boolean(context, boolean->get(), at);
  } else {
    std::string text;
    if (const auto *date = node.as_date()) text = written(date->get());
    if (const auto *time = node.as_time()) text = written(time->get());
    if (const auto *moment = node.as_date_time()) text = written(moment->get());
    visitor.date_time(context, text.data(), text.size(), at);
  }
}

} // namespace

extern "C" void ayni_toml_parse(const char *text, size_t length,
                                const ayni_toml_visitor *visitor, void *context) {
  try {
    const toml::table document = toml::parse(std::string_view(text ? text : "", length));
    visit(document, *visitor, context);
  } catch (const toml::parse_error &error) {
    const std::string_view words = error.description();
    visitor->failure(context, words.data(), words.size(), place(error.source()));
  } catch (const std::exception &error) {
    const std::string_view words = error.what();
    visitor->failure(context, words.data(), words.size(), {0, 0});
  }
}
