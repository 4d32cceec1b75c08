import Delivery
import Foundation
import JSON
import Records
import Synchronization
import Testing
import ViewModel
import WorkOS

/// The journal on a disk: safe from others, from crashes, and from two programs at once.
@Suite(.timeLimit(.minutes(20)))
struct JournalFileTests {
  private let state = TemporaryState()

  @Test func `without a journal there are no entries, and nothing is made`() throws {
    #expect(try state.store.entries(limit: 10).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: state.root))
  }

  @Test func `what was appended is read by another store`() throws {
    let write = UUID()
    try state.store.append(.intent(write))
    try state.store.append(.outcome(write, after: RawJSON(#"{"id":"org_1"}"#)))

    let entries = try state.store.entries(limit: 10)

    #expect(entries.map(\.id) == [write])
    #expect(entries.first?.time == .noon)
    #expect(entries.first?.outcome?.after == RawJSON(#"{"id":"org_1"}"#))
  }

  @Test func `the file and its directories are for nobody else`() throws {
    try state.store.append(.intent())

    #expect(try state.mode("journal.jsonl") == 0o600)
    #expect(try state.mode("") == 0o700)
    #expect(try state.mode("..") == 0o700)
  }

  @Test func `after a torn line the next one is on its own`() throws {
    let (before, after) = (UUID(), UUID())
    try state.store.append(.intent(before))
    let torn = try state.bytes("journal.jsonl") + JournalLine.intent().bytes.dropLast(20)
    try state.put(torn, in: "journal.jsonl")

    try state.store.append(.intent(after))

    #expect(try state.store.entries(limit: 10).map(\.id) == [after, before])
  }

  @Test func `a journal that others may write is refused, with what mends it`() throws {
    try state.put([], in: "journal.jsonl")
    chmod(state.path("journal.jsonl"), 0o620)

    let error = #expect(throws: RecordError.self) { try state.store.append(.intent()) }

    #expect(error?.path == state.path("journal.jsonl"))
    #expect(
      error?.reason
        == "others may write to it; first run: chmod 600 '\(state.path("journal.jsonl"))'")
  }

  @Test(arguments: [0o640, 0o604, 0o644] as [mode_t])
  func `a journal that others may read is refused, with what mends it`(mode: mode_t) throws {
    try state.put([], in: "journal.jsonl")
    chmod(state.path("journal.jsonl"), mode)

    let error = #expect(throws: RecordError.self) { try state.store.append(.intent()) }

    #expect(
      error?.reason == "others may read it; first run: chmod 600 '\(state.path("journal.jsonl"))'")
    #expect(try state.bytes("journal.jsonl").isEmpty)
  }

  @Test(
    .enabled(if: geteuid() == 0, "only root gives files away"), arguments: ["", "journal.jsonl"])
  func `a journal or a directory of another user is refused`(name: String) throws {
    try state.put([], in: "journal.jsonl")
    chown(state.path(name), 65534, 65534)

    let error = #expect(throws: RecordError.self) { try state.store.append(.intent()) }

    #expect(error?.reason == "it belongs to another user")
    #expect(try state.bytes("journal.jsonl").isEmpty)
  }

  @Test func `a directory that others may write in is refused`() throws {
    try state.store.append(.intent())
    chmod(state.directory.path, 0o777)

    let error = #expect(throws: RecordError.self) { try state.store.append(.intent()) }

    #expect(error?.reason.contains("chmod 700 '\(state.directory.path)'") == true)
  }

  @Test func `a symbolic link is not followed`() throws {
    try state.put([], in: "elsewhere")
    symlink(state.path("elsewhere"), state.path("journal.jsonl"))

    #expect(throws: RecordError.self) { try state.store.append(.intent()) }
    let error = #expect(throws: RecordError.self) { try state.store.entries(limit: 1) }

    #expect(error?.reason == "it is a symbolic link, and is not followed")
    #expect(try state.bytes("elsewhere").isEmpty)
  }

  @Test func `a FIFO is refused, without waiting for its other end`() throws {
    try state.make(state.directory.path)
    mkfifo(state.path("journal.jsonl"), 0o600)

    let error = #expect(throws: RecordError.self) { try state.store.append(.intent()) }

    #expect(error?.reason == "it is not a regular file")
  }

  @Test func `a directory that cannot be made is an error`() {
    let directory = StateDirectory(path: "/dev/null/workos-console")
    let store = RecordStore(directory: directory, environment: .test)

    let error = #expect(throws: RecordError.self) { try store.append(.intent()) }

    #expect(error == RecordError(path: "/dev/null/workos-console", reason: "Not a directory"))
  }

  @Test func `a full file makes way for a new one, and is still read`() throws {
    let store = state.store(in: .test, rotationSize: 1500)
    for number in 0..<12 { try store.append(.intent(name: "\(number)")) }

    #expect(state.exists("journal.1.jsonl"))
    #expect(try state.mode("journal.1.jsonl") == 0o600)
    #expect(
      try store.entries(limit: 100).map(\.intent.subject.name)
        == (0..<12).reversed().map { "\($0)" })
  }

