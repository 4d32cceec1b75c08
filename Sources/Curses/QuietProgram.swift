import CNcurses
import Glibc

/// Another program, without the terminal, that takes in a text and has nothing to say.
package struct QuietProgram: Sendable {
  /// How it ended.
  package enum Ending: Equatable, Sendable {
    case done
    case failed
    /// It took longer than a person would wait, and was ended.
    case tooLate
  }

  /// The name, looked up in `PATH`, and the arguments.
  private let arguments: [String]
  private let environment: [String: String]
  private let patience: Duration

  package init(
    _ arguments: [String], environment: [String: String], patience: Duration
  ) {
    (self.arguments, self.environment, self.patience) = (arguments, environment, patience)
  }

  /// Runs the program with a text as its input, and waits until it has ended.
  ///
  /// It is the leader of a session of its own: what it leaves behind, such as whatever keeps the
  /// clipboard of X11, is ended by no key and by no closing window.
  package func run(with text: String) -> Ending {
    let deadline = ContinuousClock.now + patience
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { return .failed }
    let child = start(reading: ends[0])
    close(ends[0])
    guard let child else {
      close(ends[1])
      return .failed
    }
    let isRead = write(Array(text.utf8), to: ends[1], until: deadline)
    close(ends[1])
    return wait(for: child, until: deadline, isRead: isRead)
  }

  /// Writes all of it; false when the program does not read it to the end, or not in time.
  private func write(
    _ bytes: [UInt8], to pipe: Int32, until deadline: ContinuousClock.Instant
  ) -> Bool {
    _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(pipe, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
        var request = pollfd(fd: pipe, events: Int16(POLLOUT), revents: 0)
        guard left > 0, poll(&request, 1, Int32(left) + 1) > 0 else { return false }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private func wait(
    for child: pid_t, until deadline: ContinuousClock.Instant, isRead: Bool
  ) -> Ending {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status == 0 && isRead ? .done : .failed }
      if ended < 0, errno != EINTR { return .failed }
      guard ContinuousClock.now < deadline else { break }
      // No call waits for a child and for a time; this thread has nothing else to do.
      usleep(2_000)
    }
    kill(-child, SIGKILL)
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return .tooLate
  }

  private func start(reading input: Int32) -> pid_t? {
    var program = ChildProgram(
      arguments, environment: environment,
      [
        STDIN_FILENO: .descriptor(input), STDOUT_FILENO: .nowhere, STDERR_FILENO: .nowhere,
      ])
    program.leadsSession = true
    return try? program.start()
  }
}
