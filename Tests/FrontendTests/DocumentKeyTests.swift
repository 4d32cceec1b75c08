import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The key that opens the form in an editor, and what the form shows afterwards.
@Suite(.timeLimit(.minutes(20)))
struct DocumentKeyTests {
  private static let broken = #"{"name": "Acme Inc", }"#

  @Test(arguments: Sample.many(30) + Sample.strange + [Sample.acme, Sample.full, Sample.bare])
  func `the form is handed over as JSON, which changes nothing when it comes back`(
    organization: Organization
  ) throws {
    var driver = Driver.editing(organization)

    driver.press(.control("o"))

    let text = try #require(driver.textInEditor)
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(json?["name"] as? String == organization.name)
    let before = driver.console.editor.session
    driver.leaveInEditor(text + "\n", opened: text)
    #expect(driver.console.editor.session?.draft == before?.draft)
  }

  @Test func `what was typed is in it`() throws {
    var driver = Driver.editing(Sample.acme)
    driver.type(" Inc")

    driver.press(.control("o"))

    #expect(driver.textInEditor?.contains("Acme Corporation Inc") == true)
  }

  @Test func `the caret's line shows what was taken over`() {
    var driver = Driver.editing(Sample.acme)

    driver.leaveInEditor(#"{"name": "Taken"}"#)
    driver.type(" over")

    #expect(driver.console.editor.session?.draft.name == "Taken over")
  }

  @Test func `what could not be read is opened again`() {
    var driver = Driver.editing(Sample.acme)
    driver.leaveInEditor(Self.broken)

    driver.press(.control("o"))

    #expect(driver.textInEditor == Self.broken)
  }

  @Test(arguments: [(24, 80), (10, 40)])
  func `what could not be read stays in sight until it is mended`(rows: Int, columns: Int) {
    var driver = Driver.editing(Sample.acme, rows: rows, columns: columns)
    driver.leaveInEditor(Self.broken)
    driver.now += 5

    driver.press(.tab)

    expectScreen("form-unread-\(columns)x\(rows)", of: driver)
  }

  @Test func `a key that is there twice is gone to, and no editor opens`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.backTab, .enter)
    driver.type(driver.console.editor.session?.draft.metadata.first?.key ?? "")
    driver.press(.tab, .tab)

    driver.press(.control("o"))

    #expect(driver.textInEditor == nil)
    #expect(driver.console.notice?.subject == .keysRepeated)
    #expect(driver.formField == .metadataKey(1))
  }

  @Test func `no editor opens over a delete that could be sent behind it`() {
    var driver = Driver.listing([Sample.bare, Sample.acme])
    driver.press(.character("d"))
    driver.wait(1)
    driver.press(.character("y"), .character("j"), .character("e"))

    driver.press(.control("o"))

    #expect(driver.pane == .form)
    #expect(driver.textInEditor == nil)
    #expect(driver.console.notice?.subject == .deletionBeforeDocument)
  }

  @Test func `no editor opens while the form is sent`() {
    var driver = Driver.updating()

    driver.press(.control("o"))

    #expect(driver.textInEditor == nil)
    #expect(driver.console.notice?.subject == .busySaving)
  }

  @Test func `a draft of which only such a text is left says so`() {
    var driver = Driver.editing(Sample.acme)
    driver.leaveInEditor(Self.broken)
    driver.press(.escape)

    driver.press(.character("D"))

    #expect(driver.screen.text.contains("a text from the editor"))
  }
}

extension Driver {
  /// What was last handed to the editor.
  fileprivate var textInEditor: String? {
    commands.compactMap { if case .edit(let text) = $0 { text } else { nil } }.last
  }

  fileprivate mutating func leaveInEditor(_ text: String, opened: String = "") {
    send(.editor(.documentWritten(EditedDocument(opened: opened, bytes: Array(text.utf8)))))
  }
}
