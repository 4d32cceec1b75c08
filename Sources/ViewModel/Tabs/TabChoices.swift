import Delivery
import WorkOS

/// What there is to pick from in a field of a form, as far as it was read: each value once, found
/// without a look at all of them.
package struct TabChoices: Equatable, Sendable {
  /// In the order in which they are listed.
  package private(set) var all: [TabChoice] = []
  /// Where each value stands among them.
  private var places: [String: Int] = [:]
  package internal(set) var load: Pending?
  package internal(set) var failure: WorkOSError?
  /// Where the page stands that was asked for last.
  var cursor = PageCursor.first

  /// Adds those that are not known; false: all of them are.
  mutating func add(_ page: [TabChoice]) -> Bool {
    let count = all.count
    for choice in page where places[choice.value] == nil {
      places[choice.value] = all.count
      all.append(choice)
    }
    return all.count > count
  }

  package func place(of value: String) -> Int? { places[value] }

  subscript(value: String) -> TabChoice? { places[value].map { all[$0] } }

  /// In the order in which they are listed, whoever picked what first; what is not listed comes last.
  func sorted(_ picked: [TabChoice]) -> [TabChoice] {
    picked.enumerated()
      .map { (place: places[$1.value] ?? all.count + $0, choice: $1) }
      .sorted { $0.place < $1.place }
      .map { choice in places[choice.choice.value].map { all[$0] } ?? choice.choice }
  }
}
