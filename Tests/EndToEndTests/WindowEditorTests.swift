import Foundation
import Sandbox
import TestSupport
import Testing

/// The form in an editor that has a window elsewhere, so that the console goes on beside it.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct WindowEditorTests: EditorStories {
  let home: TemporaryDirectory

  init() throws {
    home = try TemporaryDirectory()
  }

  @Test(arguments: [true, false])
  func `what a window saves is taken over by itself, and at rest nothing is written`(
    isPutInPlace: Bool
  ) throws {
    let console = try open(with: "echo \"$1\" >'\(home.path)/file'")
    console.press(.control("o"))
    try console.wait(for: "came back at once")
    let file = home.text(of: "file").trimmingCharacters(in: .newlines)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    _ = console.session.bytesWritten(inMilliseconds: 300)
    #expect(console.session.bytesWritten(inMilliseconds: 1_200) == 0)

    try text.replacing("Northwind Traders", with: "Northwind Ltd")
      .write(toFile: file, atomically: isPutInPlace, encoding: .utf8)

    try console.wait(for: [Words.takenOver, "Northwind Ltd"])
    console.press(.escape)
    try console.wait(for: Words.draftKept)
    #expect(leftovers == [])
  }

  @Test(arguments: [true, false])
  func `what was saved in an editor outlives kill -9`(isInWindow: Bool) throws {
    let console = try open(
      with: isInWindow ? "echo \"$1\" >'\(home.path)/file'" : Self.renaming + Self.waiting)
    console.press(.control("o"))
    try console.wait(for: isInWindow ? "came back at once" : "ready")
    console.session.terminal.send(signal: SIGKILL)
    _ = console.session.waitForEnd()
    if isInWindow {
      let file = home.text(of: "file").trimmingCharacters(in: .newlines)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("Northwind Traders", with: "Northwind Ltd")
        .write(toFile: file, atomically: true, encoding: .utf8)
    }
    #expect(leftovers != [])

    try console.startAgain()

    try console.wait(for: ["What you saved in the editor", Self.name])
    console.type("D")
    try console.wait(for: [Words.drafts, "Northwind Ltd"])
    #expect(leftovers == [])
    #expect(console.draftFiles.count == 1)
  }

  @Test func `what was saved goes into the draft that the form had, with what was typed there`()
    throws
  {
    let console = try open(with: "echo \"$1\" >'\(home.path)/file'")
    console.press(.tab)
    console.type("crm-9")
    try console.wait(for: "crm-9")
    console.press(.control("o"))
    try console.wait(for: "came back at once")
    console.session.terminal.send(signal: SIGKILL)
    _ = console.session.waitForEnd()
    let file = home.text(of: "file").trimmingCharacters(in: .newlines)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("Northwind Traders", with: "Northwind Ltd")
      .write(toFile: file, atomically: true, encoding: .utf8)

    try console.startAgain()
    try console.wait(for: "What you saved in the editor")
    console.type("D")

    try console.wait(for: [Words.drafts, "Northwind Ltd", "crm-9"])
    #expect(console.draftFiles.count == 1)
  }

  @Test func `what was saved twice, and typed in between, is one draft after kill -9`() throws {
    let console = try open(with: "echo \"$1\" >'\(home.path)/file'")
    console.press(.control("o"))
    try console.wait(for: "came back at once")
    let file = home.text(of: "file").trimmingCharacters(in: .newlines)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    func save(_ name: String) throws {
      try text.replacing("Northwind Traders", with: name)
        .write(toFile: file, atomically: true, encoding: .utf8)
    }
    try save("Northwind Ltd")
    try console.wait(for: [Words.takenOver, "Northwind Ltd"])
    console.press(.tab)
    console.type("crm-9")
    try console.wait(for: "crm-9")
    try console.wait(until: "it is on the disk") {
      console.draftTexts.contains { $0.contains("crm-9") }
    }
    console.session.terminal.send(signal: SIGKILL)
    _ = console.session.waitForEnd()
    try save("Northwind Inc")

    try console.startAgain()
    try console.wait(for: "What you saved in the editor")
    console.type("D")

    try console.wait(for: [Words.drafts, "Northwind Inc", "crm-9"])
    #expect(console.draftFiles.count == 1)
  }

  @Test func `what nobody changed is removed, and what another console has stays`() throws {
    let console = try open(with: ":")
    console.press(.control("o"))
    try console.wait(for: "came back at once")
    let first = console.session
    try console.startAgain()
    #expect(leftovers != [], "the first console goes on")

    first.terminal.send(signal: SIGKILL)
    _ = first.waitForEnd()
    try console.startAgain()

    try console.wait(until: "the file is gone") { leftovers == [] }
    #expect(!console.text.contains("What you saved in the editor"))
  }

  @Test func `what is saved elsewhere is seen before it is sent`() throws {
    let console = try open(with: "echo \"$1\" >'\(home.path)/file'")
    console.press(.control("o"))
    try console.wait(for: "came back at once")
    let file = home.text(of: "file").trimmingCharacters(in: .newlines)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    console.press(.tab)
    console.type("crm-9")
    try console.wait(for: "crm-9")
    console.press(.control("s"))
    try console.wait(for: Words.editReview(Self.name))

    try text.replacing("Northwind Traders", with: "Northwind Ltd")
      .write(toFile: file, atomically: true, encoding: .utf8)
    console.letTheDialogListen()
    console.press(.enter)

    try console.wait(for: [Words.takenOver, "Northwind Ltd", "crm-9"])
    #expect(console.writes == [])
  }

  @Test func `a field that was typed in here too is asked about, and outlives kill -9`() throws {
    let console = try open(with: "echo \"$1\" >'\(home.path)/file'")
    console.press(.control("o"))
    try console.wait(for: "came back at once")
    let file = home.text(of: "file").trimmingCharacters(in: .newlines)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    console.type("!")
    try console.wait(for: "Traders!")

    try text.replacing("Northwind Traders", with: "Northwind Ltd")
      .write(toFile: file, atomically: true, encoding: .utf8)
    try console.wait(for: ["in the editor too", "Northwind Traders!", "Northwind Ltd"])
    try console.wait(until: "both are on the disk") {
      console.draftTexts.contains { $0.contains("Traders!") }
        && console.draftTexts.contains { $0.contains("Northwind Ltd") }
    }
    console.session.terminal.send(signal: SIGKILL)
    _ = console.session.waitForEnd()

    try console.startAgain()
    console.type("D")
    try console.wait(for: [Words.drafts, "Northwind"])
    #expect(console.draftFiles.count == 2)
    #expect(console.writes == [])
  }
}
