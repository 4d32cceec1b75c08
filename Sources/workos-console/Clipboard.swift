import Curses
import Foundation
import ViewModel
import WorkOS

/// The ways to the clipboard other than asking the terminal: tmux, and the programs of a desktop.
///
/// A terminal is asked with a sequence that it may drop without a word, as tmux does unless it is set
/// up otherwise. A program says whether it took the text.
struct Clipboard: Sendable {
  /// What takes a sequence for the clipboard, if only by luck.
  enum Sequence: Equatable, Sendable {
    case asked
    case tmux
    /// One that is known to have no clipboard, by its `TERM`.
    case without
  }

  /// So long one program may take, and all of them together.
  private static let patience = (one: Duration.seconds(2), all: Duration.seconds(4))

  let sequence: Sequence
  private let environment: [String: String]
  /// The commands of the desktop that the environment names, the best first.
  private let desktop: [[String]]
  /// One copy after the other, so that the last is what stays.
  private let queue = DispatchQueue(label: "clipboard")

  /// - Parameter apiKey: in no variable that a program is given.
  init(environment: [String: String], apiKey: APIKey) {
    func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
    self.environment = environment.withoutSecrets(of: apiKey)
    let type = environment["TERM"] ?? ""
    let isWithout = ["linux", "vt100", "vt102", "vt220", "cons25"].contains {
      type == $0 || type.hasPrefix("\($0)-")
    }
    sequence = isSet("TMUX") ? .tmux : isWithout ? .without : .asked
    var desktop: [[String]] = []
    if isSet("WAYLAND_DISPLAY") { desktop.append(["wl-copy"]) }
    if isSet("DISPLAY") {
      desktop.append(["xclip", "-selection", "clipboard", "-in"])
      desktop.append(["xsel", "--clipboard", "--input"])
    }
    desktop.append(["pbcopy"])
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    self.desktop = desktop.filter { command in
      folders.contains { access("\($0)/\(command[0])", X_OK) == 0 }
    }
  }

  /// The programs of the desktop that are asked, the best first.
  var programs: [String] { desktop.map { $0[0] } }

  /// Whether there is a program to ask, which takes its time.
  var hasPrograms: Bool { sequence == .tmux || !desktop.isEmpty }

  /// Hands a text to the programs there are, away from here, and tells which of them took it.
  func copy(_ text: String, then report: @escaping @Sendable (CopyWay?) -> Void) {
    queue.async {
      let end = ContinuousClock.now + Self.patience.all
      func isTaken(by command: [String]) -> Bool {
        let left = ContinuousClock.now.duration(to: end)
        guard left > .zero else { return false }
        let program = QuietProgram(
          command, environment: environment, patience: min(left, Self.patience.one))
        return program.run(with: text) == .done
      }
      let isInTmux = sequence == .tmux && isTaken(by: ["tmux", "load-buffer", "-w", "-"])
      let program = desktop.first(where: isTaken)
      report(program.map { .program($0[0]) } ?? (isInTmux ? .tmux : nil))
    }
  }

  /// Returns once every text is where it was to go, or was given up.
  func finish() {
    queue.sync {}
  }
}
