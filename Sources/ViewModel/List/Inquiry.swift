import Foundation
import WorkOS

/// What a person typed or pasted to find an organization, and everything it may be.
package struct Inquiry: Equatable, Sendable {
  /// A field that a prefix such as `ext:` names.
  package enum Field: String, CaseIterable, Sendable {
    case id = "id:"
    case externalID = "ext:"
    case domain = "domain:"
    case name = "name:"

    /// Whether each of several lines is a value of its own, which nothing else sets apart.
    fileprivate var takesLines: Bool { self == .externalID || self == .name }
  }

  /// What stands in a line of text between the lines that were pasted into it.
  package static let lineMark: Character = "↵"

  /// As it was typed, with nothing invisible in it.
  package let text: String
  /// The field it is about, when a prefix says so, or the label it was copied with.
  package let field: Field?
  /// What says so, such as `ext:`.
  package let label: String?
  /// Where the server is to be asked, the likeliest first; each on its own.
  package let sources: [ListSource]
  /// How many more addresses or ids there were than are asked for.
  package let leftOut: Int
  /// How many pasted lines hold nothing that was taken, and look like no names either: those of a mail.
  package let passedOver: Int
  /// What stands beside an address or an id and was not taken, such as the name of whose it is.
  package let unused: [String]
  /// What the filter looks for; any of it is enough.
  package let sought: Sought
  /// What of that can be nothing else: the rows that hold it come first. Nil: all of it, or none.
  let surest: Sought?
  /// What of a row is marked: what the filter looks for, and its domains as people read them.
  package let needles: [FoldedText]

  /// The ids of Stripe's customers in it, by which the server does not search.
  package var stripeCustomers: [String] { PastedIdentifier.stripeCustomers(in: text) }

  /// Whom it is looked for as well, where it holds one e-mail address or the id of a user.
  package var person: PersonName? { PersonName(sought: text) }

  /// Nil when nothing can be looked for.
  package init?(_ typed: String) {
    let lines = Inquiry.lines(of: typed)
    guard !lines.isEmpty else { return nil }
    let spread = Inquiry.linesOfJSON(typed).map { Spread(lines: $0) } ?? Spread(of: lines)
    let labels = spread.lines.map(Inquiry.labelled)
    var reading: Reading
    if let common = Inquiry.commonLabel(labels, of: spread.lines), let known = common.field {
      (field, label) = (known, common.label)
      let values = zip(spread.lines, labels).map { $1?.value ?? $0 }
      // Of what is one word each comma is of the id.
      let listed = values.flatMap {
        known == .externalID && $0.contains(" ") ? Inquiry.parts(of: $0) : [$0]
      }
      reading = Reading(known.takesLines ? listed : [values.joined(separator: " ")], of: known)
    } else {
      (field, label) = (nil, nil)
      reading = Inquiry.reading(spread.lines, labels)
    }
    guard !reading.sources.isEmpty else { return nil }
    text = lines.joined(separator: " \(Inquiry.lineMark) ")
    sources = reading.sources
    (leftOut, passedOver) = (reading.leftOut, reading.passedOver + spread.headers)
    unused = reading.unused + spread.unused
    let (sure, others) = (reading.sureNeedles, reading.otherNeedles)
    sought = Sought(others + sure, inField: field?.position)
    let surest = reading.surestNeedles
    self.surest =
      surest.isEmpty || others.isEmpty ? nil : Sought(surest, inField: field?.position)
    needles =
      sought.needles
      + reading.hosts.compactMap { InternationalName.readable($0.name).map($0.needle) }
  }

  /// The label of all lines. Those without one are of its field too, unless they say that they are something
  /// else: an address, or what stands behind a label that is not known.
  private static func commonLabel(_ labels: [Labelled?], of lines: [String]) -> Labelled? {
    // Lines with several labels are several things.
    guard let first = labels.first ?? nil, let field = first.field,
      labels.allSatisfy({ $0 == nil || $0?.field == field })
    else { return nil }
    let areOfIt = zip(lines, labels).allSatisfy { line, label in
      label != nil || !field.takesLines || !holdsCertain(line) && alternative(to: line) == nil
    }
    return areOfIt ? first : nil
  }

  private static func reading(_ lines: [String], _ labels: [Labelled?]) -> Reading {
    let values = zip(lines, labels).map { $1?.value ?? $0 }
    let hasOtherValue = labels.contains { $0?.field != nil && $0?.field != .id }
    if !hasOtherValue, let other = OtherID(values.joined(separator: "\n")) {
      return Reading(other, lines)
    }
    let isOfPerson = !PastedText(values.joined(separator: "\n")).emails.isEmpty
    let entries = zip(values, labels).flatMap { value, label in
      parts(of: value).flatMap(takingStripeCustomers).map { part in
        Reading.Entry(
          PastedText(part),
          // Beside an address, a name is mostly that of whose it is.
          label == nil ? .text : label?.field == .name && isOfPerson ? .aside : .labelled)
      }
    }
    return Reading(entries)
  }

  /// Whether a row holds any of what is looked for, in the field it is about.
  package func matches(_ row: ListedOrganization) -> Bool {
    row.holds(sought)
  }
}
