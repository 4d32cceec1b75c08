import Foundation
import JSON
import WorkOS

/// A row of a tab, whatever it is a row of.
package struct TabRow: Equatable, Sendable, Identifiable {
  package let id: String
  /// What it is called in a question or a sentence, such as `jane@acme.com`.
  package let name: String
  /// One for each column.
  package let cells: [TabCell]
  /// What a write is agreed to by: when one of these is another meanwhile, it is asked anew.
  package let agreed: [TabFact]
  /// What else a filter finds it by.
  package let alsoKnownAs: [String]
  /// As the server sent it, where that has the row; see `Tab.json(of:)`.
  package let json: RawJSON
  /// What the answer to a write tells besides, shown once it is there; a row that is kept has none.
  package var secrets: [TabSecret]

  /// - Parameter json: without the values of what is secret; see `RawJSON.withholding`.
  package init(
    id: String, name: String, cells: [TabCell], agreed: [TabFact] = [],
    alsoKnownAs: [String] = [], json: RawJSON, secrets: [TabSecret] = []
  ) {
    self.id = id
    self.name = name
    self.cells = cells
    self.agreed = agreed
    self.alsoKnownAs = alsoKnownAs
    self.json = json
    self.secrets = secrets
  }

  /// The row as it is kept.
  var withoutSecrets: TabRow {
    var row = self
    row.secrets = []
    return row
  }

  /// The value of an agreed fact.
  package subscript(label: String) -> String? {
    agreed.first { $0.label == label }?.value
  }

  /// When it was made, as far as the server tells.
  var createdAt: Date? { item(Dated.self)?.createdAt }

  /// What it is a row of, read from its JSON.
  package func item<Item: Decodable>(_ type: Item.Type) -> Item? {
    try? JSONDecoder().decode(Item.self, from: json.bytes)
  }
}

/// What most things of the API say of themselves.
private struct Dated: Decodable {
  var createdAt: Date?

  private enum CodingKeys: String, CodingKey {
    case createdAt = "created_at"
  }

  init(from decoder: any Decoder) throws {
    createdAt = try decoder.container(keyedBy: CodingKeys.self).toleratedDate(forKey: .createdAt)
  }
}

package enum TabCell: Equatable, Sendable {
  case text(String)
  /// An e-mail address or a host, as the server has it; it is shown as people read it.
  case address(String)
  /// A word, and how it is meant.
  case state(String, Tone)
  case moment(Date?)
  /// When it ends, or has ended.
  case end(Date)

  /// How a word for a state is meant; it is said by the word, and by colour only besides.
  package enum Tone: Equatable, Sendable {
    case good
    case waiting
    case bad
    case quiet
  }

  /// The text a filter finds; dates are not looked for.
  var searched: String? {
    switch self {
    case .text(let text), .address(let text), .state(let text, _): text
    case .moment, .end: nil
    }
  }
}

/// Something a row says, under a label.
package struct TabFact: Equatable, Sendable {
  package var label: String
  package var value: String

  package init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// What an action of a tab is about.
package struct TabSubject: Sendable {
  package var organization: Organization
  /// The marked row.
  package var row: TabRow?
  /// All rows that are loaded.
  package var rows: TabRowList
  /// Whether there are no more than those.
  package var isComplete: Bool
  /// The rows of which a write that is on its way may take away what others count on, such as an admin.
  var leaving: Set<TabRow.ID> = []
  /// The other organizations that have what the row is, as far as they are loaded.
  var others: [SharedDomains.Holder] = []
  /// When they were read; nil: they were not yet.
  package var asOf: Date?
  /// The address of the person for whom an answer pointed to the action; nil: none did.
  package var email: String?

  package init(
    organization: Organization, row: TabRow? = nil, rows: TabRowList = TabRowList(),
    isComplete: Bool = true, asOf: Date? = nil
  ) {
    self.organization = organization
    self.row = row
    self.rows = rows
    self.isComplete = isComplete
    self.asOf = asOf
  }
}
