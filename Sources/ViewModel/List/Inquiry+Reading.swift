import Foundation
import WorkOS

extension Inquiry {
  /// Where to ask, and what to look for among the rows, by the look of a text.
  struct Reading {
    var sources: [ListSource] = []
    var needles: [String] = []
    /// Words that are looked for as the whole of a field, as they stand in a longer text.
    var wholes: [String] = []
    /// Ids of organizations that can be nothing else.
    var sureIDs: [String] = []
    /// Hosts that can be nothing else.
    var hosts: [Host] = []
    /// What is hardly anything but the id or the domain of one: rows that have it come first.
    var likely: [FoldedText] = []
    var leftOut = 0
    var passedOver = 0
    var unused: [String] = []
  }
}

extension Inquiry.Reading {
  /// A host, in the form of the DNS alone: read without accents it is another.
  struct Host {
    var name: String
    /// Whether it is neither the beginning nor the end of another.
    var isWhole: Bool

    func needle(_ form: String) -> FoldedText {
      FoldedText(form, as: isWhole ? .host : .anywhere, isExact: true)
    }
  }

  /// A line, a cell of a table or a word of a list.
  struct Entry {
    enum Kind {
      case text
      /// It stood behind a label that is known.
      case labelled
      /// It says something of whose address is beside it.
      case aside
    }

    let text: PastedText
    let kind: Kind
    /// Whether an address or an id is in it, and one that can be nothing else.
    let holdsWhatIsTaken: Bool
    let holdsCertain: Bool

    init(_ text: PastedText, _ kind: Kind) {
      (self.text, self.kind) = (text, kind)
      let (ids, addresses) = (text.identifiers, text.addresses)
      holdsWhatIsTaken = !ids.isEmpty || !addresses.isEmpty
      holdsCertain = ids.contains(where: \.isCertain) || addresses.contains(where: \.isCertain)
    }
  }

  /// A list in the address of a request has its limits.
  private static let mostDomains = 50
  private static let mostIDs = 10
  /// Each line is asked for by name and as external id.
  private static let mostLines = 8
  /// Of a longer text: more of them are hardly ids of customers.
  private static let mostWords = 4
  /// Rows are looked through for each of them at every key.
  private static let mostNeedles = 8

  /// What rows come first for.
  var surestNeedles: [FoldedText] {
    sureNeedles + wholes.map { FoldedText($0, as: .whole) } + likely
  }

  /// What can be nothing else.
  var sureNeedles: [FoldedText] {
    sureIDs.map { FoldedText($0) } + hosts.map { $0.needle($0.name) }
  }

