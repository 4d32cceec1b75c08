import Foundation

/// What the API is known to leave out, send as null or spell in another way is read as absent.
extension KeyedDecodingContainer {
  /// The value, or nil when it is missing, null, or of another type.
  func tolerated<Value: Decodable>(_ type: Value.Type, forKey key: Key) -> Value? {
    (try? decodeIfPresent(type, forKey: key)) ?? nil
  }

  /// What something is known by, which may be neither missing nor empty.
  func identifier(forKey key: Key) throws -> String {
    let text = try decode(String.self, forKey: key)
    guard !text.isEmpty else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "empty")
    }
    return text
  }

  /// An ISO 8601 timestamp with or without a fraction, or nil when it is none.
  package func toleratedDate(forKey key: Key) -> Date? {
    tolerated(String.self, forKey: key).flatMap { try? Date.ISO8601FormatStyle().parse($0) }
  }
}

/// An element of an array that is nil where its value cannot be read.
struct Tolerated<Value: Decodable>: Decodable {
  var value: Value?

  init(from decoder: any Decoder) {
    value = try? Value(from: decoder)
  }
}

/// Why a body that came with a success status cannot be understood, without any of the body.
struct DecodingFailure: Error {
  var detail: String

  init(detail: String) {
    self.detail = detail
  }

  init(_ error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      detail = Self.path(context.codingPath + [key]) + ": missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      detail = Self.path(context.codingPath) + ": of another type"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      detail = Self.path(context.codingPath) + ": unusable"
    case let failure as DecodingFailure:
      detail = failure.detail
    default:
      detail = "not JSON"
    }
  }

  /// A coding path in the usual spelling, such as `data[3].id`.
  private static func path(_ keys: [any CodingKey]) -> String {
    guard !keys.isEmpty else { return "the answer" }
    return keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : "." + key.stringValue
      }
    }
  }
}
