import Cells

/// Which keys do what in which pane: the only place a key appears.
package struct KeyMap: Sendable {
  package let bindings: [KeyBinding]
  /// The panes that have keys, in the order in which they are documented.
  package let panes: [PaneName]
  private let actions: [PaneName: [Key: Action]]
  private let footers: [PaneName: [FooterKey]]
  /// The first key of each action, as it is written on screen.
  private let names: [PaneName: [Action: String]]
  /// What its keys would do in a console that does not only read.
  private var withheld: [PaneName: [Key: Action]] = [:]

  /// - Precondition: no key has two meanings in one pane.
  init(bindings: [KeyBinding], panes: [PaneName] = PaneName.standard) {
    self.bindings = bindings
    self.panes = panes
    var actions: [PaneName: [Key: Action]] = [:]
    var names: [PaneName: [Action: String]] = [:]
    for binding in bindings {
      let name = binding.keys.first.map(KeyName.of)
      for pane in panes where binding.panes.contains(pane) {
        names[pane, default: [:]][binding.action] = names[pane]?[binding.action] ?? name
        for key in binding.keys {
          let former = actions[pane, default: [:]].updateValue(binding.action, forKey: key)
          precondition(
            former == nil, "\(KeyName.of(key)) has two meanings in the \(pane.rawValue) pane")
        }
      }
    }
    self.actions = actions
    self.names = names
    let ranked = bindings.filter { $0.footerRank != nil }
      .sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
    footers = Dictionary(
      uniqueKeysWithValues: panes.map { pane in
        (pane, ranked.filter { $0.panes.contains(pane) }.compactMap(FooterKey.init))
      })
  }

  /// The key map with panes that are declared elsewhere, such as tabs, and what keys do in them; keys
  /// that mean the same in all panes of a kind mean that there too.
  ///
  /// Handling, footer, help and documentation all follow from it.
  package func extended(with panes: [PaneName], _ bindings: [KeyBinding]) -> KeyMap {
    KeyMap(bindings: self.bindings + bindings, panes: self.panes + panes)
  }

  package func action(for key: Key, in pane: PaneName) -> Action? {
    actions[pane]?[key]
  }

  package func bindings(in pane: PaneName) -> [KeyBinding] {
    bindings.filter { $0.panes.contains(pane) }
  }

  /// The keys of the footer, most useful first.
  func footer(of pane: PaneName) -> [FooterKey] {
    footers[pane] ?? []
  }

  /// The key map of a console that only reads: whatever writes is not there at all.
  package var readOnly: KeyMap {
    var map = KeyMap(bindings: bindings.filter { !$0.writes }, panes: panes)
    map.withheld = actions
    return map
  }

  /// Whether a key does nothing only because this console does not write.
  package func isWithheld(_ key: Key, in pane: PaneName) -> Bool {
    action(for: key, in: pane) == nil && withheld[pane]?[key] != nil
  }

  /// The first key of an action, as it is written on screen.
  package func name(of action: Action, in pane: PaneName) -> String? {
    names[pane]?[action]
  }
}

/// A key in the footer, put into words and measured once: it is drawn in each frame.
struct FooterKey: Sendable {
  let action: Action
  let name: String
  let title: String
  /// The columns of its name and title, and of the space between.
  let columns: Int
  /// Whether it leads to all other keys, or out.
  let leadsOn: Bool

  /// Nil where no key is bound.
  init?(_ binding: KeyBinding) {
    guard let key = binding.keys.first else { return nil }
    self.init(binding.action, KeyName.of(key), binding.title)
  }

  private init(_ action: Action, _ name: String, _ title: String) {
    self.action = action
    self.name = name
    self.title = title
    columns = DisplayWidth.of(name) + 1 + DisplayWidth.of(title)
    leadsOn = [.help, .back, .closeSecret, .quit].contains(action)
  }

  func titled(_ title: String) -> FooterKey { FooterKey(action, name, title) }
}
