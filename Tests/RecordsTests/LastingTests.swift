import Delivery
import Foundation
import Records
import Synchronization
import Testing
import ViewModel

/// What would survive a power cut: which calls come in which order before a record counts as kept.
@Suite(.timeLimit(.minutes(20)))
struct LastingTests {
  private let state = TemporaryState()
  private let calls = DiskCalls()

  @Test func `a journal line is written and then synced, in a file whose name is synced, too`()
    throws
  {
    let store = state.store(on: calls.disk)

    try store.append(.intent())

    #expect(
      calls.noted.suffix(3) == [
        "sync workos-console", "write journal.jsonl", "sync journal.jsonl",
      ])
  }

  @Test func `a further line needs no more than the file to be synced`() throws {
    let store = state.store(on: calls.disk)
    try store.append(.intent())
    calls.forget()

    try store.append(.intent())

    #expect(calls.noted == ["write journal.jsonl", "sync journal.jsonl"])
  }

  @Test func `rotated, the new names are synced`() throws {
    let store = state.store(rotationSize: 1, on: calls.disk)
    try store.append(.intent())
    calls.forget()

    try store.append(.intent())

    #expect(
      calls.noted == [
        "rename journal.jsonl to journal.1.jsonl", "sync workos-console", "sync workos-console",
        "write journal.jsonl", "sync journal.jsonl",
      ])
  }

  @Test func `directories that are made are synced from the top`() throws {
    try state.store(on: calls.disk).append(.intent())

    let folders = calls.noted.prefix { !$0.hasPrefix("write") }.dropLast()
    #expect(folders.last == "sync state")
    #expect(folders.count >= 2)
  }

  @Test func `a draft is synced before it takes its name, and its name after`() throws {
    let store = state.store(on: calls.disk)
    try store.keep(draft("One"), as: .sample)
    calls.forget()

    try store.keep(draft("Two"), as: .sample)

    let name = try #require(try state.draftNames().first)
    #expect(
      calls.noted.filter { $0 != "remove .unfinished" } == [
        "write .unfinished", "sync .unfinished", "rename .unfinished to \(name)", "sync drafts",
      ])
  }

  @Test func `a draft is replaced by a new file, never written over`() throws {
    try state.store.keep(draft("One"), as: .sample)
    let name = try #require(try state.draftNames().first)
    let former = try state.bytes("drafts/" + name)
    try FileManager.default.linkItem(
      atPath: state.path("drafts/" + name), toPath: state.path("former"))

    try state.store.keep(draft("Two"), as: .sample)

    #expect(try state.bytes("former") == former)
    #expect(try state.store.drafts().map(\.draft.name) == ["Two"])
  }

  @Test func `that a draft was dropped is synced`() throws {
    let store = state.store(on: calls.disk)
    try store.keep(draft("One"), as: .sample)
    calls.forget()

    try store.drop(.sample)

    let removed = calls.noted.first ?? ""
    #expect(removed.hasPrefix("remove test.") && removed.hasSuffix(".json"))
    #expect(calls.noted.dropFirst() == ["sync drafts"])
  }

  @Test func `that a draft was taken over is synced`() throws {
    try state.store().keep(draft("One"), as: .sample)

    _ = try state.store(on: calls.disk).takeOverDrafts()

    #expect(calls.noted.contains { $0.hasPrefix("rename test.") })
    #expect(calls.noted.filter { !$0.hasPrefix("remove .session-") }.last == "sync drafts")
  }

  @Test func `a line that could not be synced counts as not kept`() throws {
    var disk = Disk.system
    disk.sync = { _ in
      errno = EIO
      return -1
    }
    let store = state.store(on: disk)

    #expect(throws: RecordError.self) { try store.append(.intent()) }
    #expect(throws: RecordError.self) { try store.keep(draft("One"), as: .sample) }
  }

  private func draft(_ name: String) -> Draft {
    var draft = Draft()
    draft.name = name
    return draft
  }
}

/// The calls that reach the disk, in their order, with the last part of each path.
private final class DiskCalls: Sendable {
  private let calls = Mutex<[String]>([])

  var noted: [String] { calls.withLock(\.self) }

  func forget() {
    calls.withLock { $0 = [] }
  }

  var disk: Disk {
    var disk = Disk.system
    let system = Disk.system
    disk.write = { file, bytes in
      self.note("write \(Self.name(of: file))")
      return system.write(file, bytes)
    }
    disk.sync = { file in
      self.note("sync \(Self.name(of: file))")
      return system.sync(file)
    }
    disk.rename = { folder, name, newName in
      self.note("rename \(name) to \(newName)")
      return system.rename(folder, name, newName)
    }
    disk.remove = { folder, name in
      self.note("remove \(name)")
      return system.remove(folder, name)
    }
    return disk
  }

  private func note(_ call: String) {
    calls.withLock { $0.append(call) }
  }

  private static func name(of file: Int32) -> String {
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file)")
    return path.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "?"
  }
}
