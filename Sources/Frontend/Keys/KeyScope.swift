/// The panes a binding is for: some by their names, others by what is true of them, so that a pane which
/// is declared elsewhere has the keys that all of its kind have.
package struct KeyScope: Sendable, ExpressibleByArrayLiteral {
  private var names: Set<PaneName> = []
  private var traits: PaneName.Traits = []
  private var isEverywhere = false
  private var excluded: Set<PaneName> = []

  package init(arrayLiteral names: PaneName...) {
    self.names = Set(names)
  }

  private init(_ traits: PaneName.Traits) {
    self.traits = traits
  }

  /// Where the marked or open organization is at hand.
  static let browsing = KeyScope(.browses)
  /// Where lines are read.
  static let reading = KeyScope(.isRead)
  /// What is longer than the screen, and where a number before a movement says how often.
  static let scrolling = KeyScope([.isRead, .browses])
  /// The rows of a tab.
  static let tabs = KeyScope(.isTab)
  /// The overview and the tabs beside it.
  static let tabbed = KeyScope(.hasTabs)
  static let typing = KeyScope(.takesText)
  /// The lines behind a slash.
  static let searchLines: KeyScope = [.filter, .tabFilter, .overlaySearch]
  static let confirming = KeyScope(.hasButtons)
  static let everywhere = {
    var scope = KeyScope([])
    scope.isEverywhere = true
    return scope
  }()

  func with(_ names: PaneName...) -> KeyScope {
    var scope = self
    scope.names.formUnion(names)
    return scope
  }

  /// The same, but for some that have a meaning of their own for it.
  func without(_ names: PaneName...) -> KeyScope {
    var scope = self
    scope.excluded.formUnion(names)
    return scope
  }

  package func contains(_ pane: PaneName) -> Bool {
    if excluded.contains(pane) { return false }
    return isEverywhere || names.contains(pane) || !traits.isDisjoint(with: pane.traits)
  }
}
