import Cells
import Foundation
import Sandbox
import TestSupport
import Testing

/// The built console on an emulated terminal, at work on a sandbox of its own.
///
/// The sandbox runs in the test's process, so that a test can prove what was written to it.
final class ConsoleSession {
  let sandbox: SandboxServer
  /// Another person with the same API key.
  let someoneElse: SomeoneElse
  /// What the sandbox was asked, by whomever.
  let requests = RequestTally()
  private(set) var session: TerminalSession
  private let home: TemporaryDirectory
  private let start: ([String]) throws -> TerminalSession
  /// The key last pressed at a question, until it has been heard.
  private var answer: [UInt8]?
  /// Whether a question has been read since the last key.
  private var hasReadQuestion = false

  /// Starts the console, and waits for its first page unless the test wants to see what is before.
  ///
  /// - Parameter script: what bash does instead; the console's command is `"$0" "$@"`.
  init(
    options: [String], rows: Int = 24, columns: Int = 80,
    sandbox configuration: SandboxServer.Configuration = .init(organizations: 120),
    environment: [String: String] = [:], script: String? = nil, waitsForList: Bool = true
  ) throws {
    sandbox = SandboxServer(configuration: configuration, onRequest: requests.add)
    let port = try sandbox.start()
    someoneElse = SomeoneElse(port: port, apiKey: configuration.apiKey)
    home = try TemporaryDirectory()
    let variables = home.environment.merging([
      "WORKOS_API_URL": "http://127.0.0.1:\(port)", "WORKOS_API_KEY": configuration.apiKey,
    ]) { $1 }
    let shell = script.map { ["/bin/bash", "-c", $0] } ?? []
    start = { moreOptions in
      try TerminalSession(
        shell + [ConsoleProgram.path] + options + moreOptions, rows: rows, columns: columns,
        environment: variables.merging(environment) { $1 })
    }
    session = try start([])
    repeatsAnswers()
    if waitsForList { try wait(for: Words.page(1)) }
  }

  convenience init(
    _ options: String..., rows: Int = 24, columns: Int = 80,
    sandbox configuration: SandboxServer.Configuration = .init(organizations: 120),
    environment: [String: String] = [:], script: String? = nil, waitsForList: Bool = true
  ) throws {
    try self.init(
      options: options, rows: rows, columns: columns, sandbox: configuration,
      environment: environment, script: script, waitsForList: waitsForList)
  }

  deinit {
    session.terminal.send(signal: SIGKILL)
    sandbox.stop()
  }

  var process: ProcessFacts { ProcessFacts(processID: session.terminal.processID) }
  var screen: TerminalEmulator { session.screen }
  var text: String { session.text }

  /// The methods and answers of everything that was asked to be written.
  var writes: [String] {
    sandbox.writes.map { "\($0.method) \($0.status)" }
  }

  /// Presses keys, all in one go; a question that is on screen is read first.
  func press(_ keys: Key...) {
    let isAnswer = readQuestion()
    pressAtOnce(keys)
    answer = isAnswer && keys.count == 1 ? bytes(of: keys) : nil
  }

  /// Presses keys whatever is on screen.
  func pressAtOnce(_ keys: [Key]) {
    answer = nil
    session.terminal.send(bytes(of: keys))
  }

  private func bytes(of keys: [Key]) -> [UInt8] {
    let isApplication = screen.modes.contains(1)
    return keys.flatMap { $0.bytes(inApplicationMode: isApplication) }
  }

  /// Types text, each character a key press, all in one go; a question on screen is read first.
  func type(_ text: String) {
    let isAnswer = readQuestion()
    session.type(text)
    answer = isAnswer && text.count == 1 ? Array(text.utf8) : nil
  }

  func resize(rows: Int, columns: Int) {
    session.resize(rows: rows, columns: columns)
  }

  func wait(for text: String, seconds: Double = 25) throws {
    try session.wait(for: text, seconds: seconds)
  }

  func wait(for texts: [String]) throws {
    try session.wait(for: "\(texts)") { screen in
      texts.allSatisfy { screen.screenText.contains($0) }
    }
  }

  func waitUntilGone(_ text: String) throws {
    try session.waitUntilGone(text)
  }

  /// Reads until the selected row contains a text.
  func waitUntilSelected(_ text: String) throws {
    try session.wait(for: "“\(text)” selected") { $0.selectedLine?.contains(text) == true }
  }

  /// Reads until the form's mark stands at the row with a text.
  func waitUntilFocused(_ text: String) throws {
    try session.wait(for: "“\(text)” in focus") { screen in
      screen.lines.contains { $0.hasPrefix(" ▸") && $0.contains(text) }
    }
  }

