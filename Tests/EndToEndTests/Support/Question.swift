import Cells
import Sandbox
import TestSupport

/// A question on the screen whose answer may write to the server.
enum Question: Hashable {
  case create
  case update(String)
  case delete(String)

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
    } else if let id = lines.first(where: { $0.contains("PUT /organizations/") })?.organizationID {
      self = .update(id)
    } else {
      return nil
    }
  }

  /// Whether this key, on this screen, is a yes.
  func isAccepted(by key: Key, on screen: TerminalEmulator) -> Bool {
    switch self {
    case .create, .update: [.enter, .character("y"), .control("s"), .function(2)].contains(key)
    case .delete:
      if screen.screenText.contains(Words.typeItsName) {
        key == .enter && screen.screenText.contains(Words.nameIsRight)
      } else {
        key == .character("y") || key == .enter && screen.deleteButtonIsMarked
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
    Dictionary(grouping: writes, by: Question.init(answeredBy:)).compactMap { question, writes in
      let consents = counts[question] ?? 0
      let applied = writes.count(where: \.isApplied)
      // An update that is sent again may well be carried out again.
      let isUpdate = if case .update = question { true } else { false }
      let isExplained =
        writes.count <= consents * Self.mostTries && (isUpdate || applied <= consents)
      return isExplained
        ? nil : "\(question): sent \(writes.count), done \(applied), accepted \(consents)"
    }
  }
}

extension Question {
  fileprivate init(answeredBy write: WriteRecord) {
    let id = write.organizationID ?? ""
    switch write.method {
    case "POST": self = .create
    case "PUT": self = .update(id)
    default: self = .delete(id)
    }
  }
}

extension String {
  /// The first id of an organization in it.
  fileprivate var organizationID: String? {
    firstMatch(of: /org_[0-9A-Z]{26}/).map { String($0.output) }
  }
}

extension TerminalEmulator {
  fileprivate var deleteButtonIsMarked: Bool {
    (0..<rows).contains { row in
      (0..<columns).contains { column in
        text(row: row, column: column) == "[" && text(row: row, column: column + 2) == "D"
          && text(row: row, column: column + 3) == "e"
          && attributes(row: row, column: column).isReversed
      }
    }
  }
}
