import Foundation

/// What the command line asks for.
enum Invocation: Equatable {
  case console(ConsoleOptions)
  case sandbox(SandboxOptions)
  case keymap
  case journal(JournalOptions)
  case paths
  case get(GetOptions)
  case list(ListOptions)
  case create(CreateOptions)
  case members(MembersOptions)
  case who(WhoOptions)
  case why(WhyOptions)
  case help(HelpText.Topic)
  case version

  init(arguments: [String]) throws(Refusal) {
    if arguments.first == "help" {
      self = try .help(Invocation.topic(named: arguments.dropFirst()))
      return
    }
    let topic = Invocation.topic(of: arguments.first)
    var reader = ArgumentReader(
      topic == .console ? arguments[...] : arguments.dropFirst(), of: topic)
    self =
      switch topic {
      case .console: try Invocation.console(from: &reader)
      case .sandbox: try Invocation.sandbox(from: &reader)
      case .journal: try Invocation.journal(from: &reader)
      case .keymap: try Invocation.printing(.keymap, of: topic, from: &reader)
      case .paths: try Invocation.printing(.paths, of: topic, from: &reader)
      case .get: try GetOptions(from: &reader).map(Invocation.get) ?? .help(.get)
      case .list: try ListOptions(from: &reader).map(Invocation.list) ?? .help(.list)
      case .create: try CreateOptions(from: &reader).map(Invocation.create) ?? .help(.create)
      case .members: try MembersOptions(from: &reader).map(Invocation.members) ?? .help(.members)
      case .who: try WhoOptions(from: &reader).map(Invocation.who) ?? .help(.who)
      case .why: try WhyOptions(from: &reader).map(Invocation.why) ?? .help(.why)
      }
  }

  private static func topic(of word: String?) -> HelpText.Topic {
    switch word.flatMap(HelpText.Topic.init) {
    // That is no subcommand.
    case .console, nil: .console
    case let topic?: topic
    }
  }

  /// What `help` and the words behind it ask for.
  private static func topic(named words: ArraySlice<String>) throws(Refusal) -> HelpText.Topic {
    guard let word = words.first(where: { !$0.hasPrefix("-") }) else { return .console }
    let topic = topic(of: word)
    guard topic != .console else {
      throw Refusal("there is no subcommand “\(word)”; see \(HelpText.Topic.console.command)")
    }
    return topic
  }

  private static func isHelp(_ option: String) -> Bool { ["--help", "-h"].contains(option) }

  /// A subcommand without options.
  private static func printing(
    _ invocation: Invocation, of topic: HelpText.Topic, from reader: inout ArgumentReader
  ) throws(Refusal) -> Invocation {
    guard let option = try reader.nextOption() else { return invocation }
    guard isHelp(option) else { throw reader.unknown(option) }
    return .help(topic)
  }

  private static func console(from reader: inout ArgumentReader) throws(Refusal) -> Invocation {
    var options = ConsoleOptions()
    var sandbox = SandboxOptions()
    var sandboxOption: String?
    while let argument = try reader.nextOption() {
      switch argument {
      case "--help", "-h": return .help(.console)
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
          throw reader.unknown(argument)
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
      if isHelp(argument) { return .help(.sandbox) }
      guard try options.take(argument, from: &reader) else { throw reader.unknown(argument) }
    }
    return .sandbox(options)
  }

  private static func journal(from reader: inout ArgumentReader) throws(Refusal) -> Invocation {
    var options = JournalOptions()
    while let argument = try reader.nextOption() {
      if isHelp(argument) { return .help(.journal) }
      guard try options.take(argument, from: &reader) else { throw reader.unknown(argument) }
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
