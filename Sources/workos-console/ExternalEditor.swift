import Curses
import Foundation
import ViewModel
import WorkOS

/// The person's own editor, which changes a text in a file that only they may read.
///
/// What it leaves there is to be taken over before the file is removed. An editor that comes back at
/// once may have a window elsewhere; its file stays as long as the form does.
@ConsoleActor
struct ExternalEditor {
  /// What makes a shell out of a command that is only words.
  private static let shellCharacters = Set("|&;<>()$`\\\"'*?[#~=%\n\t")
  /// Nobody reads a form and closes it in less.
  private static let atOnce = Duration.seconds(2)

  private let command: String
  /// The directories for the file, the best first.
  let directories: [String]
  private let environment: [String: String]
  private let loop: EventLoop
  private var file: EditorFile?
  /// The draft that is named in what lies beside the file.
  private var named: Draft.ID?
  /// The text of the editor that this draft has, so far as that says.
  private var namedText: String?
  /// While an editor may have the file open in a window of its own.
  private var watch: FolderWatch?

  /// - Parameter apiKey: in no variable that the editor is given.
  init(environment: [String: String], apiKey: APIKey, loop: EventLoop) {
    let given = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0?.trimmed }
    command = given.first { !$0.isEmpty } ?? "vi"
    directories =
      [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"]].compactMap(\.self)
      .filter { $0.hasPrefix("/") } + ["/tmp"]
    self.environment = environment.withoutSecrets(of: apiKey)
    self.loop = loop
  }

  /// What came of an editor.
  enum Outcome {
    case edited(EditedDocument)
    case returnedAtOnce(command: String, flag: String?)
  }

  /// Has a text edited; afterwards the file is still there, for `removeFile` once it is not needed.
  ///
  /// - Parameters:
  ///   - record: what the next program needs to take the file over, should this one be killed.
  ///   - onSave: called whenever something was saved by an editor that has come back at once.
  mutating func edit(
    _ text: String, record: Data?, on terminal: Terminal, onSave: @escaping () -> Void
  ) throws(Failure) -> Outcome {
    var file = if let file { file } else { try EditorFile(in: directories) }
    self.file = file
    try file.write(text, record: record)
    self.file = file
    namedText = text
    let start = ContinuousClock.now
    let ending: ProgramEnding
    do throws(Failure) {
      ending = try run(on: file.path, terminal)
    } catch {
      removeFile()
      throw error
    }
    // Of whatever ends this program the editor has ended too, with a status that says nothing.
    if ending != .exited(0), let document = try? savedText(after: ending, terminal) {
      return .edited(document)
    }
    if let failure = failure(of: ending) {
      // When this program is ended, more than the file may lie there; that is looked at then.
      if !isEnding(terminal) { removeFile() }
      throw failure
    }
    let document = try read()
    let isQuick = ContinuousClock.now - start < Self.atOnce
    guard document == nil, isQuick || waitingFlag != nil else {
      return .edited(document ?? EditedDocument(opened: text, bytes: Array(text.utf8)))
    }
    watch = FolderWatch(file.folder, in: loop, onSave: onSave)
    return .returnedAtOnce(command: command, flag: waitingFlag)
  }

  private func failure(of ending: ProgramEnding) -> Failure? {
    switch ending {
    case .exited(0): nil
    // What a shell says of a command it cannot find.
    case .exited(127): Failure(.missing(command))
    case .exited(let status): Failure(.exited(status))
    case .signaled(let number): Failure(.signaled(number))
    }
  }

  /// What was saved in an editor that did not end of itself.
  private mutating func savedText(
    after ending: ProgramEnding, _ terminal: Terminal
  ) throws(Failure) -> EditedDocument? {
    // An editor that fails by its own will, as with `:cq`, takes back what it saved.
    if case .exited = ending, !isEnding(terminal) { return nil }
    return try read()
  }

  private func isEnding(_ terminal: Terminal) -> Bool {
    Signals.isEndPending || terminal.isHungUp
  }

  private mutating func read() throws(Failure) -> EditedDocument? {
    do throws(Failure) {
      return try file?.newText(atMost: EditorFile.mostBytes)
    } catch {
      // Whatever the editor left there may be all there is of what was typed.
      guard let folder = file?.folder else { throw error }
      file?.forget()
      letGo()
      throw rmdir(folder) == 0 ? error : error.naming(folder)
    }
  }

