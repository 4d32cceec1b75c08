import Cells
import ViewModel
import WorkOS

/// What the domain doctor says.
struct DoctorWords {
  /// Other records of a name are shown up to this many; the rest is counted.
  private static let mostOthers = 3

  let doctor: DomainDoctor
  /// The domain as it was last read; nil: it is no longer there.
  let now: OrganizationDomain?
  /// Whether WorkOS is looking for the record.
  let isWaiting: Bool
  let isReadOnly: Bool
  let keyMap: KeyMap
  /// The other organizations that have the domain, of those that are loaded.
  var holders: [SharedDomains.Holder] = []

  var lines: [TextLine] {
    [headline, state] + elsewhere + [.empty] + expected + [.empty] + found + [.empty] + advice
  }

  // MARK: How things are

  private var isVerified: Bool { now?.state?.isVerified == true }

  private var headline: TextLine {
    switch doctor.diagnosis {
    case .looking: Self.line("…", Palette.accentMark, "Looking in DNS…")
    case .found(let name): Self.line("✓", Palette.goodMark, "The record is in DNS, at \(name).")
    case .mistaken(let name, .misspelled):
      Self.line("✗", Palette.dangerMark, "Nearly right at \(name): compare the values.")
    case .mistaken(let name, _):
      Self.line("✗", Palette.dangerMark, "The value stands where it does not belong, at \(name).")
    case .missing:
      Self.line("✗", Palette.dangerMark, "The record is not in DNS, as seen from here.")
    case .unknown: Self.line("?", Palette.warningMark, unknown)
    }
  }

  /// Why nobody knows: what a name server refuses may be what is wrong with the domain.
  private var unknown: String {
    // At the domain itself says more than at a name in it.
    let usual = doctor.findings.filter { $0.place.value != nil }
      .sorted { $0.place.name.utf8.count < $1.place.name.utf8.count }
    if let finding = usual.first(where: { $0.answer == .failed }) {
      return "The name server could not answer for \(finding.place.name) (SERVFAIL): its zone or "
        + "DNSSEC may be broken."
    }
    if let finding = usual.first(where: { $0.answer == .refused }) {
      return "The name server refused to answer for \(finding.place.name) (REFUSED): it may not "
        + "have its zone, or not tell it here."
    }
    return "Not every name could be looked at, so nobody knows."
  }

  private var state: TextLine {
    guard let now else { return TextLine("  The domain is no longer in the list of this tab.") }
    let state = now.state?.rawValue ?? "in no state that was sent"
    if isVerified { return Self.line("✓", Palette.goodMark, "At WorkOS it is \(state).") }
    let waiting = isWaiting ? ", and is being looked for; the time counts below." : "."
    return Self.line(" ", .plain, "At WorkOS it is \(state)\(waiting)")
  }

  /// That another organization has it too, which may be why it cannot be verified here.
  private var elsewhere: [TextLine] {
    guard let fact = DomainWords.alsoOn(holders) else { return [] }
    let words = "\(fact.label.prefix(1).lowercased())\(fact.label.dropFirst()) \(fact.value)"
    return [
      TextLine(spans: [Span("! ", Palette.warningMark), Span("It is \(words).")], indent: 2)
    ]
  }

  private static func line(_ mark: String, _ style: Style, _ text: String) -> TextLine {
    TextLine(spans: [Span("\(mark) ", style), Span(text, Palette.heading)], indent: 2)
  }

  // MARK: What is expected, and what is there

  private var places: [RecordPlace] {
    doctor.findings.map(\.place).filter { $0.value != nil }
  }

  private var expected: [TextLine] {
    let title =
      places.count > 1
      ? "Expected, in the first of these ways or in the second" : "Expected"
    let lines = places.enumerated().flatMap { number, place in
      let mark = places.count > 1 ? "\(number + 1)" : " "
      return [
        Self.fact(mark, "TXT name", place.name), Self.fact(" ", "TXT value", place.value ?? ""),
      ]
    }
    return [TextLine(title, Palette.heading)] + lines
  }

  private static func fact(_ mark: String, _ label: String, _ value: String) -> TextLine {
    TextLine(
      spans: [.label("\(mark) " + label.padded(to: 11)), Span(value)], indent: 13)
  }

  private var found: [TextLine] {
    [TextLine("Found in DNS", Palette.heading)]
      + doctor.findings.flatMap { lines(for: $0) }
  }

