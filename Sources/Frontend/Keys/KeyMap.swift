import Cells

/// Which keys do what in which pane: the only place a key appears.
package struct KeyMap: Sendable {
  package let bindings: [KeyBinding]
  private let actions: [Pane: [Key: Action]]
  private let footers: [Pane: [KeyBinding]]
  /// What its keys would do in a console that does not only read.
  private var withheld: [Pane: [Key: Action]] = [:]

  /// - Precondition: no key has two meanings in one pane.
  init(bindings: [KeyBinding]) {
    self.bindings = bindings
    var actions: [Pane: [Key: Action]] = [:]
    for binding in bindings {
      for pane in binding.panes {
        for key in binding.keys {
          let former = actions[pane, default: [:]].updateValue(binding.action, forKey: key)
          precondition(
            former == nil, "\(KeyName.of(key)) has two meanings in the \(pane.rawValue) pane")
        }
      }
    }
    self.actions = actions
    let ranked = bindings.filter { $0.footerRank != nil }
      .sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
    footers = Dictionary(
      uniqueKeysWithValues: Pane.allCases.map { pane in
        (pane, ranked.filter { $0.panes.contains(pane) })
      })
  }

  package func action(for key: Key, in pane: Pane) -> Action? {
    actions[pane]?[key]
  }

  package func bindings(in pane: Pane) -> [KeyBinding] {
    bindings.filter { $0.panes.contains(pane) }
  }

  /// The bindings of the footer, most useful first.
  package func footer(of pane: Pane) -> [KeyBinding] {
    footers[pane] ?? []
  }

  /// The key map of a console that only reads: whatever writes is not there at all.
  package var readOnly: KeyMap {
    var map = KeyMap(bindings: bindings.filter { !$0.writes })
    map.withheld = actions
    return map
  }

  /// Whether a key does nothing only because this console does not write.
  package func isWithheld(_ key: Key, in pane: Pane) -> Bool {
    action(for: key, in: pane) == nil && withheld[pane]?[key] != nil
  }

  /// The first key of an action, as it is written on screen.
  package func name(of action: Action, in pane: Pane) -> String? {
    bindings.first { $0.action == action && $0.panes.contains(pane) }?.keys.first.map(KeyName.of)
  }
}
