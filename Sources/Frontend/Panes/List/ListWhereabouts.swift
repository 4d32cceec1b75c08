import Cells
import ViewModel

/// Where in the list this is, for the left of the status line.
struct ListWhereabouts {
  let scene: Scene
  /// Whether the filter is being typed.
  let isTyping: Bool
  /// Whether the line among the rows that says what a search brought is not on screen.
  var isOutcomeOutOfSight = false

  /// Where in the list this is, in several ways, the longest first.
  var wordings: [Wording] {
    let list = scene.console.list
    if list.isFiltered { return filtered(list) }
    guard let search = list.search else {
      return ListPlace.of(list.browsing, under: scene.top).wordings(keyMap: scene.keyMap)
    }
    return searched(search, ListPlace.of(search, order: list.order, under: scene.top))
  }

  /// Whether Esc is the list's: what is open beside it or over it is left first.
  private var hasKeyboard: Bool { [.list, .filter].contains(scene.top) }

  private func filtered(_ list: OrganizationList) -> [Wording] {
    let count = Span("\(list.matches.count) of \(list.loadedCount) loaded rows match")
    let short = "\(list.matches.count) of \(list.loadedCount) match"
    let (reason, brief) = (self.reason(list), self.reason(list, isBrief: true))
    guard isTyping else {
      let text = Span(list.filter.trimmed, Palette.accent)
      let escape = Span(hasKeyboard ? " · Esc clears the filter" : "", Palette.quiet)
      let shortEscape = Span(hasKeyboard ? " · Esc clears" : "", Palette.quiet)
      // How to leave it matters more than a name on the right.
      return Wording.inOrder([
        TextLine(count, Span(" "), text, reason, escape), TextLine(count, reason, escape),
        TextLine(Span(short), reason, shortEscape), TextLine(Span(short), brief, shortEscape),
        TextLine(Span(short), shortEscape),
      ]) + [Wording(line: TextLine(short), loss: 12)]
    }
    guard let inquiry = list.filterInquiry else { return Wording.inOrder([TextLine(count)]) }
    let person = inquiry.person == nil ? "" : "person, "
    let asked = " · Enter asks: \(person)\(SearchWords.taken(inquiry.sources))"
    // Why a row is there of which nothing shows it outlasts what Enter asks, which the last line names.
    let reasons =
      reason.text.isEmpty
      ? []
      : [
        TextLine(Span(short), reason, Span(asked)),
        TextLine(Span(short), reason, Span(" · Enter asks the server")),
        TextLine(Span(short), brief, Span(" · Enter asks the server")),
        TextLine(Span(short), reason), TextLine(Span(short), brief),
      ]
    let whole = [
      TextLine(count, reason, Span(" · Enter asks the server: \(SearchWords.asked(inquiry))")),
      TextLine(Span(short), reason, Span(" · Enter asks: \(SearchWords.asked(inquiry))")),
    ]
    let inFull = [
      TextLine(count, Span(" · Enter asks the server: \(SearchWords.asked(inquiry))")),
      TextLine(count, Span(" · Enter asks: \(SearchWords.asked(inquiry))")),
      TextLine("\(short) · Enter asks: \(SearchWords.asked(inquiry))"),
    ]
    let first = SearchWords.takenFirst(inquiry.sources)
    // What is asked for matters more than how many rows there are to be seen.
    let shorter = [
      "\(short)\(asked)", "\(short) · Enter asks: \(person)\(first)",
      "Enter asks: \(person)\(first)", "Enter asks: \(first)",
      "Enter asks: \(SearchWords.takenFirst(inquiry.sources, columns: 14))",
      "\(short) · Enter asks the server",
    ].map { TextLine($0) }
    return Wording.inOrder(whole + reasons + inFull + partly(inquiry, short, person) + shorter)
  }

  /// That not all of a text was taken, with what was, where there is little room.
  private func partly(_ inquiry: Inquiry, _ short: String, _ person: String) -> [TextLine] {
    guard let notTaken = SearchWords.notTaken(inquiry) else { return [] }
    let first = SearchWords.takenFirst(inquiry.sources)
    let shorter = SearchWords.takenFirst(inquiry.sources, columns: 12)
    return [
      "\(short) · Enter asks: \(person)\(SearchWords.taken(inquiry.sources)) · \(notTaken)",
      "\(short) · Enter asks: \(person)\(first) · \(notTaken)",
      "Enter asks: \(person)\(first) · \(notTaken)", "Enter asks: \(first) · \(notTaken)",
      "Enter: \(shorter) · \(notTaken)",
    ].map { TextLine($0) }
  }

