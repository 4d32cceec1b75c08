import CNcurses
import Dispatch
import Glibc

/// How a program ended.
package enum ProgramEnding: Equatable, Sendable {
  case exited(Int32)
  case signaled(Int32)
}

/// Another program that has the terminal until it ends, such as an editor.
enum ForegroundProgram {
  /// Runs a program with its name looked up in `PATH`, and stops with it when it is stopped.
  ///
  /// What is to end this process meanwhile ends the program, and comes to this process after it.
  static func run(
    _ arguments: [String], environment: [String: String], on device: TerminalDevice
  ) throws(TerminalError) -> ProgramEnding {
    let child = try start(arguments, environment: environment, on: device)
    let endings = EndingSignals(for: child)
    var status: Int32 = 0
    while true {
      var info = siginfo_t()
      _ = waitid(P_PID, id_t(child), &info, WEXITED | WSTOPPED | WNOWAIT)
      // Once it is waited for, its number may be another process's.
      if info.si_code != CLD_STOPPED { endings.stop() }
      guard waitpid(child, &status, WUNTRACED) >= 0 else {
        if errno == EINTR { continue }
        throw .cannotRun(arguments.first ?? "", errno)
      }
      // The low byte of a status: 0x7F stopped, 0 exited, else the signal.
      if status & 0xFF == 0x7F {
        // The shell waits for the whole job to stop, and continues all of it.
        kill(getpid(), SIGSTOP)
        kill(child, SIGCONT)
      } else {
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signaled(status & 0x7F)
      }
    }
  }

  private static func start(
    _ arguments: [String], environment: [String: String], on device: TerminalDevice
  ) throws(TerminalError) -> pid_t {
    let terminal = ChildProgram.Destination.descriptor(device.descriptor)
    let program = ChildProgram(
      arguments, environment: environment,
      [STDIN_FILENO: terminal, STDOUT_FILENO: terminal, STDERR_FILENO: terminal])
    do throws(ChildProgram.Failure) {
      return try program.start()
    } catch {
      throw .cannotRun(arguments.first ?? "", error.number)
    }
  }
}

/// Hands signals that end this process, and stay pending here, on to a child.
private struct EndingSignals {
  /// So long a child may take to put its things in order; then it is killed, or nothing would end.
  private static let patience = DispatchTimeInterval.seconds(3)

  private let queue = DispatchQueue(label: "ending signals")
  private let source: (any DispatchSourceRead)?
  private let killing: DispatchWorkItem

  init(for child: pid_t) {
    killing = DispatchWorkItem { kill(child, SIGKILL) }
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [Signal.terminated, .hungUp] { sigaddset(&set, signal.number) }
    let descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    // Without it the child ends first, by itself.
    guard descriptor >= 0 else {
      source = nil
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    let (queue, killing) = (queue, killing)
    source.setEventHandler {
      // Nothing is read, so that the signal is there for the program itself.
      kill(child, Signals.isPending(.hungUp) ? SIGHUP : SIGTERM)
      queue.asyncAfter(deadline: .now() + Self.patience, execute: killing)
      source.cancel()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
    self.source = source
  }

  /// When it returns no signal will be handed on any more.
  func stop() {
    queue.sync {
      source?.cancel()
      killing.cancel()
    }
  }
}
