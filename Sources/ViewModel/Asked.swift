import Delivery
import WorkOS

/// Who asked the server what: an answer is for its asker, and for no one else.
package struct Asked: Equatable, Sendable {
  /// Where an answer belongs.
  package enum Address: Equatable, Sendable {
    /// A page of the list, or of a search over it.
    case list
    /// Who else has what was typed in the form.
    case neighbours
    case detail
    /// Whoever shows the organization, and nobody else.
    case shown
    /// An organization that is to be opened though it is in no list.
    case sought
    /// The form: what it reads before and after it writes, and what it writes.
    case editor
    /// Deletes, and the dialog that asks about one.
    case deletions
    /// An update of the journal that is to be reverted.
    case journal
    /// The organization of a draft that is to be opened.
    case drafts
    /// Who somebody is, and why they cannot sign in.
    case answers
    /// The tabs of the open organization.
    case tabs
  }

  private var addresses: [RequestID: Address] = [:]

  package subscript(_ id: RequestID) -> Address? { addresses[id] }

  /// How many answers are awaited.
  package var count: Int { addresses.count }

  mutating func add(_ id: RequestID, for address: Address) { addresses[id] = address }

  /// Takes the address of an answer that came, or of a question that was given up.
  @discardableResult
  mutating func take(_ id: RequestID) -> Address? { addresses.removeValue(forKey: id) }
}