  /// What was saved since the text was last given out or taken over; nil when nothing was.
  mutating func takeSavedText() -> EditedDocument? {
    // A file that cannot be read just now is looked at again the next time.
    try? file?.newText(atMost: EditorFile.mostBytes)
  }

  /// Removes the file, and the copies that an editor makes beside it.
  mutating func removeFile() {
    file?.remove()
    letGo()
  }

  private mutating func letGo() {
    (file, watch, named, namedText) = (nil, nil, nil, nil)
  }

  /// Removes the file when the program is ended; the directory where what an editor has kept of an
  /// unsaved text is still in it.
  mutating func removeFileButNotCopies() -> String? {
    defer { letGo() }
    return file?.removeAlone()
  }

  /// Notes which draft the file belongs to, and what of it the draft has, for the next program, unless
  /// that is known already.
  ///
  /// - Parameter record: what the next program needs, given the text that the editor has, and whether
  ///   that was taken into the draft just now; nil leaves what it knows.
  mutating func name(_ id: Draft.ID, record: (_ text: String, _ isTaken: Bool) -> Data?) {
    guard let file, named != id || namedText != file.opened else { return }
    let isTaken = namedText.map { $0 != file.opened } ?? false
    (named, namedText) = (id, file.opened)
    // Else it is taken into a draft of its own.
    if let record = record(file.opened, isTaken) { try? file.keep(record) }
  }

  /// Leaves the file to the next program, which takes it over, if anything was saved in it that this one
  /// could not take; whether it did.
  mutating func leaveToNextProgram() -> Bool {
    guard takeSavedText() != nil else { return false }
    letGo()
    return true
  }

  /// Whether there is a file that an editor may still have open.
  var hasFile: Bool { file != nil }

  /// Leaves the file where it is, with what was saved in it and not taken over; its path then.
  mutating func leaveFile() -> String? {
    defer { letGo() }
    file?.forget()
    return file?.path
  }

  /// The flag by which an editor that has a window waits for it; nil where it is given, or not known.
  private var waitingFlag: String? {
    let words = command.split(separator: " ").map(String.init)
    let name = URL(fileURLWithPath: words.first ?? "").lastPathComponent
    guard let flags = Self.waitingFlags[name], !words.dropFirst().contains(where: flags.contains)
    else { return nil }
    return flags[0]
  }

  private static let waitingFlags: [String: [String]] = [
    "code": ["--wait", "-w"], "code-insiders": ["--wait", "-w"], "codium": ["--wait", "-w"],
    "cursor": ["--wait", "-w"], "zed": ["--wait", "-w"], "atom": ["--wait", "-w"],
    "gedit": ["--wait", "-w"], "subl": ["-w", "--wait"], "mate": ["-w", "--wait"],
    "gvim": ["-f", "--nofork"], "mvim": ["-f", "--nofork"], "kate": ["--block", "-b"],
  ]

  /// What stands in the way, to be told.
  struct Failure: Error {
    let editorFailure: EditorFailure

    init(_ failure: EditorFailure) {
      editorFailure = failure
    }

    /// The same, with the directory where the editor's files still are.
    func naming(_ folder: String) -> Failure {
      guard case .file(let reason) = editorFailure else { return self }
      return Failure(.file(reason: "\(reason); what the editor left is in \(folder)"))
    }

    static func system(_ number: Int32) -> Failure {
      // It is opened without following links, so there is no loop but the link itself.
      let isLink = number == ELOOP
      return Failure(
        .file(
          reason: isLink
            ? "it has become a symbolic link, which is not followed"
            : String(cString: strerror(number))))
    }
  }

  private func run(on file: String, _ terminal: Terminal) throws(Failure) -> ProgramEnding {
    do throws(TerminalError) {
      return try terminal.run(arguments(for: file), environment: environment)
    } catch {
      if case .cannotRun(_, ENOENT) = error { throw Failure(.missing(command)) }
      throw Failure(.cannotStart(command, reason: TerminalCheck.words(for: error)))
    }
  }

  /// The command may have arguments; only one that needs a shell is given to one, as git does it.
  private func arguments(for file: String) -> [String] {
    if command.contains(where: Self.shellCharacters.contains) {
      return ["/bin/sh", "-c", "\(command) \"$@\"", command, file]
    }
    return command.split(separator: " ").map(String.init) + [file]
  }
}
