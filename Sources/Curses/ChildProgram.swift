import Glibc

/// A program to be started by this one, which hands on nothing but what is said here: this one blocks
/// and ignores signals, and its environment holds an API key.
package struct ChildProgram {
  /// What one of the program's descriptors leads to.
  package enum Destination {
    case descriptor(Int32)
    /// What is written there is thrown away.
    case nowhere
  }

  /// Why a program could not be started: a number of `errno`.
  package struct Failure: Error {
    package var number: Int32
  }

  /// The name, looked up in `PATH` unless there is a slash in it, and the arguments.
  private let arguments: [String]
  private let environment: [String: String]
  private let destinations: [Int32: Destination]
  /// Whether it leads a session of its own, which no key and no closing window ends.
  package var leadsSession = false
  /// The signals it begins with blocked, where it is not to begin as from a shell, with none blocked and
  /// each meaning what it means by default.
  package var blockedSignals: sigset_t?

  package init(
    _ arguments: [String], environment: [String: String], _ destinations: [Int32: Destination]
  ) {
    (self.arguments, self.environment) = (arguments, environment)
    self.destinations = destinations
  }

  package func start() throws(Failure) -> pid_t {
    guard let name = arguments.first else { throw Failure(number: ENOENT) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    setSignals(of: &attributes)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, destination) in destinations.sorted(by: { $0.key < $1.key }) {
      switch destination {
      case .descriptor(let other):
        posix_spawn_file_actions_adddup2(&actions, other, descriptor)
      case .nowhere:
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
      }
    }
    let words = arguments.map { (text: String) in strdup(text) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + variables { free(text) } }
    var child = pid_t()
    let error = posix_spawnp(&child, name, &actions, &attributes, words + [nil], variables + [nil])
    guard error == 0 else { throw Failure(number: error) }
    return child
  }

  private func setSignals(of attributes: inout posix_spawnattr_t) {
    var flags = Int32(POSIX_SPAWN_SETSIGMASK)
    if leadsSession { flags |= 0x80 }  // POSIX_SPAWN_SETSID, which Glibc's module lacks
    if var blockedSignals {
      posix_spawnattr_setsigmask(&attributes, &blockedSignals)
    } else {
      var none = sigset_t()
      var all = sigset_t()
      sigemptyset(&none)
      sigfillset(&all)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setsigdefault(&attributes, &all)
      flags |= Int32(POSIX_SPAWN_SETSIGDEF)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}
