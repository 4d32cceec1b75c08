/* Shows the thread sanitizer what it cannot see of Synchronization.Mutex: a lock for which threads
   wait is taken and given back inside the Swift library, which is not instrumented. Without this,
   what two threads do one after the other under one lock looks like a race. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

/* Not there in programs without the sanitizer. */
extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

/* _MutexHandle._lockSlow(_: UInt32) */
SWIFT void $s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF(
    uint32_t thread, SELF void *mutex) {
  static SWIFT void (*lock)(uint32_t, SELF void *);
  if (!lock) lock = dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
  lock(thread, mutex);
  if (__tsan_acquire) __tsan_acquire(mutex);
}

/* _MutexHandle._unlockSlow() */
SWIFT void $s15Synchronization12_MutexHandleV11_unlockSlowyyF(SELF void *mutex) {
  static SWIFT void (*unlock)(SELF void *);
  if (!unlock) unlock = dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV11_unlockSlowyyF");
  if (__tsan_release) __tsan_release(mutex);
  unlock(mutex);
}
