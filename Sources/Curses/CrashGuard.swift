import Glibc

/// Gives the terminal back when the program crashes, and lets the crash go on.
///
/// A signal handler may touch nothing that could be half changed, locked or not yet initialised.
/// Its state is therefore plain globals, written while the guard is off. What no handler learns of is
/// left to a `Watcher`.
enum CrashGuard {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]
  private static let stackSize = 65_536

  /// Plain style, mouse off, bracketed paste off, cursor on, cursor keys normal, main screen.
  ///
  /// Terminals ignore those they do not know; the strings of terminfo need code that may not run.
  static let reset =
    "\u{1B}[0m\u{1B}(B\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1l\u{1B}>"
    + "\u{1B}[?1049l\r\u{1B}[K"

  /// Prepares to restore this device; call once, before `isOn` is set.
  ///
  /// - Parameters:
  ///   - reset: what gives it back; `reset` above, or more.
  ///   - errors: what to say once it is restored.
  ///   - watcher: who has to know whether there is anything to restore.
  static func install(
    for device: TerminalDevice, reset: String, errors: HeldErrors?, watcher: Watcher?
  ) {
    isOn = false
    crashDescriptor = device.descriptor
    crashErrors = errors
    crashWatcher = watcher
    let bytes = Array(reset.utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    crashReset?.deallocate()
    (crashReset, crashResetCount) = (copy, bytes.count)
    if crashSettings == nil {
      crashSettings = .allocate(capacity: 1)
      // A stack of its own: the crash may be that the stack is full.
      var stack = stack_t()
      stack.ss_sp = .allocate(byteCount: stackSize, alignment: 16)
      stack.ss_size = stackSize
      sigaltstack(&stack, nil)
    }
    crashSettings?.initialize(to: device.settings)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = restoreAndCrash
    action.sa_flags = Int32(SA_ONSTACK) | Int32(truncatingIfNeeded: UInt32(SA_RESETHAND))
    for signal in signals {
      sigaction(signal, &action, nil)
    }
  }

  /// Whether the terminal is ours, and must be restored in a crash.
  static var isOn: Bool {
    get { crashGuardIsOn != 0 }
    set {
      crashGuardIsOn = newValue ? 1 : 0
      crashWatcher?.tell(isTaken: newValue)
    }
  }
}

// nonisolated(unsafe): read by a signal handler, which has no actor; written by the terminal's thread only.
nonisolated(unsafe) private var crashGuardIsOn: sig_atomic_t = 0
nonisolated(unsafe) private var crashDescriptor: Int32 = -1
// A pointer: for a global `termios` the compiler (6.3) sets aside 57 bytes, and 60 are written.
nonisolated(unsafe) private var crashSettings: UnsafeMutablePointer<termios>?
nonisolated(unsafe) private var crashReset: UnsafeMutablePointer<UInt8>?
nonisolated(unsafe) private var crashResetCount = 0
nonisolated(unsafe) private var crashErrors: HeldErrors?
nonisolated(unsafe) private var crashWatcher: Watcher?

private func restoreAndCrash(_ signal: Int32) {
  if crashGuardIsOn != 0 {
    crashGuardIsOn = 0
    _ = write(crashDescriptor, crashReset, crashResetCount)
    if let crashSettings { _ = tcsetattr(crashDescriptor, TCSANOW, crashSettings) }
    crashErrors?.release()
    crashWatcher?.tell(isTaken: false)
  }
  _ = Glibc.signal(signal, SIG_DFL)
  _ = raise(signal)
}
