import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// Focus, rows and pastes in the form.
@Suite(.timeLimit(.minutes(20)))
struct FormKeyTests {
  @Test func `Tab visits every field from top to bottom and begins anew`() {
    var driver = Driver.editing(Sample.acme)
    var visited = [driver.formField]

    for _ in 0..<10 {
      driver.press(.tab)
      visited.append(driver.formField)
    }

    #expect(
      visited == [
        .name, .externalID, .stripeCustomerID, .domain(0), .domainState(0), .domains,
        .metadataKey(1), .metadataValue(1), .metadataKey(2), .metadataValue(2), .metadata,
      ])
    driver.press(.tab)
    #expect(driver.formField == .name)
  }

  @Test func `back Tab goes the other way`() {
    var driver = Driver.editing(Sample.acme)

    driver.press(.backTab, .backTab)

    #expect(driver.formField == .metadataValue(2))
  }

  @Test func `up and down stay on their side and stop at the ends`() {
    var driver = Driver.editing(Sample.acme)

    driver.press(.up)
    let top = driver.formField
    driver.press(.down, .down, .down, .tab, .down, .down)
    let left = driver.formField
    driver.press(.tab, .down)
    let right = driver.formField
    driver.press(.down, .down, .down)

    #expect(top == .name)
    #expect(left == .metadataKey(1))
    #expect(right == .metadataValue(2))
    #expect(driver.formField == .metadata)
  }

  @Test func `keys about rows say where they have none`() {
    var driver = Driver.editing(Sample.acme)

    driver.press(.control("x"))
    #expect(driver.screen.text.contains("Only the row of a domain or of a pair can be removed."))
    driver.press(.control("t"))

    #expect(driver.screen.text.contains("Only a domain has a state."))
  }

  @Test func `a row that is added has the focus, and typing goes there`() {
    var driver = Driver.editing(Sample.bare)

    driver.press(.down, .down, .down, .enter)
    driver.type("new.example")

    #expect(driver.console.editor.session?.draft.domains.map(\.domain) == ["new.example"])
  }

  @Test func `when an added row goes, the focus is where rows are added`() {
    var driver = Driver.editing(Sample.bare)
    driver.press(.backTab, .enter)
    driver.type("k")

    driver.press(.control("x"))

    #expect(driver.formField == .metadata)
    #expect(driver.console.editor.session?.draft.metadata == [])
  }

  @Test func `a removed row is put back by the same key`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.down, .down, .down)

    driver.press(.control("x"), .control("x"))

    #expect(driver.console.editor.session?.draft.isEmpty == true)
  }

  @Test func `nothing is typed into a removed row`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.down, .down, .down, .control("x"))

    driver.type("zzz")
    driver.press(.control("x"))

    #expect(driver.console.editor.session?.draft.domains.map(\.domain) == ["acme.com"])
  }

  @Test func `Enter leads on from a state, and makes nothing verified unawares`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.down, .down, .down, .tab)

    driver.press(.enter)

    #expect(driver.console.editor.session?.draft.domains.map(\.state) == [.pending])
    #expect(driver.formField == .domains)
  }

  @Test func `typing on the line that adds a row begins one`() {
    var driver = Driver.editing(Sample.bare)
    driver.press(.down, .down, .down)

    driver.type("acme.dev")

    #expect(driver.console.editor.session?.draft.domains.map(\.domain) == ["acme.dev"])
  }

  @Test(arguments: [Key.character(" "), .control("t")])
  func `a state is switched by Space and its key`(key: Key) {
    var driver = Driver.editing(Sample.acme)
    driver.press(.down, .down, .down, .tab)

    driver.press(key)

    #expect(driver.console.editor.session?.draft.domains.map(\.state) == [.verified])
  }

  @Test func `a state takes no text`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.down, .down, .down, .tab)

    driver.type("xyz")
    driver.press(.backspace, .control("u"))

    #expect(driver.console.editor.session?.draft.isEmpty == true)
  }

  @Test func `domains are typed one after another, and none is lost on a state`() {
    var driver = Driver.editing(Sample.bare)
    driver.press(.down, .down, .down, .enter)

    for domain in ["a.example", "b.example", "c.example"] {
      driver.type(domain)
      driver.press(.enter)
    }

    #expect(
      driver.console.editor.session?.draft.domains.map(\.domain)
        == ["a.example", "b.example", "c.example"])
  }

  @Test(arguments: [Key.character("x"), .paste("b.example"), .backspace])
  func `what is typed on a state or into a removed row is said to do nothing`(key: Key) {
    var driver = Driver.editing(Sample.acme)
    driver.press(.down, .down, .down, .tab, key)
    let onState = driver.screen.text

    driver.press(.control("x"), .backTab, key)

    #expect(onState.contains("A state takes no text. Space or ^T changes it."))
    #expect(driver.screen.text.contains("a row that is to be removed. ^X puts it back."))
  }

  @Test(
    arguments: [
      ("https://www.Foo.example/x", "foo.example"), ("bob@bar.example", "bar.example"),
      ("\"foo.example\"", "foo.example"), ("Jan <jan@müller.de>,", "müller.de"),
      ("jan@xn--mller-kva.de", "müller.de"), ("foo.example.", "foo.example"),
      ("foo bar.example", "foo bar.example"), ("www.foo.example", "www.foo.example"),
      ("a@foo.example, b@bar.example", "a@foo.example, b@bar.example"),
    ], [Key.enter, .down, .control("s")])
  func `of what is pasted as a domain the host name is kept`(pasted: (String, String), key: Key) {
    let (text, kept) = pasted
    var driver = Driver.editing(Sample.bare)
    driver.press(.down, .down, .down, .paste(text), key)

    #expect(driver.console.editor.session?.draft.domains.map(\.domain) == [kept])
    let isSaid = driver.events.contains(.noticed(.valueTaken(kept, from: text)))
    #expect(isSaid == (text != kept))
  }

  @Test(arguments: [
    ("https://dashboard.stripe.com/acct_1/customers/cus_Nffr12?tab=x", "cus_Nffr12"),
    ("“cus_Nffr12”,", "cus_Nffr12"), ("cus_Nffr12", "cus_Nffr12"), ("cus_1 cus_2", "cus_1 cus_2"),
    ("https://dashboard.stripe.com/", "https://dashboard.stripe.com/"),
  ])
  func `of Stripe's address of a customer their id is kept`(pasted: String, kept: String) {
    var driver = Driver.editing(Sample.bare)
    driver.press(.down, .down, .paste(pasted), .down)

    #expect(driver.console.editor.session?.draft.stripeCustomerID == kept)
    let isSaid = driver.events.contains(.noticed(.valueTaken(kept, from: pasted)))
    #expect(isSaid == (pasted != kept))
  }

  @Test(arguments: ["\"crm-42\"", "<crm-42>", "crm-42,", " crm-42"])
  func `what stands around an id is told, and is sent only as it was agreed to`(pasted: String) {
    var driver = Driver.editing(Sample.bare)
    driver.press(.down, .paste(pasted), .down)

    let words =
      pasted.hasPrefix(" ") ? "The blank around it is sent" : "What stands around crm-42 is sent"
    #expect(driver.screen.text.contains("! \(words) as a part of it."))
    #expect(driver.console.editor.session?.draft.externalID == pasted)
  }

  @Test(arguments: [
    ("Acme\nCorp", "Acme Corp", "had a line break or tab; a blank stands for it."),
    ("Acme\r\nCorp\tInc\n", "Acme Corp Inc", "had 2 line breaks or tabs; blanks stand for them."),
    ("Acme Corp\r\n", "Acme Corp", nil),
  ])
  func `what of a paste does not fit on a line is told`(pasted: String, kept: String, told: String?)
  {
    var driver = Driver.editing(Sample.bare)
    driver.press(.control("u"), .paste(pasted))

    #expect(driver.console.editor.session?.draft.name == kept)
    #expect(driver.screen.text.contains(told ?? "What was pasted") == (told != nil))
  }

  @Test func `what is mended by leaving the field is no error there`() {
    var driver = Driver.editing(Sample.bare)

    driver.press(.down, .down, .down, .paste("https://müller.de/x"))

    #expect(driver.screen.text.contains("! Only the host name is kept: müller.de."))
    driver.press(.control("s"))
    #expect(driver.pane == .review)
  }

  @Test(arguments: [
    (3, "jane@newco.example", "+ Domain newco.example pending"),
    (2, "https://dashboard.stripe.com/customers/cus_9s6XKzkNRiz8i3", "cus_9s6XKzkNRiz8i3"),
  ])
  func `what will change is told as leaving the field makes it`(
    rows: Int, pasted: String, change: String
  ) {
    var driver = Driver.editing(Sample.bare, columns: 140)
    for _ in 0..<rows { driver.press(.down) }

    driver.press(.paste(pasted))

    let preview = driver.screen.text.split(separator: "\n")
      .compactMap { line in line.firstIndex(of: "│").map { String(line[$0...]) } }
      .joined(separator: "\n")
    #expect(preview.replacing(#/ +/#, with: " ").contains(change))
    #expect(!preview.contains("Correct what is marked"))
    #expect(!preview.contains("jane@") && !preview.contains("dashboard"))
    driver.press(.control("s"))
    #expect(driver.pane == .review)
  }

  @Test func `the whole of what was pasted as a domain can be had back`() {
    var driver = Driver.editing(Sample.bare)
    driver.press(.down, .down, .down, .paste("bob@bar.example"), .enter)
    #expect(driver.screen.text.contains("Took bar.example out of “bob@bar.example”."))

    driver.press(.backTab, .control("_"))

    #expect(driver.console.editor.session?.draft.domains.map(\.domain) == ["bob@bar.example"])
  }
}
