#define _GNU_SOURCE
#include "CWipe.h"

#include <features.h>
#include <limits.h>
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

/// Values that were copied stand in vector registers until something else does, and the dynamic linker spills
/// those to the stack when it looks a function up: also after that was overwritten.
///
/// Copies of nothing, of each length that the C library copies in a way of its own, take their place where
/// the registers are wider than the compiler may name.
static __attribute__((noinline)) void overwrite_registers(void) {
  static const char nothing[2048];
  char copies[sizeof nothing];
  for (volatile size_t length = 16; length <= sizeof nothing; length *= 2) {
    memmove(copies, nothing, length);
    __asm__ volatile("" : : "r"(copies) : "memory");
  }
#if defined(__x86_64__)
  __asm__ volatile(
      "pxor %%xmm0, %%xmm0\n pxor %%xmm1, %%xmm1\n pxor %%xmm2, %%xmm2\n pxor %%xmm3, %%xmm3\n"
      "pxor %%xmm4, %%xmm4\n pxor %%xmm5, %%xmm5\n pxor %%xmm6, %%xmm6\n pxor %%xmm7, %%xmm7\n"
      "pxor %%xmm8, %%xmm8\n pxor %%xmm9, %%xmm9\n pxor %%xmm10, %%xmm10\n pxor %%xmm11, %%xmm11\n"
      "pxor %%xmm12, %%xmm12\n pxor %%xmm13, %%xmm13\n pxor %%xmm14, %%xmm14\n pxor %%xmm15, %%xmm15"
      :
      :
      : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10",
        "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
#endif
}

/// - Parameter round: how often it was called for this thread, from 1.
static void thread_ends(void *round) {
  overwrite_registers();
  cwipe_stack();
  // What other libraries do at the end of a thread comes after this, and before the next round.
  uintptr_t next = (uintptr_t)round + 1;
  if (next <= PTHREAD_DESTRUCTOR_ITERATIONS) pthread_setspecific(at_thread_end, (void *)next);
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
    pthread_setspecific(at_thread_end, (void *)1);
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
