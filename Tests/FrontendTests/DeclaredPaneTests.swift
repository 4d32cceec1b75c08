import Cells
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// A pane that is declared elsewhere, with keys of its own, as a tab is.
struct DeclaredPaneTests {
  @Test func `its key opens it in the place of the detail, and its keys do what it says`() {
    var driver = Driver.withInvoices()
    driver.press(.enter, .character("2"))

    #expect(driver.pane == InvoicesPane.name)
    #expect(driver.screen.text.contains("▸ Invoice 1"))
    #expect(!driver.screen.text.contains("External id  "))

    driver.press(.character("2"), .character("j"), .character("p"))

    #expect(driver.screen.text.contains("▸ Invoice 3"))
    #expect(driver.commands == [.copy(CopiedText(line: "Invoice 3"), what: "the invoice")])

    driver.press(.escape)
    #expect(driver.pane == .detail)
  }

  @Test func `beside the list it stands where the detail stood`() {
    var driver = Driver.withInvoices(columns: 120)
    driver.press(.enter, .character("2"))

    #expect(driver.screen.text.contains("Acme Corporation"))
    #expect(driver.screen.text.contains("│▸ Invoice 1"))
  }

  @Test func `its keys stand in the footer and in the help`() {
    var driver = Driver.withInvoices()
    driver.press(.enter, .character("2"), .down)

    #expect(driver.footer == " p pay  ? help  Esc back")

    driver.press(.character("?"))
    #expect(driver.screen.text.contains("Keys · Invoices"))
    #expect(driver.screen.text.contains("pay the marked invoice"))
    #expect(driver.screen.text.contains("one line down"))
  }

  @Test func `what is not possible is not offered, and its key says why`() {
    var driver = Driver.withInvoices()
    driver.press(.enter, .character("2"))
    #expect(!driver.footer.contains("pay"))

    driver.press(.character("p"))

    #expect(driver.screen.text.contains("This invoice is paid already."))
    #expect(driver.commands.isEmpty)
  }

  @Test func `a console that only reads has none of its keys that write`() {
    var driver = Driver.withInvoices(isReadOnly: true)
    driver.press(.enter, .character("2"), .down)
    #expect(!driver.footer.contains("pay"))

    driver.press(.character("p"))

    #expect(driver.commands.isEmpty)
    #expect(driver.screen.text.contains("read"))
  }

  @Test func `its keys are documented`() {
    let map = KeyMap.standard.extended(with: [InvoicesPane.name], InvoicesPane.bindings)

    #expect(map.markdown.hasPrefix(KeyMap.standard.markdown.prefix(500)))
    #expect(map.markdown.contains("## Invoices\n"))
    #expect(map.markdown.contains("| `p` | `pay-invoice` | pay the marked invoice **writes** |"))
    #expect(map.markdown.contains("| `2` | `show-invoices` | the invoices |"))
  }
}

/// A made-up pane.
private struct InvoicesPane: Pane {
  static let name = PaneName("invoices", "Invoices", .isRead)
  static let bindings = [
    KeyBinding(Action("show-invoices"), [.character("2")], in: [.detail], "2", "the invoices"),
    KeyBinding(
      Action("pay-invoice"), [.character("p")], in: [name], "pay", "pay the marked invoice",
      writes: true, footer: 10),
    KeyBinding(.help, [.character("?")], in: [name], "help", "the keys of this pane", footer: 80),
    KeyBinding(.back, [.escape], in: [name], "back", "back to the detail", footer: 90),
  ]

  private var isOpen = false
  private var row = 0

  let place = PanePlace.besideList

  func name(in console: Console) -> PaneName? {
    isOpen && console.detail.isOpen ? Self.name : nil
  }

  func opening(by action: Action, _ scene: Scene) -> [Reaction]? {
    guard action == Action("show-invoices") else { return nil }
    var pane = InvoicesPane()
    pane.isOpen = true
    return [.put(pane)]
  }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .moveDown: row += keyboard.times
    case .back: self = InvoicesPane()
    case Action("pay-invoice"):
      return [.copy(CopiedText(line: "Invoice \(row + 1)"), what: "the invoice")]
    default: break
    }
    return []
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    action == Action("pay-invoice") && row == 0 ? .because("This invoice is paid already.") : nil
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    scene.drawRule(on: &canvas)
    for number in 0..<5 {
      canvas.write(
        "\(number == row ? "▸" : " ") Invoice \(number + 1)", row: scene.layout.bodyTop + number,
        column: scene.layout.detailColumn - 1)
    }
  }
}

extension Driver {
  fileprivate static func withInvoices(columns: Int = 80, isReadOnly: Bool = false) -> Driver {
    var driver = Driver.listing([Sample.acme], columns: columns, isReadOnly: isReadOnly)
    driver.declare(InvoicesPane(), named: InvoicesPane.name, InvoicesPane.bindings)
    return driver
  }
}