  private func lines(for finding: DomainDoctor.Finding) -> [TextLine] {
    let matches = doctor.matches(in: finding)
    let near = matches.filter { $0.match != .other }
    let isUsual = finding.place.value != nil
    // Where records end up by mistake nothing is expected, and nothing is said.
    if !isUsual, near.isEmpty { return [] }
    let others = matches.filter { $0.match == .other }.map(\.record)
    let name = Span(finding.place.name)
    if near.isEmpty {
      let line = TextLine(
        spans: [mark(finding), name, Span(": " + none(finding, others.count))], indent: 2)
      // At the domain itself there are those of everybody else.
      return [line] + (finding.place.value == token ? self.others(others) : [])
    }
    let more = others.isEmpty ? "" : " beside \(Self.count(others.count))"
    let lines = near.map { record, match in
      Self.fact(" ", Self.words(for: match), record.text)
    }
    let mark =
      near.contains { $0.match == .right }
      ? Span("✓ ", Palette.goodMark) : Span("✗ ", Palette.dangerMark)
    return [TextLine(spans: [mark, name, Span(":" + more)], indent: 2)] + lines
  }

  private var isFound: Bool { if case .found = doctor.diagnosis { true } else { false } }

  private var token: String? { doctor.domain.verificationToken }

  private func mark(_ finding: DomainDoctor.Finding) -> Span {
    switch finding.answer {
    case nil: Span("… ", Palette.accentMark)
    // One place is enough.
    case let answer? where answer.isCertain:
      isFound ? Span("  ") : Span("✗ ", Palette.dangerMark)
    case .some: Span("? ", Palette.warningMark)
    }
  }

  private func none(_ finding: DomainDoctor.Finding, _ others: Int) -> String {
    switch finding.answer {
    case nil: finding.pending == nil ? "not looked at" : "looking…"
    case .records(_, let leftOut):
      "none; \(Self.count(others))" + (leftOut > 0 ? ", and \(leftOut) that cannot be read" : "")
    case .noRecord: "none; the name has no TXT record"
    case .noSuchName: "none; there is no such name"
    case .noAnswer: "no name server answered"
    case .failed: "the name server could not answer (SERVFAIL)"
    case .refused: "the name server refused to answer (REFUSED)"
    case .cannotTell: "the name server answered that it cannot tell"
    case .badName: "this is no name that DNS can have"
    }
  }

  private static func count(_ others: Int) -> String {
    "\(others) other TXT \(others == 1 ? "record" : "records")"
  }

  private static func words(for match: RecordMatch) -> String {
    switch match {
    case .right: "right"
    case .misspelled: "nearly"
    case .misplaced: "elsewhere"
    case .other: "other"
    }
  }

  private func others(_ records: [TextRecord]) -> [TextLine] {
    TextLine.bounded(records, to: Self.mostOthers, what: "records") {
      [Self.fact(" ", "other", ListWords.shortened($0.text, columns: 60))]
    }
  }

  // MARK: What to do

  private var advice: [TextLine] {
    let delay = "A record that was added a moment ago may take its time to be seen"
    let sentences: [String?] =
      if isVerified {
        ["There is nothing left to do."]
      } else {
        switch doctor.diagnosis {
        case .looking: []
        case .found where isWaiting: ["WorkOS was asked to look for it."]
        case .found where isReadOnly: ["WorkOS has yet to see it; --read-only asks it for nothing."]
        case .found: [key(.verifyDomain).map { "\($0) has WorkOS look for it." }]
        case .mistaken, .missing:
          [
            key(.copyForCustomer).map {
              "\($0) copies a text for the customer: what to add, and how."
            },
            key(.refresh).map { "\(delay); \($0) looks again." } ?? "\(delay).",
          ]
        case .unknown: [key(.refresh).map { "\($0) looks again." }]
        }
      }
    return sentences.compactMap(\.self).map { TextLine($0) }
  }

  private func key(_ action: Action) -> String? { keyMap.name(of: action, in: .doctor) }

  /// A text to send to whoever keeps the domain.
  static func letter(_ domain: OrganizationDomain) -> [String] {
    let places = RecordPlace.all(for: domain).filter { $0.value != nil }
    guard let first = places.first else { return [] }
    var lines = [
      "To verify \(domain.domain), please add this TXT record to its DNS:", "",
      "Name:  \(first.name)", "Value: \(first.value ?? "")",
    ]
    if let second = places.dropFirst().first {
      lines += [
        "", "If that is not found, this one beside it:", "",
        "Name:  \(second.name)", "Value: \(second.value ?? "")",
      ]
    }
    // Which part that is hangs on the provider's zone, which nobody here knows.
    lines += [
      "",
      "Where your DNS provider adds your domain to names by itself, leave that part out of the name;",
      "where nothing is left of it, most of them write @.",
    ]
    return lines
  }
}
