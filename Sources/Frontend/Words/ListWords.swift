import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

/// The words of the list and of its status line.
enum ListWords {
  static let noName = "(no name)"

  /// A name for a sentence, in quotation marks unless there is none.
  static func quoted(_ name: String, columns: Int = 40) -> String {
    name.isBlank ? noName : "“\(shortened(name, columns: columns))”"
  }

  /// A name as it is shown where there is no room for any length.
  static func shortened(_ name: String, columns: Int = 40) -> String {
    if name.isBlank { return noName }
    guard DisplayWidth.of(name) > columns else { return name }
    return DisplayWidth.prefix(of: name, fitting: columns - 1).text + "…"
  }

  /// A name of which the beginning and the end are shown, where there is no room for what is between.
  static func cutWithin(_ name: String, columns: Int) -> String {
    guard DisplayWidth.of(name) > columns else { return name }
    let end = DisplayWidth.prefix(of: String(name.reversed()), fitting: columns / 2).text
    let start = DisplayWidth.prefix(of: name, fitting: columns - 1 - columns / 2).text
    return start + "…" + String(end.reversed())
  }

  static func domains(_ domains: [OrganizationDomain], width: Int) -> String {
    guard let domain = domains.first?.domain else { return "" }
    guard domains.count > 1 else { return DomainWords.both(domain, fitting: width) }
    let rest = " +\(domains.count - 1)"
    let room = width - rest.count
    let first = DomainWords.both(domain, fitting: room)
    guard DisplayWidth.of(first) > room, room > 1 else { return first + rest }
    return DisplayWidth.prefix(of: first, fitting: room - 1).text + "…" + rest
  }

  static func rateLimit(_ limit: RateLimit) -> String {
    switch (limit.remaining, limit.limit) {
    case (let remaining?, let limit?): "\(remaining) of \(limit) requests left"
    case (let remaining?, nil): "\(remaining) requests left"
    case (nil, let limit?): "rate limit \(limit)"
    case (nil, nil): "rate limit unknown"
    }
  }

  /// `rate limited · retrying in 8 s · Esc stops`
  static func retry(_ wait: RetryWait, at now: Date) -> String {
    retries(wait, at: now)[0]
  }

  /// The same in shorter wordings too.
  ///
  /// - Parameter isNext: whether Esc stops it, and nothing else before it.
  static func retries(_ wait: RetryWait, at now: Date, isNext: Bool = true) -> [String] {
    let retry = "retrying in \(seconds(until: wait.until, at: now)) s"
    let stops = isNext ? " · Esc stops" : ""
    return ["\(ErrorWords.short(wait.error)) · \(retry)\(stops)", retry + stops, retry]
  }

  static func seconds(until date: Date, at now: Date) -> Int {
    max(0, Int(date.timeIntervalSince(now).rounded(.up)))
  }

  /// What becomes of a delete, and for the one that `z` takes back that it does; in shorter wordings too.
  static func leaving(_ deletion: Deletion, in console: Console, at now: Date) -> [String] {
    let undo = console.deletions.revocable.last == deletion ? " · z to undo" : ""
    if let wait = deletion.wait(in: console, at: now) {
      let isNext = deletion.isToBeRepeated && !console.list.isFiltered
      let stop = isNext ? " · Esc stops" : ""
      return repeated(after: wait, at: now, undo.isEmpty ? stop : undo)
    }
    return switch deletion.phase {
    case .queued(let until): ["deleting in \(seconds(until: until, at: now)) s\(undo)"]
    case .checking: ["checking it once more…\(undo)"]
    case .sending, .waiting: ["deleting…"]
    case .verifying: ["no answer; checking whether it is gone…"]
    }
  }

  /// That a write, or what is read for it, failed and is sent again, and the key for it; in shorter
  /// wordings too, none of which lets go of the error.
  static func repeated(after wait: RetryWait, at now: Date, _ key: String) -> [String] {
    let error = ErrorWords.short(wait.error)
    let time = "in \(seconds(until: wait.until, at: now)) s"
    return ["\(error) · retrying \(time)\(key)", "\(error) · \(time)\(key)", "\(error) · \(time)"]
  }

  /// What stands where rows would.
  ///
  /// - Parameter isTyping: whether the filter is being typed.
  static func empty(_ console: Console, isTyping: Bool, keyMap: KeyMap) -> [TextLine] {
    let list = console.list
    if case .refused(let error, _) = console.access {
      return [
        TextLine("The server refuses this API key.", Palette.danger), .empty,
        TextLine(ErrorWords.sentence(error)), .empty,
        TextLine(
          "Check that the key is for this host, or make a new one in the WorkOS dashboard under "
            + "API Keys. Then quit with q, set WORKOS_API_KEY to it, and start again.",
          Palette.quiet),
      ]
    }
    if list.isFiltered {
      return [
        TextLine("No loaded row matches."),
        TextLine(
          isTyping ? "Enter asks the server; Esc goes back." : "Esc clears the filter.",
          Palette.quiet),
      ]
    }
    if let search = list.search { return SearchWords.empty(search, console, keyMap) }
    if let failure = list.browsing.failure {
      return failed(failure) + (failure.isNotFound ? wrongAddress : [])
    }
    if let load = list.browsing.load { return loading(load, console) }
    guard list.browsing.page != nil else {
      return [TextLine("Nothing was loaded. r tries again.", Palette.quiet)]
    }
    return [
      TextLine("There are no organizations in this environment yet."),
      TextLine(
        keyMap.name(of: .add, in: .list).map { "\($0) creates one." } ?? "", Palette.quiet),
    ]
  }

  /// There is always a list of organizations, so it can only be looked for at the wrong place.
  private static let wrongAddress: [TextLine] = [
    .empty,
    TextLine(
      "There is no list of organizations at this address. Check --api-url: for WorkOS it is "
        + "\(BaseURL.standard), without /v1 or any other path."),
  ]

  static func failed(_ error: WorkOSError) -> [TextLine] {
    [
      TextLine(ErrorWords.sentenceOfReading(error), Palette.danger), .empty,
      TextLine("r tries again.", Palette.quiet),
    ]
  }

  static func loading(_ load: PageLoad, _ console: Console) -> [TextLine] {
    guard let retry = console.retries[load.pending.id] else {
      return [TextLine("Loading…", Palette.quiet)]
    }
    return [TextLine(ErrorWords.sentence(retry.error), Palette.warning)]
  }
}

extension WriteUnderway {
  /// The wait before it is sent again, or before what is read for it is read again; nil: there is none.
  func wait(in console: Console, at now: Date) -> RetryWait? {
    var waits = awaited.compactMap { console.retries[$0.id] }
    if case .waiting(let wait) = phase { waits.append(wait) }
    return waits.first { $0.until > now }
  }
}

extension Scene {
  /// The wait before a question is put once more; nil: there is none.
  func wait(of pending: Pending) -> RetryWait? {
    console.retries[pending.id].flatMap { $0.until > now ? $0 : nil }
  }

  /// What stands where an answer will, with the seconds that it takes, or why it is asked for once more:
  /// `Loading… · 3 s`, `Loading… · rate limited · retrying in 8 s`.
  func awaiting(_ pending: Pending, _ words: String) -> String {
    if let wait = wait(of: pending) {
      return "\(words) · \(ListWords.retries(wait, at: now, isNext: false)[0])"
    }
    let seconds = Int(now.timeIntervalSince(pending.since))
    return seconds < 1 ? words : "\(words) · \(seconds) s"
  }
}
