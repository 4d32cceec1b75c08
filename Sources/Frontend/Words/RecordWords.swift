import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

/// The journal and the log of requests, line by line.
struct RecordWords {
  var times: TimeWords
  /// The columns of the screen.
  var columns: Int
  /// Whose rows the writes of tabs are about.
  var catalog: TabCatalog?
  /// The columns of the verbs, which all writes that are shown together keep.
  private var verbWidth = RecordWords.leastVerbWidth

  init(times: TimeWords, columns: Int, catalog: TabCatalog? = nil) {
    self.times = times
    self.columns = columns
    self.catalog = catalog
  }

  /// `create` and a space.
  private static let leastVerbWidth = 7
  /// A journal may hold verbs that this version does not know, of any length.
  private static let mostVerbWidth = 16

  /// The words for writes that stand below each other, so that their columns do.
  func aligned(for entries: [JournalEntry]) -> RecordWords {
    var words = self
    let widest = entries.map { DisplayWidth.of($0.intent.verb.rawValue) + 1 }.max() ?? 0
    words.verbWidth = min(max(widest, Self.leastVerbWidth), Self.mostVerbWidth)
    let widestName = entries.map { DisplayWidth.of(name(in: $0.intent)) }.max() ?? 0
    words.nameWidth = min(max(16, widestName), Self.mostNameWidth)
    return words
  }

  private static let mostNameWidth = 40
  /// What is worth showing of an id, the rest of which stands below.
  private static let leastIDWidth = 12
  /// The columns of the widest name, which all lines that are shown together keep.
  private var nameWidth = RecordWords.mostNameWidth

  func line(for entry: JournalEntry) -> TextLine {
    let intent = entry.intent
    if isNarrow {
      // What came of it and to whom; the rest stands below.
      return TextLine(
        spans: [
          Span("\(moment(entry.time)) ", Palette.quiet),
          verb(of: intent),
          outcome(of: entry), Span(" \(name(in: intent))"),
        ])
    }
    let start = TextLine(
      spans: [
        Span("\(moment(entry.time))  ", Palette.quiet),
        Span("\(environment(of: intent.author).padded(to: 13))  "),
        verb(of: intent),
        outcome(of: entry), Span("  "),
      ])
    // No name is cut for an id, which stands below.
    let room = columns - 4 - start.width
    if room < nameWidth + 2 + Self.leastIDWidth {
      return TextLine(spans: start.spans + [Span(name(in: intent))])
    }
    return TextLine(
      spans: start.spans + [
        Span(name(in: intent).fitted(to: nameWidth)),
        Span("  \(id(in: entry).padded(to: 30))", Palette.quiet),
        Span("  \(intent.author.user)", Palette.quiet),
      ])
  }

  private var isNarrow: Bool { columns < 60 }

  /// Where there is little room the year goes without saying, and then the zone, which stands below.
  private func moment(_ time: Date) -> String {
    if isNarrow { return "\(times.day(time).dropFirst(5)) \(times.clock(time).prefix(5))" }
    return String(times.minute(time).dropFirst(columns < 140 ? 5 : 0))
  }

  /// `live …x9Qz`: two keys of one kind may open two environments.
  private func environment(of author: JournalAuthor) -> String {
    "\(author.environment) …\(author.keyEnding)"
  }

  /// - Parameter spelled: how an address or a domain is written.
  private func name(
    in intent: JournalIntent, _ spelled: (String) -> String = AddressWords.readable(_:)
  ) -> String {
    let subject = intent.subject
    let name = subject.name.isBlank ? ListWords.noName : subject.name
    if subject.isOrganization { return name }
    // What is not named is called as its organization.
    let owner = subject.organization.flatMap { $0.name == subject.name ? nil : $0.name }
    return "\(subject.kind.words) \(spelled(name))" + (owner.map { " · \($0)" } ?? "")
  }

  /// What a filter looks through: all that a line and what stands below it say at once.
  func text(of entry: JournalEntry) -> String {
    let lines =
      [line(for: entry), TextLine(entry.intent.subject.name)]
      + [TextLine("\(entry.intent.author.host) \(environment(of: entry.intent.author))")]
      + [TextLine("\(entry.intent.author.user) \(entry.leadsTo?.rawValue ?? "")")]
      + [TextLine("\(id(in: entry)) \(entry.outcome?.requestID ?? "")")]
    return lines.flatMap(\.spans).map(\.text).joined(separator: " ")
  }

  func text(of request: LoggedRequest) -> String {
    ([line(for: request)] + details(of: request)).flatMap(\.spans).map(\.text)
      .joined(separator: " ")
  }

  private func verb(of intent: JournalIntent) -> Span {
    let verb = intent.verb
    return Span(verb.rawValue.fitted(to: verbWidth - 1) + " ", style(of: verb))
  }

  private func style(of verb: Verb) -> Style {
    verb.makesSomething ? Palette.good : verb.takesAway ? Palette.warning : .plain
  }

