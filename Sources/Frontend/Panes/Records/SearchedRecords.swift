import ViewModel
import WorkOS

/// What the journal and the requests have in common: a table in which lines are looked for, and from
/// which organizations are opened.
struct SearchedRecords: Sendable {
  private let place: RecordsName
  private(set) var isOpen = false
  var table = RecordTable()
  private(set) var search = TextSearch()
  /// Where one was when its line was opened.
  private var tableBefore: RecordTable?
  private var trail: RecordsTrail

  init(_ place: RecordsName, isOpen: Bool = false) {
    self.place = place
    self.isOpen = isOpen
    trail = RecordsTrail(place)
  }

  /// Takes in that what was opened from a line is there, or has been left.
  mutating func follow(_ console: Console) {
    if isOpen, !trail.follow(console) { self = SearchedRecords(place) }
  }

  func name(_ name: PaneName, in console: Console) -> PaneName? {
    guard isOpen, !trail.isAway(in: console) else { return nil }
    return search.isTyped ? .overlaySearch : name
  }

  /// Carries out what is the same for both; nil when the action is another.
  mutating func perform(
    _ action: Action, count records: Int, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction]? {
    if search.isTyped { return performInLine(action, &keyboard) }
    if action == .close {
      self = SearchedRecords(place)
      return scene.console.detail.sought == nil ? [] : [.send(.detail(.seekingLeft))]
    }
    // What is typed ahead was meant for the organization.
    if scene.console.detail.sought != nil {
      return action == .back ? [.send(.detail(.seekingLeft))] : []
    }
    switch action {
    // Where no line is, none is looked for.
    case .filter where records == 0 && search.text.isEmpty: return []
    case .filter:
      tableBefore = table
      if !search.text.isEmpty { table.goToFirst() }
      search.openLine(in: .records(place), keyboard)
    case .back where !search.text.isEmpty: dropSearch()
    case .back: self = SearchedRecords(place)
    default:
      return table.perform(action, count: records, in: scene.layout, keyboard) ? [] : nil
    }
    return []
  }

  private mutating func performInLine(
    _ action: Action, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .keepText: search.keep(&keyboard)
    case .back:
      search.goBack()
      table = tableBefore ?? table
    default: if search.perform(action, &keyboard) { table.goToFirst() }
    }
    return []
  }

  mutating func edit(_ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void) {
    if search.edit(&keyboard, change) { table.goToFirst() }
  }

  private mutating func dropSearch() {
    search = TextSearch()
    table.goToFirst()
  }

  mutating func open(_ id: Organization.ID?, _ scene: Scene) -> [Reaction] {
    guard let id else { return [.send(.noticed(.nothingToOpen))] }
    lead(scene)
    return [.put(DetailPane()), .send(.detail(.ledTo(id, from: place)))]
  }

  /// A line leads on, be it by way of a form.
  mutating func lead(_ scene: Scene) { trail.lead(scene.console) }

  // MARK: Words

  var needles: [FoldedText] { search.needle.isEmpty ? [] : [search.needle] }

  var filterTitle: String {
    search.needle.isEmpty ? "" : " · \(ListWords.quoted(search.text, columns: 20))"
  }

  var noneMatches: String { "No line holds \(ListWords.quoted(search.text))." }
}
