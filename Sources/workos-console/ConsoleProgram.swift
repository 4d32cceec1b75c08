import CWipe
import Cells
import Curses
import Delivery
import Foundation
import Frontend
import Records
import Resolver
import Sandbox
import ViewModel
import WorkOS

/// The console as it runs: keys and signals in, frames out, until it is quit.
@ConsoleActor
final class ConsoleProgram {
  let terminal: Terminal
  private let signals: Signals
  let viewModel: ConsoleViewModel
  let clipboard: Clipboard
  private let sandbox: SandboxServer?
  var editor: ExternalEditor
  /// Whose drafts the program keeps.
  let environment: RecordEnvironment
  private let clock = SteadyClock()
  private let loop: EventLoop
  var workspace: Workspace
  private let start = ContinuousClock.now
  /// When the last frame had been written.
  private var lastFrame = Duration.zero
  /// What was found not to be on disk when quitting, and told to the console.
  private var undone: [DraftWritten] = []
  /// When the last key came.
  private var lastKeyAt = Duration.zero
  /// After so long without a key nothing more is drawn ahead of one.
  private static let keptReady = Duration.seconds(10)
  /// What the screen is to be when the last key comes again.
  private var foreseen: ForeseenFrame?
  /// Whether the last frame was drawn from a secret that was shown once.
  private var hasDrawnSecret = false
  /// While keys are being dealt with, the screen waits for the last of them.
  private var isHandlingKeys = false

  /// - Parameter tabs: those that organizations have beside the overview.
  init(
    options: ConsoleOptions, environment: [String: String], loop: EventLoop,
    tabs: [any Tab] = Tabs.all
  ) throws {
    self.loop = loop
    try TerminalCheck(environment: environment).pass()
    var options = options
    if let sandboxOptions = options.sandbox {
      ProxyVariables.forget()
      let server = SandboxServer(configuration: sandboxOptions.configuration)
      do {
        options.apiURL = "http://127.0.0.1:\(try server.start())"
      } catch {
        throw Refusal("the sandbox cannot start: \(error)")
      }
      sandbox = server
    } else {
      sandbox = nil
    }
    let settings = try Settings(
      options: options,
      environment: sandbox.map { ["WORKOS_API_KEY": $0.configuration.apiKey] } ?? environment)
    if !settings.baseURL.allowsProxy { ProxyVariables.forget() }

    editor = ExternalEditor(
      environment: environment, apiKey: settings.apiKey, loop: loop)
    clipboard = Clipboard(environment: environment, apiKey: settings.apiKey)
    let workplace = Workplace(
      options: options, baseURL: settings.baseURL.url, apiKey: settings.apiKey)
    let author = JournalAuthor(
      workplace: workplace, apiKey: settings.apiKey, user: environment["USER"])
    self.environment = RecordEnvironment(author)
    let records = try ConsoleProgram.records(options, environment, by: author)
    // The transport is there before the view model it tells of each request.
    let log = RequestLog()
    let keyMap = KeyMap.standard(with: tabs)
    workspace = Workspace(
      keyMap: options.isReadOnly ? keyMap.readOnly : keyMap,
      surroundings: Surroundings(
        timeZone: .current, baseURL: settings.baseURL.url.absoluteString))
    viewModel = ConsoleViewModel(
      console: Console(
        workplace: workplace, idempotencyKeys: IdempotencyKeys(session: UUID()), tabs: tabs),
      client: WorkOSClient(
        configuration: WorkOSClient.Configuration(
          baseURL: settings.baseURL.url, apiKey: settings.apiKey),
        transport: LoggingTransport(URLSessionTransport(), now: { Date() }, onEnd: log.add)),
      now: { [clock] in clock.now },
      journalTime: { Date() },
      sleepUntil: { [clock] in try await clock.sleep(until: $0) },
      jitter: { Double.random(in: 0..<1) },
      records: records,
      resolver: try SystemResolver(environment: environment),
      author: author)
    log.viewModel = viewModel
    signals = try Signals()
    do {
      var terminalOptions = TerminalCheck(environment: environment).options
      terminalOptions.title = WindowTitleWords.of(workplace)
      terminal = try Terminal(terminalOptions)
    } catch {
      throw Refusal(TerminalCheck.words(for: error))
    }
  }

