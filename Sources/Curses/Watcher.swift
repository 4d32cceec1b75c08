import CNcurses
import Glibc

/// A process of its own that gives the terminal back when this one is killed beyond its own notice.
///
/// That is by SIGKILL, for want of memory, or because the stack of a thread is full: the second stack
/// that `CrashGuard` needs then is a thread's own, and threads are made by libraries. It is a shell
/// that sleeps on a pipe, takes about a megabyte, and ends when the pipe does; whoever started the
/// program sees the program's status.
struct Watcher {
  private let pipe: Int32

  /// Each word tells how the terminal is from then on; the pipe ends with the program.
  private static let script = """
    # Gives the terminal back when workos-console is killed.
    while read -r word; do last=$word; done
    if [ "$last" = taken ]; then
      printf %s "$2"
      stty "$1" <&1 || stty sane <&1
    fi
    """

  /// Nil where it cannot be started, which is no reason not to go on.
  ///
  /// - Parameter reset: what to write to the terminal.
  init?(of device: TerminalDevice, reset: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
    pipe = ends[1]
    defer { close(ends[0]) }
    let arguments = ["/bin/sh", "-c", Self.script, "sh", device.settings.text, reset]
    guard Self.start(arguments, input: ends[0], output: device.descriptor) else {
      close(pipe)
      return nil
    }
  }

  /// Tells how the terminal is from now on; does nothing a signal handler may not.
  func tell(isTaken: Bool) {
    let word: StaticString = isTaken ? "taken\n" : "left\n"
    _ = write(pipe, word.utf8Start, word.utf8CodeUnitCount)
  }

  /// Lets it end, when the terminal was given back for good.
  func dismiss() {
    close(pipe)
  }

  private static func start(_ arguments: [String], input: Int32, output: Int32) -> Bool {
    // No more of the environment than it needs: there is an API key in it.
    var program = ChildProgram(
      arguments, environment: ["PATH": "/usr/bin:/bin"],
      [
        STDIN_FILENO: .descriptor(input), STDOUT_FILENO: .descriptor(output),
        STDERR_FILENO: .nowhere,
      ])
    // What the keyboard or a closing window sends the program must not end its watcher first. But
    // once a shell has the terminal back its settings are the shell's, and SIGTTOU is in the way.
    var blocked = sigset_t()
    sigfillset(&blocked)
    sigdelset(&blocked, SIGTTOU)
    program.blockedSignals = blocked
    return (try? program.start()) != nil
  }
}

extension termios {
  /// These settings as `stty -g` prints them, and `stty` takes them.
  fileprivate var text: String {
    let characters = withUnsafeBytes(of: c_cc) { $0.map(UInt32.init) }
    return ([c_iflag, c_oflag, c_cflag, c_lflag] + characters)
      .map { String($0, radix: 16) }.joined(separator: ":")
  }
}
