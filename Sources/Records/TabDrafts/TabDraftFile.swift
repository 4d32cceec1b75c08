import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// What the file of a tab's form holds: all that was typed and picked in it, and what it is for.
struct TabDraftFile: Codable {
  private static let currentVersion = 1

  private struct Field: Codable {
    var text: String
    var picked: [Choice]
  }

  private struct Choice: Codable {
    var value: String
    var label: String
    var note: String
  }

  private var version: Int
  var environment: RecordEnvironment
  private var organization: String
  private var organizationName: String
  private var tab: String
  private var action: String
  private var row: String?
  private var title: String
  private var fields: [String: Field]
  /// What the fields held at first, where that is known.
  private var base: [String: Field]?
  private var sentAt: Date?
  private var wasCarriedOut: Bool?

  private enum CodingKeys: String, CodingKey {
    case version
    case environment
    case organization
    case organizationName = "organization_name"
    case tab
    case action
    case row
    case title
    case fields
    case base
    case sentAt = "sent_at"
    case wasCarriedOut = "carried_out"
  }

  init(_ draft: TabDraft, in environment: RecordEnvironment) {
    version = Self.currentVersion
    self.environment = environment
    organization = draft.key.organization.rawValue
    organizationName = draft.organizationName
    tab = draft.key.tab
    action = draft.key.action
    row = draft.key.row
    title = draft.title
    fields = Self.fields(of: draft.values)
    base = Self.fields(of: draft.base)
    sentAt = draft.sentAt
    wasCarriedOut = draft.wasCarriedOut ? true : nil
  }

  /// Nil when the file is of a later version.
  func draft(_ id: TabDraft.ID) -> TabDraft? {
    guard version == Self.currentVersion else { return nil }
    return TabDraft(
      id: id,
      key: TabFormSession.Key(
        organization: Organization.ID(rawValue: organization), tab: tab, action: action, row: row),
      title: title, organizationName: organizationName, values: Self.values(of: fields),
      base: Self.values(of: base ?? [:]), sentAt: sentAt, wasCarriedOut: wasCarriedOut ?? false)
  }

  private static func fields(of values: TabValues) -> [String: Field] {
    values.values.mapValues { value in
      Field(
        text: value.text,
        picked: value.picked.map { Choice(value: $0.value, label: $0.label, note: $0.note) })
    }
  }

  private static func values(of fields: [String: Field]) -> TabValues {
    TabValues(
      fields.mapValues { field in
        TabValue(
          text: field.text,
          picked: field.picked.map { TabChoice($0.value, $0.label, note: $0.note) })
      })
  }

  /// The same draft is always the same bytes, in visible ASCII.
  func bytes(for path: String) throws(RecordError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(self),
      let text = RawJSON(bytes: json).compact(escaping: { !$0.isVisibleASCII })
    else {
      throw RecordError(path: path, reason: "what was typed cannot be written as JSON")
    }
    return [UInt8](text.utf8) + [UInt8(ascii: "\n")]
  }
}
