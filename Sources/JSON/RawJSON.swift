import Foundation

/// A JSON value as the server sent it: key order, number spelling and unknown fields untouched.
package struct RawJSON: Equatable, Sendable {
  package var bytes: Data

  package init(bytes: Data) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    bytes = Data(text.utf8)
  }
}
