import Delivery
import Foundation
import ViewModel
import WorkOS

/// Where to work and as whom, out of the options and the environment; a flag wins.
struct Settings {
  var baseURL: BaseURL
  var apiKey: APIKey

  init(options: ConsoleOptions, environment: [String: String]) throws(Refusal) {
    apiKey = try Settings.apiKey(options, environment)
    let given: [(source: String, value: String?)] = [
      ("--api-url", options.apiURL),
      ("WORKOS_API_URL", environment["WORKOS_API_URL"]),
      ("WORKOS_API_BASE_URL", environment["WORKOS_API_BASE_URL"]),
    ]
    let (source, value) =
      given.first { $0.value?.isEmpty == false } ?? ("default", BaseURL.standard)
    baseURL = try Settings.baseURL(value ?? BaseURL.standard, from: source)
  }

  private static func baseURL(_ text: String, from source: String) throws(Refusal) -> BaseURL {
    do throws(BaseURL.Invalid) {
      return try BaseURL(text)
    } catch {
      throw Refusal("\(source) is not an address that can be used: \(words(for: error))")
    }
  }

  private static func words(for error: BaseURL.Invalid) -> String {
    switch error {
    case .notAURL: "give it as https://host"
    case .unsupportedScheme: "it has to start with https://"
    case .missingHost: "there is no host in it"
    case .invalidPort(let port): "there is no port \(port)"
    case .containsUserInformation: "it holds a user name or password; leave that out"
    case .containsQuery: "leave out what comes after the ?"
    case .containsFragment: "leave out what comes after the #"
    case .containsPath(let path):
      "leave out \(path); the address of WorkOS is \(BaseURL.standard)"
    case .unusableNumber(let host):
      "\(host) is a way to write an address that does not work on Linux; give a host name, such as "
        + "localhost for ::1, or four plain numbers, such as 127.0.0.1"
    case .unusableName(let host):
      "\(host) is not a host name; those have letters a to z, digits, hyphens, and single dots between"
    case .insecure(let host):
      "http:// would show the API key to the network on the way to \(host); use https://"
    }
  }

  private static func apiKey(
    _ options: ConsoleOptions, _ environment: [String: String]
  ) throws(Refusal) -> APIKey {
    let text: String
    let source: String
    if options.apiKeyFile != nil, options.apiKeyCommand != nil {
      throw Refusal("give --api-key-file or --api-key-command, not both")
    }
    if let command = options.apiKeyCommand {
      text = try APIKeyCommand(command: command, environment: environment).read()
      source = "what --api-key-command printed"
    } else if let file = options.apiKeyFile {
      (text, source) = (try APIKeyFile(path: file).read(), file)
    } else {
      (text, source) = (environment["WORKOS_API_KEY"] ?? "", "WORKOS_API_KEY")
    }
    let key = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if let quote = key.unicodeScalars.first(where: { quotes.contains($0) }) {
      throw Refusal("the API key in \(source) has quotes around it (\(quote)); remove them")
    }
    if let beginning = key.firstRange(of: /sk_(live|test)_/), beginning.lowerBound > key.startIndex
    {
      throw Refusal(
        "the API key in \(source) has something before it, such as “Bearer ” or “WORKOS_API_KEY=”;"
          + " leave only the key, from sk_ on")
    }
    if let last = key.last, ";,>)]}".contains(last) {
      throw Refusal("the API key in \(source) ends with “\(last)”, which no key does; remove it")
    }
    guard !key.isEmpty else {
      throw Refusal(
        "no API key: set WORKOS_API_KEY, or try it on made-up organizations with --sandbox")
    }
    guard key.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
      throw Refusal("the API key in \(source) has characters that no key has; copy it again")
    }
    return APIKey(secret: key)
  }
}

/// What may come along when a key is copied out of a document or a configuration.
private let quotes = Set("\"'`“”„‟‘’‚‛«»‹›「」＂＇".unicodeScalars)

extension Workplace {
  init(options: ConsoleOptions, baseURL: URL, apiKey: APIKey) {
    let kind: Kind =
      if options.sandbox != nil {
        .sandbox
      } else {
        switch apiKey.kind {
        case .live: .live
        case .test: .test
        case .unknown: .unknown
        }
      }
    let host = (baseURL.host() ?? "") + (baseURL.port.map { ":\($0)" } ?? "")
    self.init(
      kind: kind, host: host, isReadOnly: options.isReadOnly,
      deleteGrace: TimeInterval(options.deleteGrace), pageSize: options.pageSize,
      keepsRecords: true, keyEnding: String(apiKey.secret.suffix(4)))
  }
}

extension JournalAuthor {
  init(workplace: Workplace, apiKey: APIKey, user: String?) {
    self.init(
      user: user ?? NSUserName(), host: workplace.host, environment: workplace.kind.rawValue,
      keyEnding: String(apiKey.secret.suffix(4)))
  }
}
