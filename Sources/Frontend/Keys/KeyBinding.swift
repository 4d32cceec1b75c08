import Cells

/// Keys that do something in some panes.
package struct KeyBinding: Sendable {
  package var action: Action
  package var keys: [Key]
  package var panes: KeyScope
  /// A word or two, for the footer.
  package var title: String
  /// A sentence part, for the help and the documentation.
  package var help: String
  /// Whether it leads to a write; with `--read-only` such bindings do not exist.
  package var writes: Bool
  /// Where it stands in the footer, from the left; nil: not there.
  package var footerRank: Int?

  package init(
    _ action: Action,
    _ keys: [Key],
    in panes: KeyScope,
    _ title: String,
    _ help: String,
    writes: Bool = false,
    footer footerRank: Int? = nil
  ) {
    self.action = action
    self.keys = keys
    self.panes = panes
    self.title = title
    self.help = help
    self.writes = writes
    self.footerRank = footerRank
  }
}