  /// The records on disk. What writes nothing, or nothing that counts, does without a place for them.
  private static func records(
    _ options: ConsoleOptions, _ environment: [String: String], by author: JournalAuthor
  ) throws(Refusal) -> any RecordKeeping {
    do throws(Refusal) {
      return RecordStore(
        directory: try StateDirectory(environment: environment),
        environment: RecordEnvironment(author))
    } catch {
      guard options.isReadOnly || options.sandbox != nil else {
        throw Refusal("\(error.words); set HOME, or only look, with --read-only")
      }
      return NowhereToKeep()
    }
  }

  func run() -> Never {
    viewModel.onChange = { [unowned self] in
      guard !isHandlingKeys else { return }
      // What could not be taken over while something was sent can be by now.
      _ = takeOverFromEditor()
      showFrame()
      lookAhead()
    }
    viewModel.onDraftsRead = { [unowned self] in takeOverLeftTexts() }
    loop.watch(signals.descriptor) { [unowned self] in handleSignals() }
    loop.watch(terminal.inputDescriptor) { [unowned self] in handleKeys() }
    // Asks for the first page, away from here, and draws the first frame without waiting for it.
    viewModel.send(.started)
    loop.run()
  }

  private func showFrame() {
    defer { lastFrame = sinceStart }
    foreseen = nil
    let (rows, columns) = terminal.size
    if let event = Workspace.sightChange(rows: rows, columns: columns, in: viewModel.console) {
      viewModel.send(event)
    }
    closeEditorFile()
    nameDraftOfEditorFile()
    terminal.show(
      workspace.draw(viewModel.snapshot, rows: rows, columns: columns, now: clock.now))
    workspace.frameWritten(at: sinceStart)
    wipeHiddenSecret()
    if viewModel.console.quitting == .done { quit() }
  }

  /// Once a secret is hidden, what drawing and copying it has left on the stack of this thread goes too.
  private func wipeHiddenSecret() {
    let hasSecret = viewModel.console.tabs.secret != nil
    if hasDrawnSecret, !hasSecret { cwipe_stack() }
    hasDrawnSecret = hasSecret
  }

  /// The time on a clock that nobody sets.
  private var sinceStart: Duration { start.duration(to: .now) }

  private func handleKeys() {
    takeKeys(at: nil)
    // What is there by now was typed before this frame could be read, however busy the machine is.
    while terminal.hasMoreKeys(), workspace.isDeaf { takeKeys(at: lastFrame) }
    lookAhead()
  }

  /// Gets ready for the next key.
  private func lookAhead() {
    guard sinceStart - lastKeyAt < Self.keptReady else { return }
    // Not at once: the terminal, which may wait for this processor, comes first.
    loop.whenIdle { [unowned self] in
      workspace.prepare(viewModel.snapshot)
      foreseen = workspace.foreseen(
        viewModel.snapshot, revision: viewModel.revision, at: sinceStart, now: clock.now)
      if let foreseen { terminal.prepare(foreseen.canvas) }
    }
  }

  /// Shows what a key leads to, where that was drawn before it came.
  private func showForeseen(_ keys: [Key]) {
    guard let foreseen, keys.count == 1,
      foreseen.isFor(keys[0], revision: viewModel.revision)
    else { return }
    terminal.showPrepared()
    terminal.letDraw()
  }