  @Test func `a write whose lines are in two files is one`() throws {
    let write = UUID()
    let store = state.store(in: .test, rotationSize: 1)
    try store.append(.intent(write))
    try store.append(.outcome(write))

    #expect(state.exists("journal.1.jsonl"))
    #expect(try store.entries(limit: 10).map(\.outcome?.result) == [.done])
  }

  @Test func `four older files are kept, and no more`() throws {
    let store = state.store(in: .test, rotationSize: 1)
    for number in 0..<8 { try store.append(.intent(name: "\(number)")) }

    #expect(state.exists("journal.4.jsonl"))
    #expect(!state.exists("journal.5.jsonl"))
    #expect(try store.entries(limit: 100).map(\.intent.subject.name) == ["7", "6", "5", "4", "3"])
  }

  @Test func `an organization too large for a line is an error, and an outcome goes without`()
    throws
  {
    let huge = RawJSON("\"" + String(repeating: "x", count: JournalReader.longestLine) + "\"")
    let write = UUID()
    try state.store.append(.intent(write))

    #expect(throws: RecordError.self) { try state.store.append(.intent(before: huge)) }
    try state.store.append(.outcome(write, after: huge))

    let entries = try state.store.entries(limit: 10)
    #expect(entries.map(\.outcome?.result) == [.done])
    #expect(entries.first?.outcome?.after == nil)
  }

  @Test(arguments: [1 << 20, 40_000])
  func `threads and stores at once lose and mix no line`(rotationSize: Int) throws {
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      let store = state.store(in: .test, rotationSize: rotationSize)
      for number in 0..<25 {
        let write = UUID()
        do {
          try store.append(.intent(write, name: "\(worker)-\(number)"))
          try store.append(.outcome(write))
        } catch {
          failures.withLock { $0 += 1 }
        }
      }
    }

    let entries = try state.store.entries(limit: .max)
    #expect(failures.withLock { $0 } == 0)
    #expect(Set(entries.map(\.intent.subject.name)).count == 200)
    #expect(entries.allSatisfy { $0.outcome?.result == .done })
  }

  @Test func `whoever reads meanwhile sees whole writes only, and none left out between two`()
    throws
  {
    let store = state.store(in: .test, rotationSize: 10_000)
    let strange = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      for number in 0..<100 {
        if worker == 0 {
          try? store.append(.intent(name: "\(number)"))
        } else {
          let names = ((try? store.entries(limit: 10)) ?? []).compactMap {
            Int($0.intent.subject.name)
          }
          let isWhole = zip(names, names.dropFirst()).allSatisfy { $0 == $1 + 1 }
          if !isWhole { strange.withLock { $0.append("\(names)") } }
        }
      }
    }

    #expect(strange.withLock { $0 } == [])
  }
}
