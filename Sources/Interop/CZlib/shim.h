// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

/// Begins to inflate data without a header, as entries of archives are: the library's own macro hides
/// the version that it checks.
static inline int ayni_inflate_begin(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
