// SPDX-License-Identifier: Apache-2.0
#include "CADBC.h"

// The layout that the ABI fixes for 64-bit machines: 29 members of 1.0, 32 more of 1.1.
_Static_assert(sizeof(struct AdbcError) == 48, "AdbcError");
_Static_assert(offsetof(struct AdbcDriver, ErrorGetDetailCount) == 29 * sizeof(void *), "1.0");