  /// By what the selected row matches, where that is not to be seen in it.
  private func reason(_ list: OrganizationList, isBrief: Bool = false) -> Span {
    guard let field = list.selectedOrganization?.unseenMatch(of: list.inquiry?.needles ?? [])
    else { return Span("") }
    return Span(" · \(isBrief ? "by" : "this one by its") \(FieldWords.label(field))")
  }

  /// What was asked of the server comes before the page, and how to leave it is in each wording.
  private func searched(_ search: ServerSearch, _ listPlace: ListPlace) -> [Wording] {
    let sources = search.walked.map { [search.questions[$0].source] } ?? search.inquiry.sources
    let words = SearchWords.asked(sources, of: search.inquiry)
    let asked = Span("server: \(words)", Palette.accent)
    let text = Span("server: \(SearchWords.taken(sources))", Palette.accent)
    let escape = Span(hasKeyboard ? " · Esc: whole list" : "", Palette.quiet)
    let first = Span("server: \(SearchWords.takenFirst(sources, columns: 18))", Palette.accent)
    let shortEscape = Span(hasKeyboard ? " · Esc" : "", Palette.quiet)
    let partly = notTaken(search)
    let brief = [TextLine(first, escape)]
    guard search.unanswered.isEmpty else {
      return Wording.inOrder(
        [TextLine(asked, escape)] + partly + [TextLine(text, escape)] + brief
          + [shortened(text, TextLine(escape))])
    }
    if isOutcomeOutOfSight {
      let outcome = SearchWords.brief(search, keyMap: scene.keyMap)
      let told = Span(" · " + outcome.text, outcome.style)
      let briefest = SearchWords.briefest(search)
      // Of what there is no more is said before that there is none.
      return Wording.inOrder([
        TextLine(asked, told, escape), TextLine(text, told, escape), TextLine(first, told, escape),
        TextLine(first, told, shortEscape), TextLine(first, told),
        TextLine(first, Span(" · " + briefest.text, briefest.style), shortEscape),
        TextLine(first, Span(" · " + briefest.text, briefest.style)),
        shortened(first, TextLine(told)), TextLine(outcome, escape), TextLine(outcome),
      ])
    }
    let parts = listPlace.parts(keyMap: scene.keyMap)
    let place = Span(" · " + parts.joined(separator: " · "))
    let order = listPlace.orderWords
    var wordings = [
      Wording(line: TextLine(asked, place, escape, Span(order)), loss: 0),
      Wording(line: TextLine(asked, place, escape), loss: order.isEmpty ? 0 : 1),
      Wording(line: TextLine(asked, escape), loss: 2),
    ]
    wordings += partly.map { Wording(line: $0, loss: 12) }
    wordings += [
      Wording(line: TextLine(text, place, escape), loss: 13),
      Wording(line: TextLine(text, escape), loss: 14),
    ]
    wordings += brief.map { Wording(line: $0, loss: 15) }
    wordings.append(Wording(line: shortened(text, TextLine(escape)), loss: 16))
    // That there is no such person outlasts the message, and matters more than the place.
    guard let nobody = scene.console.answers.nobody else { return wordings }
    let told = Span(" · " + SearchWords.nobody(nobody))
    let rests = [TextLine(told, place, escape), TextLine(told, escape)]
    return Wording.inOrder(
      [TextLine(asked, told, place, escape, Span(order))]
        + rests.map { TextLine(spans: [asked] + $0.spans) }
        + [TextLine(text, told, escape), TextLine(Span(SearchWords.nobody(nobody)), escape)])
      + wordings.map { Wording(line: $0.line, loss: $0.loss + 10) }
  }

  /// That not all of a text was taken, after what was.
  private func notTaken(_ search: ServerSearch) -> [TextLine] {
    guard search.isOnFirstPage, let words = SearchWords.notTaken(search.inquiry) else { return [] }
    let sources = search.inquiry.sources
    let escape = Span(hasKeyboard ? " · Esc" : "", Palette.quiet)
    return [18, 12].map { columns in
      let first = SearchWords.takenFirst(sources, columns: columns)
      return TextLine(Span("server: \(first)", Palette.accent), Span(" · \(words)"), escape)
    }
  }

  /// As much of a text as leaves room for what comes after it.
  private func shortened(_ text: Span, _ rest: TextLine) -> TextLine {
    let room = max(16, scene.layout.columns - 3 - rest.width)
    guard DisplayWidth.of(text.text) > room else { return TextLine(spans: [text] + rest.spans) }
    let start = DisplayWidth.prefix(of: text.text, fitting: room - 1).text
    return TextLine(spans: [Span(start + "…", text.style)] + rest.spans)
  }
}
