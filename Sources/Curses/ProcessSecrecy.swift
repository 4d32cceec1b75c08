import CNcurses
import Glibc

/// Keeps what this process holds in memory, an API key among it, from other processes and from disk.
package enum ProcessSecrecy {
  /// From now on a crash leaves no core dump, and no other process of the user may look inside.
  package static func begin() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    process_forbid_dumps()
  }
}
