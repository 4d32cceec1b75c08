import Testing

@testable import ViewModel

/// The address that is meant, out of what was typed or pasted.
struct EmailAddressTests {
  @Test(arguments: [
    ("jane@acme.com", "jane@acme.com"),
    (" Jane@Acme.com ", "Jane@Acme.com"),
    ("o'brien+x@acme.com", "o'brien+x@acme.com"),
    ("user!x{1}@acme.com", "user!x{1}@acme.com"),
    ("Jane Doe <Jane@acme.com>", "jane@acme.com"),
    ("\"Doe, Jane\" <jane@acme.com>", "jane@acme.com"),
    ("<jane@acme.com>", "jane@acme.com"),
    ("'jane@acme.com'", "jane@acme.com"),
    ("“jane@acme.com”,", "jane@acme.com"),
    ("jane@acme.com.", "jane@acme.com"),
    ("jane@acme.com;", "jane@acme.com"),
    ("mailto:jane@acme.com?subject=Hi", "jane@acme.com"),
    ("jane@\u{200B}acme.com", "jane@acme.com"),
    ("Write to jane@acme.com (Jane)", "jane@acme.com"),
  ])
  func `one address is taken out of what stands around it`(text: String, email: String) {
    #expect(EmailAddress.one(in: text) == .success(email))
  }

  @Test(arguments: ["", "jane", "jane@", "@acme.com", "jane@acme", "https://acme.com"])
  func `no address is asked for one`(text: String) {
    #expect(
      EmailAddress.one(in: text)
        == .failure(.init(sentence: "Type or paste an e-mail address.")))
  }

  @Test func `of several it has to be said which`() {
    #expect(
      EmailAddress.one(in: "jane@acme.com, bob@acme.com")
        == .failure(
          .init(sentence: "There are 2 addresses in it. Leave the one that is meant.")))
  }

  @Test(arguments: ["add-member", "send-invitation", "add-it-contact"])
  func `the forms of tabs take it out too, and show what they took`(action: String) throws {
    let tab = try #require(
      Tabs.all.first { tab in tab.actions.contains { $0.id == action } })
    var visit = TabVisit(tab)
    visit.tab(.actionWanted(action))
    if action != "add-it-contact" {
      visit.answer(.choices([TabChoice("member", "Member")]))
      visit.tab(.picked("member", field: "role", beside: false))
    }

    visit.tab(.textChanged("“Carl X” <Carl@acme.com>;", field: "email"), .submitted)

    let form = try #require(visit.tabs.form)
    #expect(form.values.text("email") == "carl@acme.com")
    if action == "add-member" {
      #expect(visit.asked?.target.parameters.contains { $0.values == ["carl@acme.com"] } == true)
    } else {
      #expect(visit.write?.changes.first?.new == "carl@acme.com")
    }
  }
}
