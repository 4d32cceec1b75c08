import Cells
import Foundation
import ViewModel
import WorkOS

/// The words of a search: what was asked of the server, and what it brought.
enum SearchWords {
  static func kind(_ source: ListSource) -> String {
    switch source {
    case .everything: "all"
    case .name: "name"
    case .domains(let domains): domains.count == 1 ? "domain" : "domains"
    case .id: "id"
    case .externalID: "external id"
    }
  }

  /// - Parameter width: the columns within which a domain is shown in both its forms.
  private static func value(_ source: ListSource, fitting width: Int = 40) -> String {
    switch source {
    case .everything: ""
    case .name(let name): name
    case .domains(let domains):
      domains.prefix(2).map { DomainWords.both($0, fitting: width) }.joined(separator: ", ")
        + (domains.count > 2 ? " and \(domains.count - 2) more" : "")
    case .id(let id): id.rawValue
    case .externalID(let externalID): externalID
    }
  }

  /// `person; domain acme.com; name or external id bob@acme.com`
  static func asked(_ inquiry: Inquiry) -> String {
    (inquiry.person == nil ? "" : "person; ") + asked(inquiry.sources, of: inquiry)
  }

  /// What was taken of a text, each thing once, without what it may be.
  static func taken(_ sources: [ListSource]) -> String {
    let names = names(in: sources)
    var values: [String] = []
    for source in sources {
      let value = value(source)
      let isOneOfNames = names.count > 1 && names.contains(value)
      let shown = isOneOfNames ? ListWords.quoted(value) : ListWords.shortened(value)
      if !values.contains(shown) { values.append(shown) }
    }
    return values.joined(separator: ", ")
  }

  /// The first thing that was taken of a text, and how many others: for where there is little room.
  static func takenFirst(_ sources: [ListSource], columns: Int = 24) -> String {
    var values: [String] = []
    for source in sources {
      let value = value(source, fitting: 0)
      if !values.contains(value) { values.append(value) }
    }
    let rest = values.count > 1 ? " and \(values.count - 1) more" : ""
    return ListWords.shortened(values.first ?? "", columns: columns) + rest
  }

  /// The texts that are asked for, where there is one with a blank or a comma in it: they are told apart by
  /// quotes then.
  private static func names(in sources: [ListSource]) -> Set<String> {
    let names = sources.compactMap { source -> String? in
      switch source {
      case .name(let text), .externalID(let text): text
      case .everything, .domains, .id: nil
      }
    }
    return names.contains { $0.contains(where: { " ,".contains($0) }) } ? Set(names) : []
  }

