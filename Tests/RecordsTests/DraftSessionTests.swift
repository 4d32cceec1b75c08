import Delivery
import Foundation
import Records
import Synchronization
import Testing
import ViewModel
import WorkOS

/// A draft belongs to the run of the program that it was typed in, until that ends.
@Suite(.timeLimit(.minutes(20)))
struct DraftSessionTests {
  private let state = TemporaryState()

  @Test func `two consoles keep a new organization each, side by side`() throws {
    let (one, other) = (state.store(), state.store())

    try one.keep(creation("Foo Ltd"), as: .numbered(1))
    try other.keep(creation("Bar Inc"), as: .numbered(1))

    #expect(try one.drafts().map(\.draft.name) == ["Foo Ltd"])
    #expect(try other.drafts().map(\.draft.name) == ["Bar Inc"])
    #expect(try state.draftNames().count == 2)
  }

  @Test func `what one console drops is its own, whatever the other has open`() throws {
    let (one, other) = (state.store(), state.store())
    try one.keep(creation("Foo Ltd"), as: .numbered(1))
    try other.keep(creation("Bar Inc"), as: .numbered(1))

    try one.drop(.numbered(1))

    #expect(try one.drafts() == [])
    #expect(try other.drafts().map(\.draft.name) == ["Bar Inc"])
  }

  @Test func `drafts of one console stand side by side for the same organization`() throws {
    try state.store.keep(creation("Foo Ltd"), as: .numbered(1))
    try state.store.keep(creation("Bar Inc"), as: .numbered(2))

    #expect(Set(try state.store.drafts().map(\.draft.name)) == ["Foo Ltd", "Bar Inc"])
  }

  @Test func `the drafts of a console that goes on are not taken over, nor shown`() throws {
    let living = state.store()
    try living.keep(creation("Foo Ltd"), as: .numbered(1))

    #expect(try state.store.takeOverDrafts() == [])
    #expect(try state.store.drafts() == [])
    #expect(try living.drafts().count == 1)
  }

  @Test func `the drafts of a console that has ended go to the next, and to one only`() throws {
    try keepAndEnd("Foo Ltd")
    let (one, other) = (state.store(), state.store())

    let taken = try one.takeOverDrafts()

    #expect(taken.map(\.draft.name) == ["Foo Ltd"])
    #expect(taken.map(\.id) == [.numbered(1)])
    #expect(try other.takeOverDrafts() == [])
    #expect(try other.drafts() == [])
    #expect(try state.draftNames().count == 1)
  }

  @Test func `what was taken over once is not returned again, and can be dropped`() throws {
    try keepAndEnd("Foo Ltd")
    _ = try state.store.takeOverDrafts()

    #expect(try state.store.takeOverDrafts() == [])
    try state.store.drop(.numbered(1))
    #expect(try state.draftNames() == [])
  }

  @Test func `a draft that was taken over keeps the time at which it was typed`() throws {
    try keepAndEnd("Foo Ltd")
    let typedAt = try state.store().drafts().map(\.typedAt)

    #expect(try state.store.takeOverDrafts().map(\.typedAt) == typedAt)
    #expect(try state.store.drafts().map(\.typedAt) == typedAt)
  }

  @Test func `who only reads leaves the drafts of an ended console to the next`() throws {
    try keepAndEnd("Foo Ltd")

    #expect(try state.store().drafts().map(\.draft.name) == ["Foo Ltd"])
    #expect(try state.store.takeOverDrafts().map(\.draft.name) == ["Foo Ltd"])
  }

  @Test(arguments: ["creation", "organization.org_1"])
  func `drafts from before there were sessions are taken over`(subject: String) throws {
    let isNew = subject == "creation"
    try state.store.keep(
      isNew ? creation("Foo Ltd") : Draft(base: .sample()), as: .numbered(1))
    let name = try #require(try state.draftNames().first)
    try FileManager.default.moveItem(
      atPath: state.path("drafts/" + name),
      toPath: state.path("drafts/test.api%2eworkos%2ecom.x9Qz.\(subject).json"))
    let seen = try state.store().drafts()

    let taken = try state.store.takeOverDrafts()

    #expect(taken == seen)
    #expect(taken.count == 1)
    #expect(try state.store.drafts() == taken)
    #expect(try state.draftNames().count == 1)
  }

  @Test func `a mark that someone has removed is put back, and nothing is lost`() throws {
    try state.store.keep(creation("Foo"), as: .numbered(1))
    for name in try marks() { try FileManager.default.removeItem(atPath: name) }

    try state.store.keep(creation("Foo Ltd"), as: .numbered(1))

    #expect(try marks().count == 1)
    #expect(try state.store().takeOverDrafts() == [])
    #expect(try state.store.drafts().map(\.draft.name) == ["Foo Ltd"])
  }

  @Test func `the marks of consoles that have ended are cleared away`() throws {
    for _ in 0..<3 { try keepAndEnd("Foo Ltd") }

    _ = try state.store.takeOverDrafts()

    #expect(try marks().count == 1)
  }

  @Test func `several consoles that start at once share what they find, each draft once`() throws {
    for number in 0..<12 { try keepAndEnd("Draft \(number)", as: .numbered(number)) }
    let stores = (0..<4).map { _ in state.store() }
    let found = Mutex<[KeptDraft]>([])

    DispatchQueue.concurrentPerform(iterations: stores.count) { index in
      do {
        let drafts = try stores[index].takeOverDrafts()
        found.withLock { $0 += drafts }
      } catch {
        Issue.record(error)
      }
    }

    #expect(
      found.withLock { $0.map(\.draft.name) }.sorted() == (0..<12).map { "Draft \($0)" }.sorted())
    #expect(try state.draftNames().count == 12)
  }

  private func creation(_ name: String) -> Draft {
    var draft = Draft()
    draft.name = name
    return draft
  }

  /// Keeps a draft in a run of the program that ends.
  private func keepAndEnd(_ name: String, as id: Draft.ID = .numbered(1)) throws {
    try state.store().keep(creation(name), as: id)
  }

  private func marks() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: state.directory.drafts)
      .filter { $0.hasPrefix(".session-") }.map { state.path("drafts/" + $0) }
  }
}

extension Draft.ID {
  static func numbered(_ number: Int) -> Draft.ID {
    Draft.ID(UUID(uuid: (UInt8(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7)))
  }
}
