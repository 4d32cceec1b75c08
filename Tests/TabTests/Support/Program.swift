import Cells
import Delivery
import Foundation
import Frontend
import Records
import Sandbox
import Testing
import ViewModel
import WorkOS

/// The whole program but its terminal: keys in, frames out, with requests to a sandbox, and a journal on
/// disk.
@ConsoleActor
final class Program {
  let viewModel: ConsoleViewModel
  private var workspace: Workspace
  private let server: SandboxServer
  private let records: RecordStore
  private let root: String
  private let changes: AsyncStream<Void>
  private(set) var copied: [CopiedText] = []
  /// Each key comes a second after the frame before it, so that what is asked has been read.
  private var clock = Duration.zero

  init(tabs: [any Tab], resources: [any Resource], isReadOnly: Bool = false) throws {
    var configuration = SandboxServer.Configuration(organizations: 3)
    configuration.resources = resources
    server = SandboxServer(configuration: configuration)
    let url = try #require(URL(string: "http://127.0.0.1:\(try server.start())"))
    root = NSTemporaryDirectory() + "workos-tab-\(UUID().uuidString)"
    let author = JournalAuthor(
      user: "test", host: "127.0.0.1", environment: "sandbox", keyEnding: "dbox")
    records = RecordStore(
      directory: StateDirectory(path: root), environment: RecordEnvironment(author))
    let workplace = Workplace(
      kind: .sandbox, host: "127.0.0.1", isReadOnly: isReadOnly, deleteGrace: 0)
    viewModel = ConsoleViewModel(
      console: Console(
        workplace: workplace, idempotencyKeys: IdempotencyKeys(session: UUID()), tabs: tabs),
      client: WorkOSClient(
        configuration: WorkOSClient.Configuration(
          baseURL: url, apiKey: APIKey(secret: configuration.apiKey)),
        transport: URLSessionTransport()),
      now: { Date() }, sleepUntil: { try await Task.sleep(for: .seconds($0.timeIntervalSinceNow)) },
      records: records, author: author)
    let keyMap = KeyMap.standard(with: tabs)
    workspace = Workspace(
      keyMap: isReadOnly ? keyMap.readOnly : keyMap,
      surroundings: Surroundings(timeZone: .gmt, baseURL: url.absoluteString))
    let (changes, changed) = AsyncStream.makeStream(of: Void.self)
    self.changes = changes
    viewModel.onChange = { changed.yield() }
    viewModel.send(.started)
  }

  /// Ends what is under way.
  func stop() {
    viewModel.stop()
    server.stop()
    try? FileManager.default.removeItem(atPath: root)
  }

  var screen: String {
    let canvas = workspace.draw(viewModel.snapshot, rows: 24, columns: 80, now: Date())
    workspace.frameWritten(at: clock)
    return canvas.text
  }

  /// The line of keys.
  var footer: String { screen.split(separator: "\n").last.map(String.init) ?? "" }

  var journal: [String] {
    get throws {
      try records.entries(limit: 100).reversed().map {
        "\($0.intent.verb.rawValue) \($0.intent.subject.kind.rawValue) \($0.intent.subject.name): \($0.outcome?.result.rawValue ?? "unknown")"
      }
    }
  }

  func press(_ keys: Key...) {
    for key in keys {
      _ = screen
      clock += .seconds(1)
      for command in workspace.handle(key, viewModel.snapshot, at: clock) {
        switch command {
        case .send(let event): viewModel.send(event)
        case .copy(let text, _): copied.append(text)
        default: break
        }
      }
    }
  }

  func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Waits until the screen shows a text; every change is looked at.
  func until(_ text: String) async {
    var iterator = changes.makeAsyncIterator()
    while !screen.contains(text), await iterator.next() != nil {}
  }
}
