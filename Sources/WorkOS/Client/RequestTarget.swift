import Foundation

/// What a request is about: a path below the base URL, and a query.
package struct RequestTarget: Equatable, Sendable {
  /// A query parameter; several values are joined by commas, as the API's lists are.
  package struct Parameter: Equatable, Sendable {
    package var name: String
    package var values: [String]

    package init(_ name: String, _ values: [String]) {
      self.name = name
      self.values = values
    }
  }

  package var segments: [String]
  package var parameters: [Parameter] = []

  package init(segments: [String], parameters: [Parameter] = []) {
    self.segments = segments
    self.parameters = parameters
  }

  /// The path with its segments encoded, without the query.
  package var path: String { segments.map { "/" + Self.encodedSegment($0) }.joined() }

  /// The full URL; nil only when the base is no URL text to append to.
  func url(below base: URL) -> URL? {
    var text = base.absoluteString
    while text.hasSuffix("/") { text.removeLast() }
    text += path
    for (index, parameter) in parameters.enumerated() {
      text += index == 0 ? "?" : "&"
      text += parameter.name + "=" + parameter.values.map(Self.encoded).joined(separator: ",")
    }
    return URL(string: text)
  }

  /// A segment that stays one segment: even its dots are encoded when it would mean a directory.
  private static func encodedSegment(_ segment: String) -> String {
    if segment == "." || segment == ".." {
      return segment.replacing(".", with: "%2E")
    }
    return encoded(segment)
  }

  /// Percent-encodes everything but RFC 3986's unreserved characters.
  ///
  /// `URLComponents` would leave `+` as it is, which servers read as a space.
  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
