import Sandbox
import Testing

/// Where commands without a screen are run: a home, a sandbox, and an environment that leads to it.
struct CommandPlace {
  let home: TemporaryDirectory
  let sandbox: SandboxServer
  let someoneElse: SomeoneElse
  let variables: [String: String]

  init(organizations: Int) throws {
    home = try TemporaryDirectory()
    let configuration = SandboxServer.Configuration(organizations: organizations)
    sandbox = SandboxServer(configuration: configuration)
    let port = try sandbox.start()
    someoneElse = SomeoneElse(port: port, apiKey: configuration.apiKey)
    variables = [
      "WORKOS_API_URL": "http://127.0.0.1:\(port)", "WORKOS_API_KEY": configuration.apiKey,
      "USER": "erin",
    ]
  }
}

/// A suite whose tests each run commands in a place of their own.
protocol CommandSuite {
  var place: CommandPlace { get }
}

extension CommandSuite {
  var home: TemporaryDirectory { place.home }
  var sandbox: SandboxServer { place.sandbox }
  var someoneElse: SomeoneElse { place.someoneElse }
  var variables: [String: String] { place.variables }

  /// Runs a command with its output in a file, unless the redirection says otherwise.
  func run(_ words: String..., to redirection: String = ">output") throws -> ShortRun {
    try run(words, to: redirection)
  }

  func run(_ words: [String], to redirection: String = ">output") throws -> ShortRun {
    let run = try ShortRun(words, redirections: redirection, environment: variables, in: home)
    #expect(!(run.errorText + run.outputText + run.terminalText).contains("sk_test"))
    return run
  }
}
