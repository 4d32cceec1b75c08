import Cells
import Curses
import Dispatch
import Foundation
import Frontend
import Records
import Sandbox
import ViewModel
import WorkOS

/// The console as it runs: keys and signals in, frames out, until it is quit.
@MainActor
final class ConsoleProgram {
  private let terminal: Terminal
  private let signals: Signals
  private let viewModel: ConsoleViewModel
  private let sandbox: SandboxServer?
  private let editor: ExternalEditor
  private var workspace: Workspace
  private var sources: [any DispatchSourceProtocol] = []
  /// While keys are being dealt with, the screen waits for the last of them.
  private var isHandlingKeys = false

  init(options: ConsoleOptions, environment: [String: String]) throws {
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

    editor = ExternalEditor(environment: environment, apiKey: settings.apiKey)
    let workplace = Workplace(
      options: options, baseURL: settings.baseURL.url, apiKey: settings.apiKey)
    let author = JournalAuthor(
      workplace: workplace, apiKey: settings.apiKey, user: environment["USER"])
    let records = RecordStore(
      directory: try StateDirectory(environment: environment),
      environment: RecordEnvironment(author))
    // The transport is there before the view model it tells of each request.
    let log = RequestLog()
    workspace = Workspace(
      keyMap: options.isReadOnly ? .standard.readOnly : .standard,
      surroundings: Surroundings(
        timeZone: .current, baseURL: settings.baseURL.url.absoluteString))
    viewModel = ConsoleViewModel(
      console: Console(workplace: workplace, idempotencyKeys: IdempotencyKeys(session: UUID())),
      client: WorkOSClient(
        configuration: WorkOSClient.Configuration(
          baseURL: settings.baseURL.url, apiKey: settings.apiKey),
        transport: LoggingTransport(URLSessionTransport(), now: { Date() }, onEnd: log.add)),
      now: { Date() },
      sleepUntil: { date in
        try await Task.sleep(for: .seconds(max(0, date.timeIntervalSinceNow)))
      },
      jitter: { Double.random(in: 0..<1) },
      records: records,
      author: author)
    log.viewModel = viewModel
    signals = try Signals()
    do {
      terminal = try Terminal(TerminalCheck(environment: environment).options)
    } catch {
      throw Refusal(TerminalCheck.words(for: error))
    }
  }

  func run() -> Never {
    viewModel.onChange = { [unowned self] in
      if !isHandlingKeys { showFrame() }
    }
    watch(signals.descriptor) { [unowned self] in handleSignals() }
    watch(terminal.inputDescriptor) { [unowned self] in handleKeys() }
    // Asks for the first page, away from here, and draws the first frame without waiting for it.
    viewModel.send(.started)
    // Unlike dispatchMain(), this keeps the thread whose stack the crash guard watches.
    while true { RunLoop.main.run() }
  }

  private func watch(_ descriptor: Int32, _ handler: @escaping @MainActor () -> Void) {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { MainActor.assumeIsolated(handler) }
    source.activate()
    sources.append(source)
  }

  private func showFrame() {
    let (rows, columns) = terminal.size
    terminal.show(workspace.draw(viewModel.console, rows: rows, columns: columns, now: Date()))
    if viewModel.console.quitting == .done { quit() }
  }

  private func handleKeys() {
    isHandlingKeys = true
    for key in terminal.readKeys() {
      let commands = workspace.handle(key, viewModel.console, at: Date())
      for command in commands { perform(command) }
      if viewModel.console.quitting == .done { quit() }
      // What came right behind was typed for the editor.
      if commands.contains(where: \.isForEditor) { break }
    }
    isHandlingKeys = false
    showFrame()
    if terminal.isHungUp { end(by: .hungUp) }
    if terminal.hasMoreKeys {
      DispatchQueue.main.async { [unowned self] in MainActor.assumeIsolated { handleKeys() } }
    }
  }

  private func perform(_ command: Command) {
    switch command {
    case .send(let event): viewModel.send(event)
    case .copy(let text, let what):
      let isCopied = terminal.write(clipboard: text)
      viewModel.send(.noticed(isCopied ? .copied(what: what) : .copyTooLong))
    case .edit(let text): edit(text)
    case .suspend: terminal.suspend()
    case .repaint: terminal.repaint()
    }
  }

  /// Waits for the editor, and so takes in nothing else; a resize is seen afterwards.
  private func edit(_ text: String) {
    do throws(ExternalEditor.Failure) {
      viewModel.send(.editor(.documentWritten(try editor.edit(text, on: terminal))))
    } catch {
      viewModel.send(.noticed(.editorFailed(error.editorFailure)))
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
        showFrame()
      case .continued: terminal.repaint()
      case .interrupted, .terminated, .hungUp, .quit: end(by: signal)
      }
    }
  }

  private func end(by signal: Signal) -> Never {
    terminal.close()
    // The frame that shows what follows would quit, with a status that hides the signal.
    viewModel.onChange = {}
    // What was queued and not sent never will be, and the journal says so.
    viewModel.send(.quitAnswered(.abandon))
    viewModel.finishRecords()
    Signals.reraise(signal)
  }

  private func quit() -> Never {
    viewModel.stop()
    terminal.close()
    viewModel.finishRecords()
    sandbox?.stop()
    if case .refused(_, atStart: true) = viewModel.console.access {
      Ending.say("the server refused the API key (401)")
      _exit(Ending.keyRefused)
    }
    if !viewModel.console.workplace.isReadOnly { sayWhatIsKept(viewModel.keptDrafts) }
    // Not exit, which takes libraries apart under the threads of requests that were just given up.
    _exit(Ending.success)
  }

  private func sayWhatIsKept(_ drafts: Int) {
    guard drafts > 0 else { return }
    Ending.say(
      drafts == 1
        ? "one draft is kept; it will be offered again"
        : "\(drafts) drafts are kept; they will be offered again")
  }
}