  /// - Parameter now: when they came; nil: now.
  private func takeKeys(at now: Duration?) {
    let keys = terminal.readKeys()
    showForeseen(keys)
    let now = now ?? sinceStart
    lastKeyAt = now
    isHandlingKeys = true
    for key in keys {
      // Where what was saved elsewhere changes what is on screen, the key was for something else.
      if takeOverFromEditor() { continue }
      let commands = workspace.handle(key, viewModel.snapshot, at: now)
      perform(commands)
      if viewModel.console.quitting == .done { quit() }
      // What came right behind was typed for the editor.
      if commands.contains(where: \.isForEditor) { break }
    }
    isHandlingKeys = false
    showFrame()
    if terminal.isHungUp { end(by: .hungUp) }
  }

  private func perform(_ commands: [Command]) {
    var events: [Event] = []
    for command in commands {
      if case .send(let event) = command {
        events.append(event)
        continue
      }
      // What comes after them finds the console as they left it.
      if !events.isEmpty { viewModel.send(events) }
      events = []
      perform(command)
    }
    if !events.isEmpty { viewModel.send(events) }
  }

  private func perform(_ command: Command) {
    switch command {
    case .send(let event): viewModel.send(event)
    case .copy(let copied, let what): copy(copied, what)
    case .edit(let text): edit(text)
    case .suspend: terminal.suspend()
    case .repaint: terminal.repaint()
    }
  }

  private func handleSignals() {
    for signal in signals.read() {
      switch signal {
      case .windowChanged:
        terminal.resize()
        showFrame()
      case .suspended:
        terminal.suspend()
        workspace.screenWasAway()
        showFrame()
      case .continued:
        terminal.goOn()
        workspace.screenWasAway()
        showFrame()
      case .interrupted, .terminated, .hungUp, .quit: end(by: signal)
      }
    }
  }

  private func end(by signal: Signal) -> Never {
    terminal.close()
    // The frame that shows what follows would quit, with a status that hides the signal.
    viewModel.onChange = {}
    // What was queued and not sent never will be, and the journal says so.
    _ = takeOverFromEditor()
    viewModel.send(.quitAnswered(.abandon))
    let records = viewModel.finishRecords()
    if !records.undone.isEmpty {
      sayWhatIsNotKept(records.undone)
    } else if !editor.leaveToNextProgram(), let folder = editor.removeFileButNotCopies() {
      Ending.say("unsaved text of the editor is in \(folder)")
    }
    Signals.reraise(signal)
  }

  /// Quits, unless it turns out only now that something typed is not on disk: then it asks.
  private func quit() {
    _ = takeOverFromEditor()
    let records = viewModel.finishRecords()
    if records.undone != undone, !viewModel.console.wouldLoseDrafts {
      undone = records.undone
      viewModel.send(.quitAnswered(.stay))
      for written in undone { viewModel.send(.draftWritten(written)) }
      return viewModel.send(.quitWanted)
    }
    viewModel.stop()
    terminal.close()
    clipboard.finish()
    if records.undone.isEmpty, !editor.leaveToNextProgram() { editor.removeFile() }
    sandbox?.stop()
    if case .refused(_, atStart: true) = viewModel.console.access {
      Ending.say("the server refused the API key (401)")
      _exit(Ending.keyRefused)
    }
    if !viewModel.console.workplace.isReadOnly {
      sayWhatIsKept(records.drafts ?? viewModel.console.keptDraftCount)
      sayWhatIsNotKept(records.undone)
    }
    // Not exit, which takes libraries apart under the threads of requests that were just given up.
    _exit(Ending.success)
  }

  private func sayWhatIsNotKept(_ undone: [DraftWritten]) {
    let lost = undone.first { $0.text != nil }
    guard let failure = (lost ?? undone.first)?.failure else { return }
    Ending.say(
      (lost == nil
        ? "what was discarded or sent may be offered again" : "what was typed last may be lost")
        + ": \(failure.path): \(failure.reason)")
  }

  private func sayWhatIsKept(_ drafts: Int) {
    guard drafts > 0 else { return }
    Ending.say(
      drafts == 1
        ? "one draft is kept; it will be offered again"
        : "\(drafts) drafts are kept; they will be offered again")
  }
}
