import Delivery
import Foundation
import Records
import Testing
import ViewModel

/// Another program holds a lock, and does not give it back.
@Suite(.timeLimit(.minutes(20)))
struct HeldLockTests {
  private let state = TemporaryState()
  private let impatient: Disk

  init() {
    var disk = Disk.system
    disk.patience = .milliseconds(50)
    impatient = disk
  }

  @Test func `keeping, dropping and reading drafts end in an error, and are possible afterwards`()
    throws
  {
    let store = state.store(on: impatient)
    try store.keep(Draft(), as: .sample)
    let lock = try Lock(state.directory.drafts)
    let error = RecordError(
      path: state.directory.drafts, reason: "another program has locked it")

    #expect(throws: error) { try store.keep(Draft(), as: .sample) }
    #expect(throws: error) { try store.drop(.sample) }
    #expect(throws: error) { try store.takeOverDrafts() }
    #expect(throws: error) { try store.drafts() }

    lock.release()
    try store.drop(.sample)
    #expect(try state.draftNames() == [])
  }

  @Test func `a journal that is locked takes no line, and says so`() throws {
    let store = state.store(on: impatient)
    try store.append(.intent())
    let lock = try Lock(state.directory.journal)
    let error = RecordError(
      path: state.directory.journal, reason: "another program has locked it")

    #expect(throws: error) { try store.append(.intent()) }

    lock.release()
    try store.append(.intent())
    #expect(try store.entries(limit: 10).count == 2)
  }

  @Test func `a lock that is given back in time is waited for`() throws {
    try state.store.keep(Draft(), as: .sample)
    let lock = try Lock(state.directory.drafts)
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { lock.release() }

    try state.store.drop(.sample)

    #expect(try state.draftNames() == [])
  }
}

/// The lock of a file or directory, as another program may hold it.
private struct Lock: Sendable {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_RDONLY)
    try #require(flock(descriptor, LOCK_EX) == 0)
  }

  func release() {
    close(descriptor)
  }
}
