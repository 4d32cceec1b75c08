#define _GNU_SOURCE
#include "CWipe.h"

#include <features.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

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

/// More than the pages that the call itself stands on.
enum { nearest_bytes = 16 << 10 };

/// What the thread's calls have left below where it is now: values that were moved through registers stand
/// there too, as the dynamic linker and signals spill those. Whole pages go back to the system, which clears
/// them; those next to where the thread stands are overwritten.
///
/// Never inlined: its own frame is what covers them.
static __attribute__((noinline)) void overwrite_nearest(void) {
  char nearest[nearest_bytes];
  explicit_bzero(nearest, sizeof nearest);
}

void cwipe_stack(void) {
  pthread_attr_t attributes;
  void *lowest;
  size_t size;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
  int error = pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  if (error != 0) return;
  uintptr_t bottom = (uintptr_t)lowest;
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  if (here < bottom + 2 * nearest_bytes) return;
  uintptr_t top = (here - nearest_bytes / 2) & ~((uintptr_t)getpagesize() - 1);
  // Of the stack of the first thread the lower part need not be there: it is passed over, which is an error
  // and of no concern.
  madvise((void *)bottom, top - bottom, MADV_DONTNEED);
  overwrite_nearest();
}

/// What a thread calls as it ends, for the C library keeps its stack for the next one.
static pthread_key_t at_thread_end;
/// Until the key is there its number may be another library's.
static bool has_key;
static _Thread_local bool ends_wiped;

static void thread_ends(void *unused) {
  (void)unused;
  cwipe_stack();
}

static __attribute__((constructor)) void begin(void) {
  has_key = pthread_key_create(&at_thread_end, thread_ends) == 0;
}

/// In place of the C library's: values that were shown once pass through buffers of many libraries, and
/// what is left of them in freed memory is there for whoever reads that.
void free(void *block) {
  if (block == NULL) return;
  if (has_key && !ends_wiped) {
    ends_wiped = true;
    pthread_setspecific(at_thread_end, &ends_wiped);
  }
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

void cwipe_stack(void) {}

bool cwipe_is_on(void) { return false; }

#endif