  private func id(in entry: JournalEntry) -> String { entry.subjectID ?? "" }

  private func outcome(of entry: JournalEntry) -> Span {
    // Where there is little room the status stands below.
    let width = isNarrow ? 8 : 12
    guard let outcome = entry.outcome else {
      return Span("unknown".padded(to: width), Palette.danger)
    }
    let status = isNarrow ? "" : outcome.status.map { " \($0)" } ?? ""
    switch outcome.result {
    case .done: return Span("done\(status)".padded(to: width), Palette.good)
    case .partly:
      return Span((isNarrow ? "partly" : "partly done").padded(to: width), Palette.danger)
    case .failed: return Span("failed\(status)".padded(to: width), Palette.danger)
    case .unknown: return Span("unknown".padded(to: width), Palette.danger)
    case .queued: return Span("not sent".padded(to: width), Palette.quiet)
    case .neverSent:
      return Span((isNarrow ? "unsent" : "never sent").padded(to: width), Palette.quiet)
    }
  }

  func line(for request: LoggedRequest) -> TextLine {
    if isNarrow {
      let isAnswered = if case .answered = request.ending { true } else { false }
      return TextLine(
        spans: [
          Span("\(times.clock(request.sentAt)) ", Palette.quiet),
          Span(request.method.padded(to: 7)), ending(of: request, width: isAnswered ? 3 : 9),
          // The place itself has no room for what nearly all begin with.
          Span(
            " " + path(of: request).replacing("/organizations/", with: "…/", maxReplacements: 1)),
        ])
    }
    let milliseconds = Int((request.duration * 1000).rounded())
    // Where there is little room, the address needs it more than columns of what is rare.
    let isTight = columns < 110
    let took = Span("\(milliseconds) ms".padded(to: isTight ? 9 : 10), Palette.quiet)
    let attempt = request.attempt > 1 ? "try \(request.attempt)  " : isTight ? "" : "       "
    let start =
      [
        Span("\(times.clock(request.sentAt))  ", Palette.quiet),
        Span(request.method.padded(to: 7)),
      ] + (isTight ? tightEnding(of: request, took) : [ending(of: request, width: 16), took])
      + [Span(attempt, Palette.warning)]
    let whole = Span(path(of: request))
    // An id says less than what comes behind it, and stands below in full.
    let hasRoom = TextLine(spans: start + [whole]).width <= columns - 4
    return TextLine(
      spans: start + [
        hasRoom ? whole : Span(IdentifierWords.shortened(in: whole.text)),
        Span(request.requestID.map { "  \($0)" } ?? "", Palette.quiet),
      ])
  }

  /// How it ended and how long that took; what failed took as long as it is waited for at most.
  private func tightEnding(of request: LoggedRequest, _ took: Span) -> [Span] {
    switch request.ending {
    case .answered: [ending(of: request, width: 5), took]
    case .failed(let error):
      [Span(ErrorWords.short(.transport(error)).fitted(to: 13) + " ", Palette.danger)]
    }
  }

  private func ending(of request: LoggedRequest, width: Int) -> Span {
    switch request.ending {
    case .answered(let status):
      Span("\(status)".padded(to: width), status < 400 ? Palette.good : Palette.danger)
    case .failed(let error):
      Span(ErrorWords.short(.transport(error)).padded(to: width), Palette.danger)
    }
  }

  private func path(of request: LoggedRequest) -> String {
    let query = request.url.query(percentEncoded: true).map { "?\($0)" } ?? ""
    return request.url.path(percentEncoded: true) + query
  }

  /// What the marked write was about, in full.
  func details(of entry: JournalEntry) -> [TextLine] {
    let author = entry.intent.author
    let request = entry.outcome?.requestID.map { " · request \($0)" } ?? ""
    let status = isNarrow ? entry.outcome?.status.map { " · answered \($0)" } ?? "" : ""
    let place = "\(author.user) · \(author.environment) · \(author.host) · key …\(author.keyEnding)"
    let subject = TextLine(
      spans: [
        Span(name(in: entry.intent, AddressWords.both(_:)), Palette.heading),
        Span("  \(id(in: entry))", Palette.quiet),
        Span("  \(times.day(entry.time)) \(times.time(entry.time))", Palette.quiet),
      ])
    let reason = entry.outcome?.reason.map { [TextLine(Self.words(for: $0), Palette.quiet)] } ?? []
    return [subject, TextLine(place + status + request, Palette.quiet)] + reason
      + changes(of: entry)
  }

  private static func words(for reason: JournalOutcome.Reason) -> String {
    switch reason {
    case .takenBack: "Not sent: it was taken back before."
    case .changed: "Not sent: someone changed it meanwhile."
    case .gone: "Not sent: it was gone already."
    case .unread: "Not sent: it could not be read before."
    case .hindered:
      "Not sent: something was found before that stood in the way, or was asked about."
    }
  }

