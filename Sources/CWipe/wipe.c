#define _GNU_SOURCE
#include "CWipe.h"

#include <features.h>
#include <malloc.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SANITIZER
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_SANITIZER)

extern void *__libc_malloc(size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void __libc_free(void *block);

/// What is larger goes back to the system, which clears it, and much of it may never have been touched.
static const size_t most_wiped = 1 << 20;

/// In place of the C library's: values that were shown once pass through buffers of many libraries, and
/// what is left of them in freed memory is there for whoever reads that.
void free(void *block) {
  if (block == NULL) return;
  size_t size = malloc_usable_size(block);
  if (size <= most_wiped) explicit_bzero(block, size);
  __libc_free(block);
}

/// In place of the C library's, which frees what it has moved by itself.
void *realloc(void *block, size_t size) {
  if (block == NULL || size == 0) return __libc_realloc(block, size);
  size_t old_size = malloc_usable_size(block);
  if (old_size > most_wiped) return __libc_realloc(block, size);
  if (size <= old_size && size >= old_size / 2) return block;
  void *moved = __libc_malloc(size);
  if (moved == NULL) return NULL;
  memcpy(moved, block, old_size < size ? old_size : size);
  free(block);
  return moved;
}

bool cwipe_is_on(void) { return true; }

#else

bool cwipe_is_on(void) { return false; }

#endif
