import TestSupport
import Testing

/// What keeps the program from starting is said in one line, before the terminal is touched.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct RefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var options: [String] = []
    var redirections = ""
    var environment: [String: String] = [:]
    /// What the line has to name.
    var words: [String]
  }

  private static let key = ["WORKOS_API_KEY": "sk_test_sandbox"]

  @Test(arguments: [
    Case(testDescription: "unknown option", options: ["--sandbx"], words: ["--sandbx", "--help"]),
    Case(testDescription: "stray argument", options: ["run"], words: ["run", "--help"]),
    Case(testDescription: "missing value", options: ["--api-url"], words: ["--api-url"]),
    Case(
      testDescription: "value out of range", options: ["--sandbox", "--delete-grace", "61"],
      words: ["--delete-grace", "60"]),
    Case(testDescription: "no key", words: ["WORKOS_API_KEY", "--sandbox"]),
    Case(
      testDescription: "key on the command line", options: ["--api-key", "sk_test_secret"],
      words: ["WORKOS_API_KEY", "--api-key-file"]),
    Case(
      testDescription: "input not a terminal", options: ["--sandbox"],
      redirections: "</dev/null", words: ["input"]),
    Case(
      testDescription: "output not a terminal", options: ["--sandbox"],
      redirections: ">output", words: ["output"]),
    Case(
      testDescription: "terminal that places no cursor", options: ["--sandbox"],
      environment: ["TERM": "dumb"], words: ["TERM", "dumb"]),
    Case(
      testDescription: "terminal that is not named", options: ["--sandbox"],
      environment: ["TERM": ""], words: ["TERM"]),
    Case(
      testDescription: "terminal nobody knows", options: ["--sandbox"],
      environment: ["TERM": "no-such-terminal"], words: ["no-such-terminal"]),
    Case(
      testDescription: "key sent in the clear", options: ["--api-url", "http://api.example.com"],
      environment: key, words: ["--api-url", "api.example.com", "https"]),
    Case(
      testDescription: "address in the environment that is none",
      environment: key.merging(["WORKOS_API_URL": "ftp://example.com"]) { $1 },
      words: ["WORKOS_API_URL"]),
    Case(
      testDescription: "key file that is not there", options: ["--api-key-file", "none"],
      words: ["none", "No such file"]),
    Case(
      testDescription: "sandbox option without the sandbox", options: ["--latency", "1s"],
      environment: key, words: ["--latency", "--sandbox"]),
  ])
  func `it does not start`(refused: Case) throws {
    let home = try TemporaryDirectory()

    let run = try ShortRun(
      refused.options, redirections: refused.redirections, environment: refused.environment,
      in: home)

    #expect(run.ending == .exited(2))
    #expect(run.isOneLineOfError, "\(run)")
    for word in refused.words { #expect(run.errorText.contains(word)) }
    #expect(!run.errorText.contains("sk_test"))
  }

  @Test func `a key file that others may read is refused, with the way to mend it`() throws {
    let home = try TemporaryDirectory()
    let file = try home.makeFile("key", "sk_test_sandbox\n", permissions: 0o644)

    let run = try ShortRun(["--api-key-file", file], in: home)

    #expect(run.ending == .exited(2))
    #expect(run.isOneLineOfError, "\(run)")
    #expect(run.errorText.contains("chmod 600"))
  }

  @Test func `a key file that only its owner may read is used`() throws {
    let home = try TemporaryDirectory()
    let file = try home.makeFile("key", "sk_test_sandbox\n")

    let console = try ConsoleSession(
      "--api-key-file", file, environment: ["WORKOS_API_KEY": "sk_test_wrong"])

    #expect(console.text.contains("Northwind Traders"))
  }
}
