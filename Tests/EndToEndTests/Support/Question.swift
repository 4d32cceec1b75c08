import Cells
import Sandbox
import TestSupport

/// A question on the screen whose answer may write to the server.
enum Question: Hashable {
  case create
  case update(String)
  case delete(String)
  /// A write of a tab, whichever.
  case tab

  /// What is asked just now; nil: nothing, or something that cannot be read in whole.
  init?(on screen: TerminalEmulator) {
    let lines = screen.lines
    if let row = lines.firstIndex(where: { $0.contains(Words.deletion) }) {
      guard let id = lines[row...].prefix(8).lazy.compactMap(\.organizationID).first else {
        return nil
      }
      self = .delete(id)
    } else if screen.screenText.contains(Words.newReview) {
      self = .create
    } else if let id = lines.lazy.compactMap(\.organizationPutTo).first {
      self = .update(id)
    } else if screen.screenText.contains(Words.sent) || screen.asksAboutTab {
      self = .tab
    } else {
      return nil
    }
  }

  /// Whether this key, on this screen, is a yes.
  func isAccepted(by key: Key, on screen: TerminalEmulator) -> Bool {
    switch self {
    case .create, .update: [.enter, .character("y"), .control("s"), .function(2)].contains(key)
    case .tab:
      // A review has no buttons, and a name that is not right yet no yes.
      if screen.screenText.contains(Words.cancelButton) {
        key == .character("y") || key == .enter && screen.acceptButtonIsMarked
      } else {
        [.enter, .character("y"), .control("s"), .function(2)].contains(key)
      }
    case .delete:
      if screen.screenText.contains(Words.typeItsName) {
        key == .enter && screen.screenText.contains(Words.nameIsRight)
      } else {
        key == .character("y") || key == .enter && screen.acceptButtonIsMarked
      }
    }
  }
}

/// What a person has agreed to, to hold against what a server was asked.
struct Consents {
  private var counts: [Question: Int] = [:]
  /// A request that fails is sent five times in all.
  private static let mostTries = 5

  mutating func add(_ question: Question) {
    counts[question, default: 0] += 1
  }

  /// The writes that nobody agreed to, or not that often.
  func unexplained(in writes: [WriteRecord]) -> [String] {
    let asked = writes.filter { !$0.isUnasked }
    return Dictionary(grouping: asked, by: Question.init(answeredBy:)).compactMap {
      question, writes in
      let consents = counts[question] ?? 0
      let applied = writes.count(where: \.isApplied)
      // An update that is sent again may well be carried out again.
      let isUpdate = if case .update = question { true } else { false }
      let isExplained =
        writes.count <= consents * Self.mostTries && (isUpdate || applied <= consents)
      return isExplained
        ? nil
        : """
        \(question): sent \(writes.count), done \(applied), accepted \(consents): \
        \(writes.map { "\($0.method) \($0.path)" })
        """
    }
  }
}

extension Question {
  fileprivate init(answeredBy write: WriteRecord) {
    guard write.isOfOrganization else {
      self = .tab
      return
    }
    let id = write.organizationID ?? ""
    switch write.method {
    case "POST": self = .create
    case "PUT": self = .update(id)
    default: self = .delete(id)
    }
  }
}

extension WriteRecord {
  /// Whether it is about an organization itself, and not about what belongs to one.
  var isOfOrganization: Bool { path.wholeMatch(of: /\/organizations(\/[^\/]+)?/) != nil }

  /// What one key does without a question, as it takes nothing from anybody and lets nobody in: a
  /// verification that is begun, a flag that is switched on.
  fileprivate var isUnasked: Bool {
    method == "POST" && (path.hasSuffix("/verify") || path.contains("/feature-flags/"))
  }
}

extension String {
  /// The first id of an organization in it.
  fileprivate var organizationID: String? {
    firstMatch(of: /org_[0-9A-Z]{26}/).map { String($0.output) }
  }

  /// The organization that a request on this line changes.
  fileprivate var organizationPutTo: String? {
    firstMatch(of: /PUT \/organizations\/(org_[0-9A-Z]{26})(?![0-9A-Z\/])/).map {
      String($0.output.1)
    }
  }
}

extension TerminalEmulator {
  /// Whether a question with buttons, or one for a name, is on screen that is not about an organization.
  fileprivate var asksAboutTab: Bool {
    let text = screenText
    return text.contains(Words.cancelButton) && text.contains("(y) ]")
      || text.contains(Words.tabNameIsRight)
  }

  /// Whether the button that is marked is not the one that cancels.
  fileprivate var acceptButtonIsMarked: Bool {
    (0..<rows).contains { row in
      (0..<columns).contains { column in
        text(row: row, column: column) == "[" && text(row: row, column: column + 1) == " "
          && text(row: row, column: column + 2) != "C"
          && attributes(row: row, column: column).isReversed
      }
    }
  }
}
