// SPDX-License-Identifier: Apache-2.0
#include <libxml/xmlversion.h>
// Debian's libxml2 names ICU's types in a structure that is not used here, and those clash with the ICU
// inside Foundation where a test imports both.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
