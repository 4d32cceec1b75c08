import Cells
import Delivery
import TestSupport
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The first admin in the form of a new organization, as it is read.
struct FirstAdminScreenTests {
  @Test(arguments: [(24, 80), (40, 120), (8, 40)])
  func `the role stands beside the address`(_ rows: Int, _ columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    driver.typeFirstAdmin()

    expectScreen("admin-form-\(columns)x\(rows)", of: driver)
  }

  @Test(arguments: [(40, 80), (40, 120)])
  func `the review shows both requests to the letter`(_ rows: Int, _ columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.typeFirstAdmin()

    driver.press(.control("s"))
    driver.answerEditor { .adminFound($0, .success([Sample.jane])) }

    expectScreen("admin-review-\(columns)x\(rows)", of: driver)
  }

  @Test func `an address that nobody has is said below it`() {
    var driver = Driver.listing([Sample.acme])
    driver.typeFirstAdmin()

    driver.press(.control("s"))
    driver.answerEditor { .adminFound($0, .success([])) }

    expectScreen("admin-nobody", of: driver)
  }

  @Test func `what is done and what is not is said when the second step fails`() {
    var driver = Driver.listing([Sample.acme])
    driver.createWithAdmin()
    driver.answerEditor { .membershipRead($0, .success(nil)) }

    driver.answerEditor {
      .adminAnswered($0, .failure(Sample.rejection(403, "Not allowed here.")))
    }

    expectScreen("admin-partly", of: driver)
  }

  @Test func `who is a member in another role is told with the way to change it`() {
    var driver = Driver.listing([Sample.acme])
    driver.createWithAdmin()

    driver.answerEditor {
      .membershipRead(
        $0, .success(Membership(id: "om_1", userID: "user_01", status: .active, roles: ["viewer"])))
    }

    #expect(
      driver.words.contains(
        "Created “Hooli”. jane@acme.com is already a member of it, as viewer and not as admin; that "
          + "was not changed: e in the tab Members (3) changes it."))
  }

  @Test(arguments: [Key.control("u"), .control("w")])
  func `clearing who was not added leaves the caret where they are typed`(key: Key) {
    var driver = Driver.listing([Sample.acme])
    driver.failToAddAdmin(Sample.rejection(403))

    driver.press(key, key, key, key)
    driver.type("ravi@acme.com")

    #expect(driver.console.editor.session?.draft.firstAdmin.email == "ravi@acme.com")
    #expect(driver.console.editor.session?.draft.name == "Hooli")
  }

  @Test func `what to do about the failed step is not said once nothing of it is left`() {
    var driver = Driver.listing([Sample.acme])
    driver.failToAddAdmin(Sample.rejection(403))
    #expect(driver.words.contains("^S tries again"))

    driver.press(.control("u"), .control("s"))

    #expect(driver.words.contains("Nothing to save"))
    #expect(!driver.words.contains("^S tries again"))
    driver.press(.escape)
    #expect(!driver.words.contains("^S tries again"))
  }

  @Test
  func `where nobody knows whether they were added the draft does not say that they were not`() {
    var driver = Driver.listing([Sample.acme])
    driver.failToAddAdmin(Sample.rejection(502))
    driver.answerEditor { .membershipRead($0, .success(nil)) }

    driver.press(.escape, .character("D"))

    #expect(driver.words.replacing("│ │ ", with: "").contains("it is not known what came of it."))
    #expect(driver.words.contains("First admin: jane@acme.com, as admin"))
  }

  @Test func `a role that cannot be picked is said to stay, and why`() {
    var driver = Driver.listing([Sample.acme])
    driver.typeFirstAdmin()
    driver.answerEditor { .rolesRead($0, .failure(Sample.rejection(403))) }
    let words =
      "The roles could not be read: The API key may not do this (403). Ask for a key that may. "
      + "[request req_01HZX5B7] Space tries again. It stays “as admin”."
    #expect(driver.words.contains(words))

    driver.press(.control("t"))

    #expect(driver.words.contains("The roles are being read. It stays “as admin”."))
    driver.answerEditor { .rolesRead($0, .failure(Sample.rejection(403))) }
    #expect(driver.words.contains(words))
  }

  @Test func `several roles are picked by the keys of the role, and are all told`() {
    var driver = Driver.listing([Sample.acme])
    driver.typeFirstAdmin()
    driver.answerRoles("admin", "billing", "member")
    #expect(!driver.words.contains("adds one beside it"))

    driver.press(.tab)
    #expect(
      driver.words.contains(
        "Space takes the next one; ^T adds one beside it, where members can have several."))
    driver.press(.control("t"), .character(" "))
    #expect(driver.screen.text.contains("‹as admin, member›"))
    #expect(driver.words.contains("As admin, member. Space changes the last one, ^T adds one, ^X"))
    driver.press(.control("t"), .control("t"))

    #expect(driver.words.contains("Every role there is is picked already."))
    driver.press(.control("x"))
    #expect(driver.console.editor.session?.draft.firstAdmin.roles == ["admin", "member"])
    #expect(driver.console.editor.session?.draft.firstAdmin.email == "jane@acme.com")
  }

  @Test(arguments: [(24, 80), (24, 120)])
  func `roles that have no room beside the address are told below it`(_ rows: Int, _ columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.typeFirstAdmin()
    driver.answerRoles("admin", "billing-and-invoices", "support-of-customers")

    driver.press(.tab, .control("t"), .control("t"))

    expectScreen("admin-roles-\(columns)x\(rows)", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `an inactive member is asked about`(_ rows: Int, _ columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    driver.reachReactivation()

    expectScreen("admin-inactive-\(columns)x\(rows)", of: driver)
  }

  @Test func `hostile text in an address and a role harms nothing`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("a"))
    driver.type("Hooli")
    driver.send(.editor(.textChanged(.adminEmail, "\u{1b}[2J\n\u{202e}evil@acme.com")))
    driver.press(.backTab)
    let id = driver.questions.last?.request ?? RequestID(0)
    driver.send(
      .editor(.rolesRead(id, .success([Role(slug: "\u{1b}[31m\u{202e}role\n", name: "x")]))))

    driver.press(.character(" "))

    expectScreen("admin-hostile", of: driver)
  }
}
