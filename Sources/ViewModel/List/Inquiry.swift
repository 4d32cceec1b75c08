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
  /// What the filter looks for; any of it is enough.
  package let sought: Sought
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
    let taken = Inquiry.linesOfJSON(typed) ?? lines
    let labels = taken.map(Inquiry.labelled)
    let values = zip(taken, labels).map { $1?.value ?? $0 }
    let reading: Reading
    // Lines with several labels are several things.
    if let first = labels[0], let field = first.field,
      labels.allSatisfy({ $0 == nil || $0?.field == field })
    {
      (self.field, label) = (field, first.label)
      // Of what is one word each comma is of the id.
      let listed = values.flatMap {
        field == .externalID && $0.contains(" ") ? Inquiry.parts(of: $0) : [$0]
      }
      reading = Reading(field.takesLines ? listed : [values.joined(separator: " ")], of: field)
    } else {
      (field, label) = (nil, nil)
      let entries = values.flatMap(Inquiry.parts).flatMap(Inquiry.takingStripeCustomers)
      reading =
        OtherID(values.joined(separator: "\n")).map { Reading($0, taken) }
        ?? Reading(
          PastedText(entries.joined(separator: "\n")), lines: entries.map { PastedText($0) })
    }
    guard !reading.sources.isEmpty else { return nil }
    text = lines.joined(separator: " \(Inquiry.lineMark) ")
    sources = reading.sources
    (leftOut, passedOver) = (reading.leftOut, reading.passedOver)
    sought = Sought(
      reading.needles.map(Inquiry.needle) + reading.hosts.map { $0.needle($0.name) },
      inField: field?.position)
    needles =
      sought.needles
      + reading.hosts.compactMap { InternationalName.readable($0.name).map($0.needle) }
  }

  /// An address whole is nobody whose address only ends like it.
  private static func needle(_ text: String) -> FoldedText {
    FoldedText(text, as: EmailAddress.isAddress(text) ? .address : .anywhere)
  }

  /// Whether a row holds any of what is looked for, in the field it is about.
  package func matches(_ row: ListedOrganization) -> Bool {
    row.holds(sought)
  }
}

/// Where to ask, and what to look for among the rows, by the look of a text.
private struct Reading {
  var sources: [ListSource] = []
  var needles: [String] = []
  /// Hosts that can be nothing else.
  var hosts: [Host] = []
  var leftOut = 0
  var passedOver = 0

  /// A host, in the form of the DNS alone: read without accents it is another.
  struct Host {
    var name: String
    /// Whether it is neither the beginning nor the end of another.
    var isWhole: Bool

    func needle(_ form: String) -> FoldedText {
      FoldedText(form, as: isWhole ? .host : .anywhere, isExact: true)
    }
  }

  /// A list in the address of a request has its limits.
  private static let mostDomains = 50
  private static let mostIDs = 10
  /// Each line is asked for by name and as external id.
  private static let mostLines = 8
  /// Rows are looked through for each of them at every key.
  private static let mostNeedles = 8

  /// Values whose field is known.
  init(_ values: [String], of field: Inquiry.Field) {
    var asked = Array(values.prefix(Self.mostLines))
    let value = values.first ?? ""
    leftOut = values.count - asked.count
    if field == .externalID || field == .name {
      // Quotes around it, and the full stop behind it, are of the text it was copied from.
      asked = asked.map { text in
        let bare = PastedText(text).bare
        return bare.isEmpty ? text : bare
      }
    }
    needles = asked
    switch field {
    case .externalID:
      let others = asked.compactMap(Inquiry.alternative)
      sources = (asked + others).map(ListSource.externalID)
      needles += others
    case .name: sources = asked.map(ListSource.name)
    case .id:
      let known = PastedText(value).identifiers.map(\.id)
      ask(ids: known.isEmpty ? [Organization.ID(rawValue: value)] : known)
      if !known.isEmpty { needles = known.prefix(Self.mostNeedles).map(\.rawValue) }
    case .domain:
      let addresses = PastedText(value).words.map { word in
        PastedText.address(in: word)
          ?? PastedText.Address(host: HostName.normalized(word), isCertain: false)
      }
      ask(domains: addresses.map(\.host).filter { $0.contains { $0.isLetter || $0.isNumber } })
      let hosts = addresses.filter { PastedText.address(in: $0.host) != nil }
      self.hosts = hosts.prefix(Self.mostNeedles).map {
        Host(name: $0.host, isWhole: $0.isCertain)
      }
      if !hosts.isEmpty { needles = [] }
      look(for: addresses.filter { !hosts.contains($0) })
    }
  }

