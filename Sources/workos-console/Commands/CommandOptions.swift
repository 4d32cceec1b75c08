import ViewModel
import WorkOS

/// The options that say where the server is, and with which key, for the commands without a screen.
struct ServerOptions: Equatable {
  var apiURL: String?
  var apiKeyFile: String?
  var apiKeyCommand: String?
  /// Whether JSON is printed even to a terminal.
  var isJSON = false

  /// Takes an option that is about the server; false when it is not.
  mutating func take(
    _ option: String, from reader: inout ArgumentReader
  ) throws(Refusal) -> Bool {
    switch option {
    case "--api-url": apiURL = try reader.value(of: option)
    case "--api-key-file": apiKeyFile = try reader.value(of: option)
    case "--api-key-command": apiKeyCommand = try reader.value(of: option)
    case "--json": isJSON = true
    default: return false
    }
    return true
  }

  /// The same, as the console takes them.
  var ofConsole: ConsoleOptions {
    var options = ConsoleOptions()
    options.apiURL = apiURL
    options.apiKeyFile = apiKeyFile
    options.apiKeyCommand = apiKeyCommand
    return options
  }
}

/// The options of `get`.
struct GetOptions: Equatable {
  /// Which organization is meant.
  enum Name: Equatable {
    case id(String)
    case externalID(String)

    init(_ text: String) {
      let text = text.trimmed
      let label = Inquiry.labelled(text)
      switch label?.field {
      case .externalID: self = .externalID(label?.value ?? "")
      case _ where text == "ext:": self = .externalID("")
      case .id:
        let id = label?.value ?? text
        self = .id(Organization.ID(pasted: id)?.rawValue ?? id)
      case nil, .domain, .name: self = .id(Organization.ID(pasted: text)?.rawValue ?? text)
      }
    }

    /// The one organization that a word names; nil where it names none.
    static func given(to command: String, _ word: String?) throws(Refusal) -> Name? {
      guard let word else { return nil }
      let name = Name(word)
      switch name {
      case .id(""), .externalID(""): return nil
      case .externalID: return name
      case .id:
        // Which of several is meant is not guessed.
        let count = Organization.ID.count(in: word)
        guard count < 2 else { throw Refusal("\(command) takes one ID; this holds \(count)") }
        return name
      }
    }

    /// What to try where the server has none of this id; nil: it has the form of one.
    var advice: String? {
      guard case .id(let text) = self, Organization.ID(pasted: text) == nil else { return nil }
      let named =
        text.contains(where: \.isWhitespace) ? "Names are looked for by list --search. " : ""
      return OtherCommand.advice(on: text)
        ?? "\(named)An external id goes behind ext:, as in ext:\(Self.externalID(in: text))"
    }

    private static func externalID(in text: String) -> String {
      if case .externalID(let id)? = Inquiry(text)?.sources.last { id } else { text }
    }
  }

  var server = ServerOptions()
  var name: Name

  init?(from reader: inout ArgumentReader) throws(Refusal) {
    var given: String?
    while let argument = try reader.nextArgument() {
      switch argument {
      case .option("--help"), .option("-h"): return nil
      case .option(let option):
        guard try server.take(option, from: &reader) else { throw reader.unknown(option) }
      case .word(let word):
        guard given == nil else { throw Refusal("get takes one ID, not also “\(word)”") }
        given = word
      }
    }
    guard let name = try Name.given(to: "get", given) else {
      throw Refusal("get needs the ID of an organization, such as org_01H… or ext:crm-42")
    }
    self.name = name
  }
}

/// The options of `list`.
struct ListOptions: Equatable {
  var server = ServerOptions()
  var search: String?
  var domains: [String] = []
  /// What was taken for something else than what was given.
  var remarks: [String] = []
  var limit = 100
  var isCSV = false

  /// Nil when help is wanted.
  init?(from reader: inout ArgumentReader) throws(Refusal) {
    while let argument = try reader.nextOption() {
      switch argument {
      case "--help", "-h": return nil
      case "--search": search = try reader.name(of: argument, &remarks)
      case "--domain": domains.append(try reader.domain(of: argument, &remarks))
      case "--limit":
        limit = try reader.number(of: argument, in: 1...1_000_000, unit: "organizations")
      case "--csv": isCSV = true
      default:
        guard try server.take(argument, from: &reader) else { throw reader.unknown(argument) }
      }
    }
    if search != nil, !domains.isEmpty { throw Refusal("give --search or --domain, not both") }
    if isCSV, server.isJSON { throw Refusal("give --json or --csv, not both") }
  }
}

/// The options of `create`.
struct CreateOptions: Equatable {
  var server = ServerOptions()
  var name = ""
  var domains: [String] = []
  /// What was taken for something else than what was given.
  var remarks: [String] = []
  var externalID: String?
  var metadata: [String: String] = [:]
  /// Who is to be its first member.
  var admin: FirstAdmin?

  /// Nil when help is wanted.
  init?(from reader: inout ArgumentReader) throws(Refusal) {
    var email: String?
    var roles: [String] = []
    while let argument = try reader.nextOption() {
      switch argument {
      case "--help", "-h": return nil
      case "--admin": email = try reader.line(of: argument)
      case "--admin-role":
        let role = try reader.line(of: argument, mayRepeat: true)
        guard !roles.contains(role) else { throw Refusal("\(argument) gives “\(role)” twice") }
        roles.append(role)
      case "--name": name = try reader.line(of: argument).trimmed
      case "--domain": domains.append(try reader.domain(of: argument, &remarks))
      case "--external-id":
        externalID = try reader.line(of: argument).trimmed
        if externalID?.isEmpty == true { throw Refusal("\(argument) needs a value") }
      case "--metadata":
        let text = try reader.line(of: argument, mayRepeat: true)
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
          throw Refusal("--metadata takes KEY=VALUE, not “\(text)”")
        }
        let key = String(text[..<equals])
        guard metadata[key] == nil else { throw Refusal("--metadata gives “\(key)” twice") }
        metadata[key] = String(text[text.index(after: equals)...])
      default:
        guard try server.take(argument, from: &reader) else { throw reader.unknown(argument) }
      }
    }
    if name.isEmpty { throw Refusal("create needs --name") }
    guard let email else {
      if !roles.isEmpty { throw Refusal("--admin-role needs --admin") }
      return
    }
    let admin = FirstAdmin(email: email, roles: roles.isEmpty ? [FirstAdmin.usualRole] : roles)
    guard admin.isAddress else {
      throw Refusal("--admin takes an e-mail address, such as jane@acme.com, not “\(email)”")
    }
    self.admin = admin
  }
}
