import ViewModel

/// The options of `members`.
struct MembersOptions: Equatable {
  var server = ServerOptions()
  var name: GetOptions.Name

  /// Nil when help is wanted.
  init?(from reader: inout ArgumentReader) throws(Refusal) {
    guard let words = try reader.words(of: "members", atMost: 1, &server) else { return nil }
    guard let name = try GetOptions.Name.given(to: "members", words.first) else {
      throw Refusal("members needs the ID of an organization, such as org_01H… or ext:crm-42")
    }
    self.name = name
  }
}

/// The options of `who`.
struct WhoOptions: Equatable {
  var server = ServerOptions()
  var person: PersonName

  /// Nil when help is wanted.
  init?(from reader: inout ArgumentReader) throws(Refusal) {
    guard let words = try reader.words(of: "who", atMost: 1, &server) else { return nil }
    person = try PersonName.given(to: "who", words.first)
  }
}

/// The options of `why`.
struct WhyOptions: Equatable {
  var server = ServerOptions()
  var person: PersonName
  var name: GetOptions.Name

  /// Nil when help is wanted.
  init?(from reader: inout ArgumentReader) throws(Refusal) {
    guard let words = try reader.words(of: "why", atMost: 2, &server) else { return nil }
    person = try PersonName.given(to: "why", words.first)
    guard let name = try GetOptions.Name.given(to: "why", words.dropFirst().first) else {
      throw Refusal(
        "why needs an address and the ID of an organization: why jane@acme.com org_01H…")
    }
    self.name = name
  }
}

extension PersonName {
  /// Whoever has the one address in what was given, or the user whose id it is, however it was pasted.
  fileprivate static func given(
    to command: String, _ word: String?
  ) throws(Refusal) -> PersonName {
    guard let word else { throw Refusal("\(command) needs an e-mail address") }
    guard let name = PersonName(asked: word) else {
      throw Refusal(
        "\(command) takes one e-mail address such as jane@acme.com, or the id of a user, not “\(word)”"
      )
    }
    return name
  }
}

extension ArgumentReader {
  /// The words beside the options of the server; nil when help is wanted.
  fileprivate mutating func words(
    of command: String, atMost count: Int, _ server: inout ServerOptions
  ) throws(Refusal) -> [String]? {
    var words: [String] = []
    while let argument = try nextArgument() {
      switch argument {
      case .option("--help"), .option("-h"): return nil
      case .option(let option):
        guard try server.take(option, from: &self) else { throw unknown(option) }
      case .word(let word):
        guard words.count < count else {
          throw Refusal("\(command) does not also take “\(word)”")
        }
        words.append(word)
      }
    }
    return words
  }
}
