// SPDX-License-Identifier: Apache-2.0
#include "CArrow.h"

// The layout that the ABI fixes for 64-bit machines.
_Static_assert(sizeof(struct ArrowSchema) == 72, "ArrowSchema");
_Static_assert(sizeof(struct ArrowArray) == 80, "ArrowArray");
_Static_assert(sizeof(struct ArrowArrayStream) == 40, "ArrowArrayStream");
