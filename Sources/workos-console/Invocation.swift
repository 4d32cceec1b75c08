import Foundation

/// What the command line asks for.
enum Invocation: Equatable {
  case console(ConsoleOptions)
  case sandbox(SandboxOptions)
  case keymap
  case journal(JournalOptions)
  case paths
  case help
  case version

  init(arguments: [String]) throws(Refusal) {
    var reader = ArgumentReader(arguments)
    switch arguments.first {
    case "sandbox":
      _ = reader.next()
      self = try Invocation.sandbox(from: &reader)
    case "keymap":
      _ = reader.next()
      try reader.expectNoMore(after: "keymap")
      self = .keymap
    case "journal":
      _ = reader.next()
      self = try Invocation.journal(from: &reader)
    case "paths":
      _ = reader.next()
      try reader.expectNoMore(after: "paths")
      self = .paths
    case "help": self = .help
    default: self = try Invocation.console(from: &reader)
    }
  }

  private static func console(from reader: inout ArgumentReader) throws(Refusal) -> Invocation {
    var options = ConsoleOptions()
    var sandbox = SandboxOptions()
    var sandboxOption: String?
    while let argument = try reader.nextOption() {
      switch argument {
      case "--help", "-h": return .help
      case "--version", "-V": return .version
      case "--sandbox": options.sandbox = sandbox
      case "--read-only": options.isReadOnly = true
      case "--api-url": options.apiURL = try reader.value(of: argument)
      case "--api-key-file": options.apiKeyFile = try reader.value(of: argument)
      case "--api-key-command": options.apiKeyCommand = try reader.value(of: argument)
      case "--delete-grace":
        options.deleteGrace = try reader.number(of: argument, in: 0...60, unit: "seconds")
      case "--page-size":
        options.pageSize = try reader.number(of: argument, in: 1...100, unit: "organizations")
      case "--api-key":
        throw Refusal(
          "an API key does not belong on the command line, where others can read it: "
            + "set WORKOS_API_KEY, or use --api-key-file or --api-key-command")
      default:
        guard try sandbox.take(argument, from: &reader) else {
          throw Refusal("unknown option \(argument); see workos-console --help")
        }
        sandboxOption = argument
      }
    }
    if options.sandbox != nil {
      if let elsewhere = options.optionOfAnotherServer {
        throw Refusal("\(elsewhere) does not go with --sandbox, which has its own address and key")
      }
      options.sandbox = sandbox
    } else if let sandboxOption {
      throw Refusal("\(sandboxOption) is for --sandbox, or for workos-console sandbox")
    }
    return .console(options)
  }

  private static func sandbox(from reader: inout ArgumentReader) throws(Refusal) -> Invocation {
    var options = SandboxOptions()
    options.port = 4100
    while let argument = try reader.nextOption() {
      if argument == "--help" || argument == "-h" { return .help }
      guard try options.take(argument, from: &reader) else {
        throw Refusal("unknown option \(argument) of sandbox; see workos-console --help")
      }
    }
    return .sandbox(options)
  }

  private static func journal(from reader: inout ArgumentReader) throws(Refusal) -> Invocation {
    var options = JournalOptions()
    while let argument = try reader.nextOption() {
      if argument == "--help" || argument == "-h" { return .help }
      guard try options.take(argument, from: &reader) else {
        throw Refusal("unknown option \(argument) of journal; see workos-console --help")
      }
    }
    return .journal(options)
  }
}

/// The options of the console itself.
struct ConsoleOptions: Equatable {
  var sandbox: SandboxOptions?
  var apiURL: String?
  var apiKeyFile: String?
  var apiKeyCommand: String?
  var isReadOnly = false
  var deleteGrace = 5
  var pageSize = 50

  /// An option that says where another server than the sandbox is, or with which key.
  fileprivate var optionOfAnotherServer: String? {
    let given = [
      ("--api-url", apiURL), ("--api-key-file", apiKeyFile), ("--api-key-command", apiKeyCommand),
    ]
    return given.first { $0.1 != nil }?.0
  }
}