  static func asked(_ sources: [ListSource], of inquiry: Inquiry) -> String {
    var groups: [(kinds: [String], value: String)] = []
    for source in sources {
      if let last = groups.indices.last, groups[last].value == value(source) {
        groups[last].kinds.append(kind(source))
      } else {
        groups.append(([kind(source)], value(source)))
      }
    }
    let names = names(in: sources)
    var words: [String] = []
    for (index, group) in groups.enumerated() {
      let isQuoted = names.contains(group.value) && (names.count > 1 || group.value.contains(" "))
      let value = isQuoted ? ListWords.quoted(group.value) : ListWords.shortened(group.value)
      // Of several lines, each may be the same kinds of things.
      if let last = words.indices.last, groups[index - 1].kinds == group.kinds {
        words[last] += ", \(value)"
      } else {
        words.append("\(list(group.kinds)) \(value)")
      }
    }
    let notes = [
      inquiry.leftOut > 0 ? "\(inquiry.leftOut) more were left out" : nil,
      inquiry.passedOver == 1 ? "one line was not used" : nil,
      inquiry.passedOver > 1 ? "\(inquiry.passedOver) lines were not used" : nil,
      unused(inquiry),
    ].compactMap(\.self)
    return words.joined(separator: "; ")
      + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  /// What stands beside what was taken: `not “Bob Smith”`. Of a mail its lines are counted instead.
  private static func unused(_ inquiry: Inquiry, columns: Int = 24) -> String? {
    guard inquiry.passedOver == 0, let first = inquiry.unused.first else { return nil }
    let rest = inquiry.unused.count > 1 ? " and \(inquiry.unused.count - 1) more" : ""
    return "not \(ListWords.quoted(first, columns: columns))\(rest)"
  }

  /// What was not taken of a text, in a few words; nil: all of it was.
  static func notTaken(_ inquiry: Inquiry) -> String? {
    switch inquiry.passedOver {
    case 0 where !inquiry.unused.isEmpty: unused(inquiry, columns: 8)
    case 0: inquiry.leftOut > 0 ? "\(inquiry.leftOut) left out" : nil
    case 1: "1 line unused"
    case let count: "\(count) lines unused"
    }
  }

  /// That there is nobody of whom a search was about too.
  static func nobody(_ name: PersonName) -> String {
    switch name {
    case .email(let email): "\(AddressWords.shortened(email)): no user, no invitation"
    case .user(let id): "\(ListWords.shortened(id)): no user"
    }
  }

  /// The line below what was loaded: `2 loaded · 3 more from the server, by domain`.
  static func outcome(_ search: ServerSearch, keyMap: KeyMap) -> TextLine {
    var spans: [Span] = []
    func add(_ text: String, _ style: Style = .plain) {
      spans.append(Span((spans.isEmpty ? "" : " · ") + text, style))
    }
    if search.keptCount > 0 { add("\(search.keptCount) loaded") }
    if !search.findings.isEmpty { add(found(search)) }
    let waiting = kinds(search.unanswered)
    if !waiting.isEmpty {
      add("asking the server by \(waiting.joined(separator: ", "))…")
    } else if search.findings.isEmpty, search.failed.isEmpty {
      add("no more on the server, by \(list(kinds(search.questions)))")
    }
    var told: Set<String> = []
    for question in search.failed {
      guard let failure = question.failure else { continue }
      let words = "by \(kind(question.source)): \(ErrorWords.short(failure)), r tries again"
      if told.insert(words).inserted { add(words, Palette.danger) }
    }
    if !search.missing.isEmpty { add("nothing for \(missing(search))", Palette.warning) }
    let leftOut = search.inquiry.leftOut
    if leftOut > 0 {
      add("\(leftOut) more \(leftOut == 1 ? "line was" : "lines were") left out", Palette.warning)
    }
    if search.isOnFirstPage, search.hasNextPage, let key = keyMap.name(of: .nextPage, in: .list) {
      add("\(key) goes on")
    }
    return TextLine(spans: spans)
  }

  /// The same in a few words, for the status line, where that line is not in sight.
  static func brief(_ search: ServerSearch, keyMap: KeyMap) -> Span {
    if let failure = search.failed.lazy.compactMap(\.failure).first {
      let retry = keyMap.name(of: .refresh, in: .list).map { ", \($0) tries again" } ?? ""
      return Span(ErrorWords.short(failure) + retry, Palette.danger)
    }
    let count = search.findings.reduce(0) { $0 + $1.count }
    guard search.missing.isEmpty else {
      return Span("nothing for \(missing(search, atMost: 1))", Palette.warning)
    }
    return Span(count == 0 ? "no more on the server" : "\(count) more from the server below")
  }

  /// The same where there is hardly any room: `no more`, `2 more below`.
  static func briefest(_ search: ServerSearch) -> Span {
    if let failure = search.failed.lazy.compactMap(\.failure).first {
      return Span(ErrorWords.short(failure), Palette.danger)
    }
    guard search.missing.isEmpty else {
      return Span("nothing for \(search.missing.count)", Palette.warning)
    }
    let count = search.findings.reduce(0) { $0 + $1.count }
    return Span(count == 0 ? "no more" : "\(count) more below")
  }

  /// Those of several lines of which nothing was found.
  private static func missing(_ search: ServerSearch, atMost most: Int = 8) -> String {
    let shown = search.missing.prefix(most).map {
      ListWords.shortened(InternationalName.readable($0) ?? $0)
    }
    let rest = search.missing.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func found(_ search: ServerSearch) -> String {
    let more = search.keptCount == 0 ? "" : " more"
    let counts = counts(search.findings)
    guard counts.count > 1 else {
      return "\(counts[0].count)\(more) from the server, by \(counts[0].kind)"
    }
    let parts = counts.map { "\($0.count) by \($0.kind)" }
    let count = search.findings.reduce(0) { $0 + $1.count }
    return "\(count)\(more) from the server: \(parts.joined(separator: ", "))"
  }

  /// What was asked by, each once.
  private static func kinds(_ questions: [PagedOrganizations]) -> [String] {
    var kinds: [String] = []
    for question in questions where !kinds.contains(kind(question.source)) {
      kinds.append(kind(question.source))
    }
    return kinds
  }

  private static func counts(
    _ findings: [ServerSearch.Finding]
  ) -> [(kind: String, count: Int)] {
    var counts: [(kind: String, count: Int)] = []
    for finding in findings {
      if let index = counts.firstIndex(where: { $0.kind == kind(finding.source) }) {
        counts[index].count += finding.count
      } else {
        counts.append((kind(finding.source), finding.count))
      }
    }
    return counts
  }

  /// `domain, name or external id`
  private static func list(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }

  /// What stands where rows would, when neither the loaded rows nor the server have any.
  static func empty(
    _ search: ServerSearch, _ console: Console, _ keyMap: KeyMap
  ) -> [TextLine] {
    // Whoever it is comes first: that no organization is called so is no news then.
    found(console, keyMap) + rowless(search, console)
  }

  /// That there is a person, whose card was left or not opened.
  private static func found(_ console: Console, _ keyMap: KeyMap) -> [TextLine] {
    guard let name = console.answers.found else { return [] }
    let isInvited = console.answers.isOnlyInvited
    let shown = isInvited ? "their invitations" : "who they are"
    let key = keyMap.name(of: .showPerson, in: .list).map { " \($0) shows \(shown)." } ?? ""
    let words = isInvited ? "was invited here." : "is a person here."
    return [
      TextLine("\(AddressWords.shortened(name.text)) \(words)\(key)", Palette.good), .empty,
    ]
  }

  private static func rowless(_ search: ServerSearch, _ console: Console) -> [TextLine] {
    if let waiting = search.unanswered.first, let load = waiting.load {
      return ListWords.loading(load, console)
    }
    let failures = search.failed.compactMap(\.failure)
    if let failure = failures.first {
      let answered = search.questions.filter { $0.failure == nil }.map { kind($0.source) }
      let rest =
        answered.isEmpty ? [] : [TextLine("Nothing was found by \(list(answered))."), .empty]
      return rest + ListWords.failed(failure)
    }
    guard search.isOnFirstPage else { return [TextLine("Nothing is left on this page.")] }
    return [
      TextLine(
        "The server has no organization with the "
          + asked(search.inquiry.sources, of: search.inquiry) + ", and no loaded row matches."),
      .empty,
      TextLine(hint(search.inquiry, console), Palette.quiet),
    ]
  }

  private static func hint(_ inquiry: Inquiry, _ console: Console) -> String {
    if let other = OtherID(inquiry.text) {
      return hint(other, isFound: console.answers.found != nil)
    }
    if !inquiry.stripeCustomers.isEmpty, inquiry.field == nil {
      return
        "The server does not look for the ids of Stripe's customers: only the rows that are loaded "
        + "are searched for them."
    }
    let isID = inquiry.sources.contains { if case .id = $0 { true } else { false } }
    if isID {
      let words = "The id may be of another environment: an API key works for only one."
      let hasPrefix = inquiry.text.lowercased().contains("org")
      return hasPrefix ? words : "\(words) Or it is a user's: user_ in front of it finds them."
    }
    return inquiry.field == nil
      ? "ext: before the text asks by external id alone; domain:, name: and id: do the same. "
        + "Esc goes back to the whole list."
      : "Without \(inquiry.label ?? "") before it, the text is looked for everywhere. "
        + "Esc goes back to the whole list."
  }

  /// That this is an id of something that is not searched, and where such things stand.
  ///
  /// - Parameter isFound: whether it is of a user, who is known.
  private static func hint(_ other: OtherID, isFound: Bool) -> String {
    if isFound { return "It is the id of a user, and organizations are not found by those." }
    let (thing, place) =
      switch other.thing {
      case .user: ("a user", "search for their e-mail address instead")
      case .membership: ("a membership", inTab("Members"))
      case .invitation: ("an invitation", inTab("Invitations"))
      case .domain: ("a domain", "search for the domain itself, such as acme.com")
      case .role: ("a role", inTab("Roles"))
      case .flag: ("a flag", inTab("Flags"))
      case .apiKey: ("an API key", inTab("API keys"))
      case .connection: ("a connection", inTab("Connections"))
      case .directory: ("a directory", inTab("Directories"))
      case .directoryUser: ("a user of a directory", "search for their e-mail address instead")
      case .directoryGroup: ("a group of a directory", inTab("Directories"))
      case .contact: ("an IT contact", inTab("Portal"))
      case .event: ("an event", inTab("Events"))
      }
    return other.thing == .user
      ? "It is the id of \(thing), of whom this environment knows nothing: \(place)."
      : "It is the id of \(thing), and organizations are not found by those: \(place)."
  }

  private static func inTab(_ title: String) -> String {
    "open the organization, where they stand in \(title)"
  }
}