  /// What a write of a tab has changed of its row, as far as both are known.
  private func changes(ofRow entry: JournalEntry) -> [TextLine] {
    let sent = entry.intent.change.map { [TextLine("sent: \($0.text)", Palette.quiet)] } ?? []
    guard let (before, after) = catalog?.rows(of: entry) else { return sent }
    guard let after else { return (before.map { [known(of: $0)] } ?? []) + sent }
    let old = before?.agreed ?? []
    let new = after.agreed.filter { !old.contains($0) }
    if new.isEmpty { return sent }
    return new.map { fact in
      let former = old.first { $0.label == fact.label }?.value
      return TextLine(
        spans: [
          Span(fact.label + "  ", Palette.quiet),
          Span(former.map { "\(Self.told($0)) → " } ?? ""),
          Span(Self.told(fact.value)),
        ])
    }
  }

  /// A value in words; where there is none, that.
  private static func told(_ value: String) -> String {
    value.isEmpty ? "none" : AddressWords.both(value)
  }

  /// What a row was like of which it is not known what it is like now.
  private func known(of row: TabRow) -> TextLine {
    let facts = row.agreed.map { "\($0.label) \(Self.told($0.value))" }.joined(separator: ", ")
    return TextLine(spans: [Span("before: ", Palette.quiet), Span(facts)])
  }

  private func changes(of entry: JournalEntry) -> [TextLine] {
    if !entry.intent.subject.isOrganization { return changes(ofRow: entry) }
    let isOrganization = entry.intent.subject.isOrganization
    let isNew = isOrganization && entry.intent.verb == .create
    let isGone = isOrganization && entry.intent.verb == .delete
    let before = isNew ? EditableFields() : entry.fieldsBefore
    let after = isGone ? EditableFields() : entry.fieldsAfter
    let sent = entry.intent.change.map { [TextLine("sent: \($0.text)", Palette.quiet)] } ?? []
    if let before, after == nil, let wanted = entry.fieldsWanted {
      let changes = before.changes(to: wanted).map { ReviewLines.line(for: $0) } + admin(of: entry)
      return [TextLine(fate(of: entry.outcome), Palette.quiet)] + (changes.isEmpty ? sent : changes)
    }
    let left = [unfinished(entry), repeated(entry), takenFor(entry)].compactMap(\.self).map {
      TextLine($0, Palette.danger)
    }
    guard let before, let after else { return left + sent }
    let changes = before.changes(to: after).map { ReviewLines.line(for: $0) } + admin(of: entry)
    return left + changes + (changes.isEmpty || !left.isEmpty ? sent : [])
  }

  /// The first admin, who is in no field of the organization.
  private func admin(of entry: JournalEntry) -> [TextLine] {
    guard let admin = entry.firstAdmin else { return [] }
    let role = admin.role ?? "the environment's default role"
    return [
      TextLine(
        spans: [
          Span("+ ", Palette.goodMark), Span("First admin  ", Palette.quiet),
          Span("\(AddressWords.both(admin.user)) as \(role)".spellingUnseen, Palette.heading),
        ], indent: 4)
    ]
  }

  /// What of a create with a first admin was not done, or is not known to be; nil: nothing.
  private func unfinished(_ entry: JournalEntry) -> String? {
    let answer = entry.outcome?.status.map { " (\($0))" } ?? ""
    if entry.leavesAdminUnknown {
      return "The organization was created; whether its first admin was added is not known"
        + "\(answer)."
    }
    guard entry.intent.verb == .create, entry.outcome?.result == .partly else { return nil }
    return "The organization was created; its first admin was not added\(answer)."
  }

  /// That something may have been made twice; nil: it was not.
  private func repeated(_ entry: JournalEntry) -> String? {
    entry.isPerhapsTwice
      ? "It was sent again, as no answer came to it before: there may be a second one." : nil
  }

  /// That it is by a person's word alone that it has made what it leads to; nil: it is not.
  private func takenFor(_ entry: JournalEntry) -> String? {
    entry.outcome?.takenFor.map {
      "Whether it was carried out is not known. \($0), which differs from what was sent, was taken for "
        + "what it made."
    }
  }

  /// What became of an update of which nobody has seen what it left.
  private func fate(of outcome: JournalOutcome?) -> String {
    switch outcome?.result {
    case .done: "Saved:"
    case .failed: "Sent, and not saved:"
    case .queued, .neverSent: "Not sent:"
    case .partly: "Sent, and saved only in part:"
    case .unknown, nil: "Sent; whether all of it was saved is not known:"
    }
  }

  func details(of request: LoggedRequest) -> [TextLine] {
    [
      TextLine("\(request.method) \(request.url.absoluteString)", Palette.quiet),
      TextLine(request.requestID.map { "request \($0)" } ?? "no request id", Palette.quiet),
      TextLine(request.body.map { "sent: \($0.text)" } ?? "", Palette.quiet),
    ]
  }
}
