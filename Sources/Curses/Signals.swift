import CNcurses
import Glibc

/// A signal that the program answers itself.
package enum Signal: CaseIterable, Sendable {
  case windowChanged, interrupted, terminated, hungUp, quit, suspended, continued

  package var number: Int32 {
    switch self {
    case .windowChanged: SIGWINCH
    case .interrupted: SIGINT
    case .terminated: SIGTERM
    case .hungUp: SIGHUP
    case .quit: SIGQUIT
    case .suspended: SIGTSTP
    case .continued: SIGCONT
    }
  }
}

/// Signals as values to read from a descriptor, at a moment of the program's choosing.
package struct Signals: Sendable {
  /// Readable when a signal has come.
  package let descriptor: Int32

  /// Keeps signals from interrupting any thread; call before there is a second one, which inherits it.
  package static func block() {
    var set = Signals.set
    pthread_sigmask(SIG_BLOCK, &set, nil)
    // What cannot be written is an error where it is written: a closed pipe, a file grown too large.
    for signal in [SIGPIPE, SIGXFSZ] { _ = Glibc.signal(signal, SIG_IGN) }
  }

  /// Signals must have been blocked.
  package init() throws(TerminalError) {
    var set = Signals.set
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    guard descriptor >= 0 else { throw .signalsUnavailable(errno) }
  }

  /// The signals that have come since the last call, without waiting.
  package func read() -> [Signal] {
    var signals: [Signal] = []
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while Glibc.read(descriptor, &info, size) == size {
      let number = Int32(bitPattern: info.ssi_signo)
      signals += Signal.allCases.filter { $0.number == number }
    }
    return signals
  }

  /// Ends the program by this signal, so that its parent sees the true status.
  package static func reraise(_ signal: Signal) -> Never {
    _ = Glibc.signal(signal.number, SIG_DFL)
    unblock(signal)
    _ = raise(signal.number)
    // Only for a signal that does not end a program.
    _exit(128 + signal.number)
  }

  /// Stops the whole job, as the terminal does on `^Z`; returns when it is continued.
  ///
  /// The terminal must have been given back: what ends the program meanwhile ends it as it is, for
  /// in the background it could not touch the terminal without being stopped again.
  static func stopJob() {
    let signals = [Signal.suspended, .interrupted, .terminated, .hungUp, .quit]
    let previous = signals.map { Glibc.signal($0.number, SIG_DFL) }
    signals.forEach(unblock)
    kill(0, SIGTSTP)
    block()
    for (signal, handler) in zip(signals, previous) { _ = Glibc.signal(signal.number, handler) }
  }

  /// Stops this program, whatever signals it holds back; returns when it is continued.
  static func stopAlone() {
    // To this very thread: a signal to the process might be taken by another one, a moment later.
    raise(SIGSTOP)
  }

  /// Forgets signals of the keyboard that were meant for another program on the terminal.
  static func discardKeyboardSignals() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [Signal.interrupted, .quit, .suspended] {
      sigaddset(&set, signal.number)
    }
    var now = timespec()
    while sigtimedwait(&set, nil, &now) > 0 {}
  }

  /// The signal that ends the program and was not read yet, if any has come.
  ///
  /// - Parameter terminal: when this one has hung up, its signal is on its way: the system takes the
  ///   terminal away first.
  package static func pendingEnd(ofHungUp terminal: Int32) -> Signal? {
    var settings = termios()
    if tcgetattr(terminal, &settings) != 0, errno == EIO {
      // Signals that are blocked wake nobody, and one that is waited for would be taken out; it comes
      // within milliseconds, or never.
      for _ in 0..<50 where !isPending(.hungUp) { usleep(2_000) }
    }
    return [Signal.hungUp, .terminated, .quit, .interrupted].first(where: isPending)
  }

  static func isPending(_ signal: Signal) -> Bool {
    var set = sigset_t()
    sigpending(&set)
    return sigismember(&set, signal.number) == 1
  }

  /// Whether a signal that ends the program has come and was not read yet.
  package static var isEndPending: Bool {
    [Signal.terminated, .hungUp].contains(where: isPending)
  }

  private static func unblock(_ signal: Signal) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal.number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in Signal.allCases {
      sigaddset(&set, signal.number)
    }
    return set
  }
}
