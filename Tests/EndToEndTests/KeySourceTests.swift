import Foundation
import TestSupport
import Testing

/// An API key that a command prints, such as a password manager's.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct KeySourceTests {
  @Test(arguments: [
    "printf 'sk_test_%s\\n' sandbox", "printf sk_test_sandbox",
    "printf 'sk_test_sandbox\\r\\nmade of more\\r\\n'",
    "echo sk_test_sandbox; echo user: erin; echo url: example.com",
    // More than a pipe holds: it must neither be waited for nor count as a failure.
    "yes sk_test_sandbox",
  ])
  func `its first line is the key, whatever the environment holds`(command: String) throws {
    let console = try ConsoleSession(
      "--api-key-command", command, environment: ["WORKOS_API_KEY": "sk_test_wrong"])

    #expect(console.text.contains("Northwind Traders"))
  }

  @Test func `it may ask on the terminal first`() throws {
    let console = try ConsoleSession(
      "--api-key-command", "printf 'Passphrase: ' >/dev/tty; read word </dev/tty; echo $word",
      waitsForList: false)
    try console.wait(for: "Passphrase:")

    console.type("sk_test_sandbox\r")

    try console.wait(for: Words.page(1))
  }

  @Test(arguments: [
    ("false", "failed"), ("exit 7", "failed"), ("echo locked; exit 1", "failed"),
    ("no-such-manager get key", "failed"), ("kill -TERM $$", "failed"),
    ("true", "no key"), ("echo", "no key"), ("printf ' \\n\\n'", "no key"),
    ("echo not a key", "has characters"),
  ])
  func `one that gives no key is refused, before the screen is touched`(
    command: String, words: String
  ) throws {
    let home = try TemporaryDirectory()

    let run = try ShortRun(
      ["--api-key-command", command], environment: ["WORKOS_API_KEY": "sk_test_sandbox"], in: home)

    #expect(run.ending == .exited(2))
    #expect(run.terminalBytes == [])
    #expect(run.errorText.contains("--api-key-command") && run.errorText.contains(words), "\(run)")
    #expect(!run.errorText.contains("sk_test_sandbox"))
  }

  @Test func `the remedy for a key file that others may read mends it`() throws {
    let home = try TemporaryDirectory()
    let file = try home.makeFile("it's the key", "sk_test_sandbox\n", permissions: 0o644)
    let refused = try ShortRun(["--api-key-file", file], in: home)
    let remedy = try #require(refused.errorText.split(separator: "first run: ").last)
      .trimmingCharacters(in: .newlines)
    try #require(remedy.hasPrefix("chmod 600 "))

    let console = try ConsoleSession(
      "--api-key-file", file, script: #"\#(remedy); exec "$0" "$@""#)

    #expect(console.text.contains("Northwind Traders"))
  }
}
