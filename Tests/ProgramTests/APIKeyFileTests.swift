import Foundation
import Testing

@testable import workos_console

/// The file an API key may lie in.
@Suite(.timeLimit(.minutes(20)))
struct APIKeyFileTests {
  @Test(arguments: ["sk_test_1", "sk_test_1\n", "sk_test_1\nmore\n", "\n\nsk_test_1\n"])
  func `the key is the first line`(content: String) throws {
    let file = try TemporaryFile(content)
    defer { file.remove() }

    #expect(try APIKeyFile(path: file.path).read() == "sk_test_1")
  }

  @Test func `a file from Windows works as well`() throws {
    let file = try TemporaryFile("sk_test_1\r\nmore\r\n")
    defer { file.remove() }

    let settings = try Settings(
      options: ConsoleOptions(apiKeyFile: file.path), environment: ["WORKOS_API_KEY": "sk_test_2"])

    #expect(settings.apiKey.secret == "sk_test_1")
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o666, 0o610])
  func `a file that others may read is refused with the remedy`(mode: Int) throws {
    let file = try TemporaryFile("sk_test_1", mode: mode)
    defer { file.remove() }

    #expect(
      throws: Refusal(
        "--api-key-file \(file.path): others may read it; first run: chmod 600 '\(file.path)'")
    ) { try APIKeyFile(path: file.path).read() }
  }

  @Test(arguments: [0o400, 0o600, 0o700])
  func `a file that only its owner may read is taken`(mode: Int) throws {
    let file = try TemporaryFile("sk_test_1", mode: mode)
    defer { file.remove() }

    #expect(try APIKeyFile(path: file.path).read() == "sk_test_1")
  }

  @Test(arguments: ["", "\n", "\r\n", "   \n"])
  func `a file without a key says so`(content: String) throws {
    let file = try TemporaryFile(content)
    defer { file.remove() }

    #expect(throws: Refusal("--api-key-file \(file.path): there is no key in it")) {
      try APIKeyFile(path: file.path).read()
    }
  }

  @Test func `a directory is no file`() {
    #expect(throws: Refusal("--api-key-file /tmp: not a file")) {
      try APIKeyFile(path: "/tmp").read()
    }
  }

  @Test func `a device is no file`() {
    #expect(throws: Refusal("--api-key-file /dev/null: not a file")) {
      try APIKeyFile(path: "/dev/null").read()
    }
  }

  @Test func `a file that is not there says so`() {
    #expect(throws: Refusal("--api-key-file /nowhere/key: No such file or directory")) {
      try APIKeyFile(path: "/nowhere/key").read()
    }
  }
}

/// A file of a test's own.
struct TemporaryFile {
  let path: String

  init(_ content: String, mode: Int = 0o600) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("workos-console-\(UUID().uuidString)").path
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  func remove() {
    _ = unlink(path)
  }
}
