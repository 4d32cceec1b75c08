import Foundation

/// A command, such as a password manager's, that prints an API key in its first line.
struct APIKeyCommand {
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

    // A key is short; whatever goes on printing is cut off by the closing pipe.
    let data = (try? output.read(upToCount: 65536)) ?? Data()
    try? output.close()
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 || !data.isEmpty else { throw failure("it failed and printed no key") }
    guard let line = String(decoding: data, as: UTF8.self).split(separator: "\n").first else {
      throw failure("its first line is empty")
    }
    return String(line)
  }

  private func spawn(writingTo output: Int32) throws(Refusal) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // This program blocks signals, and a child would inherit that: ^C could not stop it.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)

    let arguments = ["/bin/sh", "-c", command].map { (text: String) in strdup(text) }
    // No key is handed on, least of all to whatever fetches another one.
    let variables = environment.filter { $0.key != "WORKOS_API_KEY" }
      .map { strdup("\($0.key)=\($0.value)") }
    defer { for text in arguments + variables { free(text) } }
    var child = pid_t()
    let result = posix_spawn(
      &child, "/bin/sh", &actions, &attributes, arguments + [nil], variables + [nil])
    guard result == 0 else { throw failure(Self.systemError(result)) }
    return child
  }

  private func failure(_ reason: String) -> Refusal {
    Refusal("--api-key-command: \(reason)")
  }

  private static func systemError(_ number: Int32) -> String {
    String(cString: strerror(number))
  }
}
