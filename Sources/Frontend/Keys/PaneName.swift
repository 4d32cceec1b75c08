/// The stable name under which the keys of a pane are bound and documented.
///
/// Each pane declares its own in its own file, with what is true of it wherever it is named; a pane may
/// have several, as the list has another one while a filter is typed in it.
package struct PaneName: Hashable, Sendable {
  /// What is true of a pane of this name.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// It asks before something is lost, so that its keys stay in sight.
    static let asks = Traits(rawValue: 1)
    /// What it shows may lie over the status line, or have it for itself.
    static let coversStatus = Traits(rawValue: 2)
    /// A key without a binding is text that is being typed.
    static let takesText = Traits(rawValue: 4)
    /// It holds lines that may be more than the screen has, over which keys move.
    static let isRead = Traits(rawValue: 8)
    /// It is about the organization that is marked or open, to which the same can be done.
    static let browses = Traits(rawValue: 16)
    /// Yes and no are buttons.
    static let hasButtons = Traits(rawValue: 32)
    /// Digits open the tabs of the organization, so that they do not count.
    static let hasTabs = Traits(rawValue: 64)
    /// It shows the rows of a tab.
    static let isTab = Traits(rawValue: 128)
  }

  package let rawValue: String
  /// What it is called in the help and the documentation.
  package let title: String
  let traits: Traits

  package init(_ rawValue: String, _ title: String, _ traits: Traits = []) {
    self.rawValue = rawValue
    self.title = title
    self.traits = traits
  }

  package static func == (one: PaneName, other: PaneName) -> Bool {
    one.rawValue == other.rawValue
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(rawValue)
  }

  var isQuestion: Bool { traits.contains(.asks) }
  var coversStatus: Bool { traits.contains(.coversStatus) }
  package var takesText: Bool { traits.contains(.takesText) }
  /// Whether a number before a movement says how often.
  package var takesCounts: Bool {
    !traits.isDisjoint(with: [.isRead, .browses]) && !traits.contains(.hasTabs)
  }
}

extension PaneName: CustomStringConvertible {
  package var description: String { rawValue }
}

extension PaneName {
  /// The console's own, in the order in which they are documented.
  package static let standard: [PaneName] = [
    .list, .detail, .filter, .form, .review, .rewriting, .losing, .reactivating, .conflict,
    .finding, .deletion,
    .naming, .discarding, .quitting, .copying, .json, .journal, .drafts, .restoring, .draftFound,
    .requests, .person, .signIn, .signInEmail, .overlaySearch, .help,
  ]

  /// Those that all tabs share.
  static let ofTabs: [PaneName] = [
    .tabFilter, .tabDetails, .tabCopying, .tabReferences, .tabForm, .tabChoice, .tabSending,
    .tabReview,
    .tabQuestion, .tabNaming, .tabSecret, .directoryUsers, .eventChoice, .doctor,
  ]
}