  /// An address whole is nobody whose address only ends like it.
  var otherNeedles: [FoldedText] {
    needles.map { FoldedText($0, as: EmailAddress.isAddress($0) ? .address : .anywhere) }
      + wholes.map { FoldedText($0, as: .whole) }
  }

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
    self.init([Entry(PastedText(other.typed), .text)])
    passedOver = lines.count { OtherID.all(in: $0).isEmpty && $0.saysSomething }
  }

  /// Texts each of which may be several things.
  init(_ all: [Entry]) {
    // A line of marks says nothing, and would be found in many a domain.
    let speaking = all.filter(\.text.plain.saysSomething)
    let entries = speaking.isEmpty ? all : speaking
    let pasted = PastedText(entries.map(\.text.plain).joined(separator: "\n"))
    let ids = pasted.identifiers
    let customers = PastedIdentifier.stripeCustomers(in: pasted.plain)
    let addresses = pasted.addresses.filter {
      customers.isEmpty || !PastedIdentifier.isStripes($0.host)
    }
    let isMore = isMoreThanWhatWasTaken(pasted)
    let holding = entries.filter(\.holdsWhatIsTaken)
    let isMail = isMail(entries, holding, isMore)
    let companies = isMore ? noteAsides(of: holding) : []
    let values = entries.filter { entry in
      switch entry.kind {
      case .text where !isMore && !isMail: true
      case .text: !isMail && !entry.holdsWhatIsTaken && !isOfUser(entry, beside: ids)
      case .labelled: !isMore || !entry.holdsCertain
      case .aside: false
      }
    }
    passedOver = entries.count {
      $0.kind == .aside || isMail && $0.kind == .text && !$0.holdsWhatIsTaken
    }
    let listed = values.map(\.text) + companies.map { PastedText($0) }
    let asked = Array(listed.prefix(Self.mostLines))
    leftOut = listed.count - asked.count
    // Of a mail no line is looked for but those out of which something was taken.
    let lines = isMail ? holding.prefix(Self.mostLines - asked.count).map(\.text) : []
    needles = (asked + asked.flatMap(Self.alternatives) + lines).flatMap {
      [$0.plain, $0.unwrapped, $0.bare]
    }
    takeWords(of: entries, beside: asked, ids)
    likely += asked.filter { $0.words.count == 1 }.flatMap(\.wordsLikeIDs).map {
      FoldedText($0, as: .whole)
    }
    note(ids, customers, addresses)
    ask(for: asked)
  }

  /// Adds what was taken, after which lines are asked for.
  private mutating func note(
    _ ids: [PastedText.Identifier], _ customers: [String], _ addresses: [PastedText.Address]
  ) {
    let shown = ids.prefix(Self.mostNeedles)
    sureIDs = shown.filter(\.isCertain).map(\.id.rawValue)
    needles += shown.filter { !$0.isCertain }.map(\.id.rawValue)
    needles += customers.prefix(Self.mostNeedles)
    look(for: addresses)
    var known = Set(sureIDs)
    needles = needles.filter { known.insert($0).inserted }

    ask(ids: ids.map(\.id))
    ask(domains: addresses.map(\.host))
    sources += wholes.map(ListSource.externalID)
  }

  private mutating func ask(for lines: [PastedText]) {
    for line in lines.flatMap({ [$0] + Self.alternatives(to: $0) }) where !line.holdsSecret {
      let plain = Self.plain(line)
      let sources = [
        plain.isEmpty || line.identifiers.first?.isCertain == true ? nil : ListSource.name(plain),
        Self.mayBeExternalID(plain) ? .externalID(plain) : nil,
      ].compactMap(\.self)
      self.sources += sources.filter { !self.sources.contains($0) }
    }
  }

  /// Whether lines are those of a mail, of which only what can be looked up is of use.
  private func isMail(_ entries: [Entry], _ holding: [Entry], _ isMore: Bool) -> Bool {
    if isMore, holding.contains(where: { !$0.text.isNothingElse }) { return true }
    guard
      isMore || !holding.isEmpty
        || entries.contains(where: { $0.kind == .labelled || !$0.text.wordsLikeIDs.isEmpty })
    else { return false }
    return entries.contains { $0.kind == .text && $0.text.plain.isOfMail }
  }

  /// A user beside the id of an organization is a person to look up, and no organization.
  private func isOfUser(_ entry: Entry, beside ids: [PastedText.Identifier]) -> Bool {
    ids.contains(where: \.isCertain) && !OtherID.all(in: entry.text.plain).isEmpty
  }

  /// The companies beside addresses and ids; anything else there is noted as not used, but for the name of
  /// whoever an address is of.
  private mutating func noteAsides(of entries: [Entry]) -> [String] {
    var companies: [String] = []
    for entry in entries where !entry.text.isNothingElse {
      for aside in entry.text.asides {
        if Inquiry.isCompany(aside) {
          if !companies.contains(aside) { companies.append(aside) }
        } else if !entry.text.isMailbox {
          unused.append(aside)
        }
      }
    }
    return companies
  }

  /// Takes what looks like an id of its own out of longer texts.
  private mutating func takeWords(
    of entries: [Entry], beside asked: [PastedText], _ ids: [PastedText.Identifier]
  ) {
    let lines = asked + asked.flatMap(Self.alternatives)
    var known = Set(lines.map(\.bare) + lines.map(Self.plain) + ids.map(\.id.rawValue))
    let words = entries.flatMap(\.text.wordsLikeIDs).filter { known.insert($0).inserted }
    wholes = Array(words.prefix(Self.mostWords))
    leftOut += words.count - wholes.count
  }

  private static func alternatives(to line: PastedText) -> [PastedText] {
    Inquiry.alternative(to: line.plain).map { [PastedText($0)] } ?? []
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
    while let last = plain.last, last != ":", PastedText.endsSentence(last) { plain.removeLast() }
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
        likely.append(FoldedText(address.host, as: .host, isExact: true))
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

extension String {
  /// Whether there is a letter or a digit in it.
  var saysSomething: Bool { contains { $0.isLetter || $0.isNumber } }

  /// Whether a line stands in a mail rather than in a list: it greets, takes leave, is quoted, or ends a
  /// sentence.
  fileprivate var isOfMail: Bool {
    guard let last, let first else { return false }
    if first == ">" || lowercased().hasPrefix("sent from my ") { return true }
    let words = split(separator: " ")
    let greets = words.map { Self.greetings.contains($0.filter(\.isLetter).lowercased()) }
    if greets.allSatisfy(\.self) { return true }
    if ",!".contains(last), words.count <= 4, greets.first == true { return true }
    // Of a name most words are written large.
    let small = words.count { $0.first?.isLowercase == true }
    return words.count > 3 && (PastedText.endsSentence(last) || small * 2 > words.count)
  }

  private static let greetings: Set = [
    "hello", "hi", "hey", "dear", "greetings", "good", "thanks", "thank", "regards", "best", "kind",
    "cheers", "sincerely", "yours", "hallo", "guten", "liebe", "lieber", "viele", "bonjour", "hola",
  ]
}
