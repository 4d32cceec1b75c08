#ifndef CWIPE_H
#define CWIPE_H

#include <stdbool.h>

/// Whether memory of this program is overwritten once it is freed. A sanitizer has a `free` of its own, and
/// another C library need not have what it is made of.
///
/// Where this is linked in it needs no call: what libraries free is overwritten too.
bool cwipe_is_on(void);

#endif
