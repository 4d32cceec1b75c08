import Glibc

extension PseudoTerminal {
  /// Starts a program as the leader of a session whose controlling terminal is the named one.
  static func spawn(
    _ arguments: [String], environment: [String: String], on terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The session is made before: opening the terminal makes it the controlling one.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Glibc's module lacks
    posix_spawnattr_setflags(
      &attributes,
      Int16(newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))

    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer {
      for pointer in argumentPointers + environmentPointers { free(pointer) }
    }
    var child = pid_t()
    let error = posix_spawnp(
      &child, arguments[0], &actions, &attributes, &argumentPointers, &environmentPointers)
    guard error == 0 else {
      throw Failure(description: "cannot start \(arguments[0]): errno \(error)")
    }
    return child
  }
}

/// The settings of a terminal that programs change and must give back.
package struct TerminalSettings: Equatable, Sendable {
  package let input: UInt32
  package let output: UInt32
  package let control: UInt32
  package let local: UInt32
  /// Among them how many bytes a read waits for, and how long.
  package let characters: [UInt8]
  package let speeds: [UInt32]

  package init(of descriptor: Int32) {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    input = settings.c_iflag
    output = settings.c_oflag
    control = settings.c_cflag
    local = settings.c_lflag
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
    speeds = [cfgetispeed(&settings), cfgetospeed(&settings)]
  }

  package var echoes: Bool { local & UInt32(ECHO) != 0 }
  package var isCanonical: Bool { local & UInt32(ICANON) != 0 }
  package var makesSignals: Bool { local & UInt32(ISIG) != 0 }
}