  /// Reads until something outside the screen is so.
  func wait(until expectation: String, _ isMet: () throws -> Bool) throws {
    try session.wait(until: expectation, isMet)
  }

  /// Moves to the organization of this name on the page, of which the first row is in sight.
  func select(_ name: String) throws {
    // Above the rows, the detail's heading may be the same name.
    let line = try #require(screen.lines.dropFirst(2).firstIndex { $0.contains(name) })
    type("g" + String(repeating: "j", count: line - 2))
    try waitUntilSelected(name)
  }

  /// Asks to delete the organization of this name, up to the dialog.
  func openDeletion(of name: String) throws {
    try select(name)
    type("d")
    // The keys stand at the end of the frame.
    try wait(for: [Words.deletion, Words.cancelKey])
  }

  /// Has the form that is open saved, up to the answer to the review.
  func save(after review: String) throws {
    press(.control("s"))
    try wait(for: review)
    press(.enter)
  }

  /// Answers the question about a draft that is there when a form is to be opened.
  func goOnWithDraft() throws {
    try wait(for: Words.draftFound)
    // It comes up where a name was to be typed, and listens later than other questions.
    _ = session.bytesWritten(inMilliseconds: 800)
    type("c")
  }

  /// Deletes the organization of this name, as far as the person is concerned.
  func delete(_ name: String) throws {
    try openDeletion(of: name)
    letTheDialogListen()
    type("y")
    try waitUntilGone(Words.deletion)
    try waitUntilGone(Words.cancelKey)
  }

  /// The files the program has left in its home, but for those of the XDG directories.
  var filesLeftAtHome: [String] {
    home.files.filter { !$0.hasPrefix("config/") && !$0.hasPrefix("state/") }
  }

  /// What is printed when the program is run once more with a subcommand, in the same home.
  func printed(by options: String...) throws -> String {
    try printed(by: options)
  }

  func printed(by options: [String]) throws -> String {
    let run = try ShortRun(options, redirections: "</dev/null >output", in: home)
    try #require(run.ending == .exited(0), "\(run)")
    return run.outputText
  }

  /// What the program has put on the clipboard.
  var clipboards: [String] {
    screen.clipboards.map { String(decoding: Data(base64Encoded: $0) ?? Data(), as: UTF8.self) }
  }

  /// The path of the journal, which need not be there.
  var journal: String { home.path + "/state/workos-console/journal.jsonl" }

  /// Changes the journal as another program might.
  func changeJournal(_ change: (String) -> String) throws {
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    try Data(change(text).utf8).write(to: URL(fileURLWithPath: journal))
  }

  /// The files the program keeps, by path.
  var filesKept: [String] {
    home.files.filter { $0.hasPrefix("state/") }.map { home.path + "/" + $0 }
  }

  /// Reads the question on screen as a person would; false: none has been read.
  private func readQuestion() -> Bool {
    if !hasReadQuestion, Words.questions.contains(where: text.contains) { letTheDialogListen() }
    defer { hasReadQuestion = false }
    return hasReadQuestion
  }

  /// Presses the answer to a question again whenever the program asks for that: on a busy machine
  /// it listens later than its frame was seen here.
  private func repeatsAnswers() {
    answer = nil
    session.onBytes = { [unowned self] in
      guard let key = answer, text.contains(Words.tooSoon) else { return }
      answer = nil
      for _ in 0..<5 where text.contains(Words.tooSoon) {
        letTheDialogListen()
        session.terminal.send(key)
        try? session.wait(for: "an answer", seconds: 3) { !$0.screenText.contains(Words.tooSoon) }
      }
    }
  }

  /// The files of the drafts that are kept.
  var draftFiles: [String] {
    filesKept.filter { $0.contains("/drafts/") && $0.hasSuffix(".json") }
  }

  /// What is in the files of the drafts; one that goes just now is passed over.
  var draftTexts: [String] {
    draftFiles.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
  }

  /// Lets the time pass in which a question that has just been seen is deaf to keys.
  func letTheDialogListen() {
    _ = session.bytesWritten(inMilliseconds: 300)
    hasReadQuestion = true
  }

  /// Starts the console again after it has ended, on the same sandbox and in the same home.
  func startAgain(with moreOptions: String..., waitsForList: Bool = true) throws {
    session = try start(moreOptions)
    repeatsAnswers()
    try wait(for: waitsForList ? Words.page(1) : Words.title)
  }

  /// Quits from the list, and tells how the program ended.
  func quit() -> PseudoTerminal.Ending {
    press(.character("q"))
    return session.waitForEnd()
  }
}

/// The executable under test.
enum ConsoleProgram {
  static var path: String {
    get throws {
      try #require(
        ProductsDirectory.executable("workos-console"), "workos-console has not been built")
    }
  }
}