  /// The id of something else, whatever it was pasted with: it may be a name or an external id too.
  init(_ other: OtherID, _ lines: [String]) {
    self.init(PastedText(other.typed), lines: [PastedText(other.typed)])
    passedOver = lines.count { OtherID.all(in: $0).isEmpty }
  }

  /// A text that may be several things, in one line or in several.
  init(_ pasted: PastedText, lines: [PastedText]) {
    let (ids, customers) = (
      pasted.identifiers, PastedIdentifier.stripeCustomers(in: pasted.plain)
    )
    let addresses = pasted.addresses.filter {
      customers.isEmpty || !PastedIdentifier.isStripes($0.host)
    }
    let isMore = isMoreThanWhatWasTaken(pasted)
    let rest = isMore ? lines.filter { !Reading.holdsWhatIsTaken($0) } : lines
    let isList = lines.allSatisfy { !Reading.holdsWhatIsTaken($0) || $0.isNothingElse }
    let asked = (isMore && !isList ? lines : rest).prefix(Self.mostLines)
    let others = isMore && !isList ? [] : asked.flatMap(Reading.alternatives)
    needles =
      (asked + others).flatMap { [$0.plain, $0.unwrapped, $0.bare] }
      + ids.prefix(Self.mostNeedles).map(\.id.rawValue) + customers.prefix(Self.mostNeedles)
    look(for: addresses)
    needles = needles.enumerated().filter { !needles[..<$0].contains($1) }.map(\.element)

    ask(ids: ids.map(\.id))
    ask(domains: addresses.map(\.host))
    if isMore, !isList {
      passedOver = rest.count
      return
    }
    for line in asked.flatMap({ [$0] + Reading.alternatives(to: $0) }) {
      let plain = Reading.plain(line)
      let sources = [
        plain.isEmpty || line.identifiers.first?.isCertain == true ? nil : ListSource.name(plain),
        Reading.mayBeExternalID(plain) ? .externalID(plain) : nil,
      ].compactMap(\.self)
      self.sources += sources.filter { !self.sources.contains($0) }
    }
    leftOut += rest.count - asked.count
  }

  private static func alternatives(to line: PastedText) -> [PastedText] {
    Inquiry.alternative(to: line.plain).map { [PastedText($0)] } ?? []
  }

  private static func holdsWhatIsTaken(_ line: PastedText) -> Bool {
    !line.identifiers.isEmpty || !line.addresses.isEmpty
  }

  /// Whether what surrounds an address or an id is of no use: a URL, or a line out of a mail.
  private func isMoreThanWhatWasTaken(_ pasted: PastedText) -> Bool {
    let (ids, addresses) = (pasted.identifiers, pasted.addresses)
    guard pasted.words.count == 1, let word = pasted.words.first else {
      return ids.contains(where: \.isCertain) || addresses.contains(where: \.isCertain)
        || pasted.words.allSatisfy { PastedText.address(in: $0) != nil }
    }
    if !ids.isEmpty { return PastedText.identifier(word[...]) == nil }
    return !addresses.isEmpty && (word.contains("/") || word.contains(":"))
  }

  /// The text as a name or an external id; an address loses the full stop of its sentence.
  private static func plain(_ pasted: PastedText) -> String {
    if Inquiry.Field(rawValue: pasted.plain.lowercased()) != nil { return pasted.plain }
    guard pasted.words.count == 1, !pasted.addresses.isEmpty else { return pasted.bare }
    var plain = Substring(pasted.words[0])
    while let last = plain.last, ".!?".contains(last) { plain.removeLast() }
    return String(plain)
  }

  private static func mayBeExternalID(_ text: String) -> Bool {
    // A path of dots leads elsewhere.
    !text.allSatisfy { $0 == "." } && text.utf8.count <= FieldLimit.externalID
      && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Looks for a host whole where nothing can be missing of it: `sam@me.com` is nobody of `acme.com`.
  private mutating func look(for addresses: [PastedText.Address]) {
    for address in addresses.prefix(Self.mostNeedles) {
      if address.isCertain {
        hosts.append(Host(name: address.host, isWhole: true))
      } else {
        needles += [address.host, InternationalName.readable(address.host)].compactMap(\.self)
      }
    }
  }

  private mutating func ask(ids: [Organization.ID]) {
    sources += ids.prefix(Self.mostIDs).map(ListSource.id)
    leftOut += max(0, ids.count - Self.mostIDs)
  }

  private mutating func ask(domains: [String]) {
    guard !domains.isEmpty else { return }
    sources.append(.domains(Array(domains.prefix(Self.mostDomains))))
    leftOut += max(0, domains.count - Self.mostDomains)
  }
}
