/// A TXT record as it came out of DNS: whoever keeps the domain can have put any bytes there.
package struct TextRecord: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Its bytes as text; what is no UTF-8 becomes U+FFFD, so that it equals no token.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// What DNS says about the TXT records of a name.
package enum TextRecordAnswer: Equatable, Sendable {
  /// Those of the name; more than were taken in are counted.
  case records([TextRecord], leftOut: Int)
  /// The name exists, and has none.
  case noRecord
  case noSuchName
  /// No name server answered.
  case noAnswer
  /// A name server answered that it came to no answer (SERVFAIL), as for a zone that is broken.
  case failed
  /// A name server answered that it will not tell (REFUSED).
  case refused
  /// A name server answered something else that tells nothing.
  case cannotTell
  /// It is no name that can be asked for.
  case badName

  package var records: [TextRecord] {
    if case .records(let records, _) = self { records } else { [] }
  }

  /// Whether it tells what is there, or that nothing is.
  package var isCertain: Bool {
    switch self {
    case .records(_, let leftOut): leftOut == 0
    case .noRecord, .noSuchName: true
    case .noAnswer, .failed, .refused, .cannotTell, .badName: false
    }
  }
}

/// Whoever can ask DNS; the program has the resolver of the system.
package protocol TextRecordResolving: Sendable {
  /// The TXT records of a fully qualified name; it answers within seconds, whatever happens.
  func textRecords(of name: String) async -> TextRecordAnswer
}

/// Where nobody can be asked.
package struct NoResolver: TextRecordResolving {
  package init() {}

  package func textRecords(of name: String) async -> TextRecordAnswer { .noAnswer }
}
