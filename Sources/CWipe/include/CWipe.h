#ifndef CWIPE_H
#define CWIPE_H

#include <stdbool.h>

/// Whether memory of this program is overwritten once it is freed. A sanitizer has a `free` of its own, and
/// another C library need not have what it is made of.
///
/// Where this is linked in it needs no call: what libraries free is overwritten too, and the stack of a
/// thread that ends.
bool cwipe_is_on(void);

/// Overwrites what the calls of this thread have left on its stack, for a thread that does not end.
void cwipe_stack(void);

#endif
