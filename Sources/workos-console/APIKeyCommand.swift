import Curses
import Foundation

/// A command, such as a password manager's, that prints an API key in its first line.
struct APIKeyCommand {
  /// A key is short; whatever goes on printing is cut off by the closing pipe.
  private static let mostBytes = 65536

  var command: String
  var environment: [String: String]

  /// Runs the command with `sh`; it may ask for a password on the terminal.
  func read() throws(Refusal) -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failure("no pipe: \(Self.systemError(errno))") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    let child: pid_t
    do throws(Refusal) {
      child = try spawn(writingTo: ends[1])
    } catch {
      close(ends[1])
      throw error
    }
    close(ends[1])

    let data = (try? output.read(upToCount: APIKeyCommand.mostBytes)) ?? Data()
    try? output.close()
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // What it prints when it fails is a message, not a key; one that was cut off cannot end well.
    guard status == 0 || data.count == APIKeyCommand.mostBytes else {
      let signal = status & 0x7F
      throw failure(
        signal == 0 ? "it failed (status \(status >> 8 & 0xFF))" : "it failed (signal \(signal))")
    }
    guard let line = String(decoding: data, as: UTF8.self).firstFilledLine else {
      throw failure("it printed no key")
    }
    return line
  }

  private func spawn(writingTo output: Int32) throws(Refusal) -> pid_t {
    // No key is handed on, least of all to whatever fetches another one.
    let program = ChildProgram(
      ["/bin/sh", "-c", command], environment: environment.filter { $0.key != "WORKOS_API_KEY" },
      [STDOUT_FILENO: .descriptor(output)])
    do throws(ChildProgram.Failure) {
      return try program.start()
    } catch {
      throw failure(Self.systemError(error.number))
    }
  }

  private func failure(_ reason: String) -> Refusal {
    Refusal("--api-key-command: \(reason)")
  }

  private static func systemError(_ number: Int32) -> String {
    String(cString: strerror(number))
  }
}
