import Foundation
import JSON

/// The id of an item; every text is one.
package protocol RowID: Hashable, Sendable {
  var rawValue: String { get }

  init(rawValue: String)
}

/// Something a list has many of, each with an id and the JSON that the server sent for it.
package protocol RowItem: Identifiable, Equatable, Sendable where ID: RowID {
  /// What it was read from, and can be read from again.
  var json: RawJSON { get }
  /// When it was last changed on the server, if that tells.
  var updatedAt: Date? { get }
  /// What a filter looks through, by field; the first one is the name it goes by.
  var searchFields: [[String]] { get }
  /// What else it is found by as a whole, at once however many are held; each once.
  var keys: [String] { get }

  init(decoding json: RawJSON) throws
  /// What is shown should its JSON, which was read once, not be readable again.
  init(id: ID, unreadable json: RawJSON)
}

extension RowItem {
  var keys: [String] { [] }

  /// Whether it was read before the other was last changed.
  func isOlder(than other: Self) -> Bool {
    guard let updatedAt, let other = other.updatedAt else { return false }
    return updatedAt < other
  }
}
