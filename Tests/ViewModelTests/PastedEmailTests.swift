import Testing

@testable import ViewModel

/// The address of a person, out of whatever it was pasted with.
struct PastedEmailTests {
  @Test(arguments: [
    "jane@acme.com", "  Jane@ACME.com ", "Jane Doe <jane@acme.com>", "<jane@acme.com>,",
    "mailto:jane@acme.com?subject=Hi", "E-mail: jane@acme.com.", "\"Doe, Jane\" <jane@acme.com>;",
    "'jane@acme.com'", "(jane@acme.com)", "jane%40acme.com", "\u{200B}jane@acme.com\u{202E}",
    "From: Jane Doe <jane@acme.com>\nSubject: locked out", "jane@acme.com, Jane@acme.com",
    "https://app.example/users?email=jane@acme.com",
    "_jane@acme.com_", "~jane@acme.com~", "~~jane@acme.com~~.", "*_jane@acme.com_*",
    "jane[at]acme[dot]com", "jane@acme[.]com", "jane [@] acme [.] com",
    "-jane@acme.com", "- jane@acme.com", "_<jane@acme.com>_", "*jane@acme.com*",
  ])
  func `one address is found`(text: String) {
    #expect(PersonName(pasted: text) == .email("jane@acme.com"))
  }

  @Test(arguments: [
    ("o'brien@acme.com", "o'brien@acme.com"),
    ("a.b+c_d-e@sub.acme.co.uk", "a.b+c_d-e@sub.acme.co.uk"),
    ("bob@gmail.com", "bob@gmail.com"), ("zoë@acme.com", "zoë@acme.com"),
    ("_jane@acme.com", "_jane@acme.com"), ("~jane@acme.com_", "~jane@acme.com"),
    ("-_jane@acme.com", "_jane@acme.com"), ("jane-@acme.com", "jane-@acme.com"),
  ])
  func `an address keeps all of its name`(text: String, email: String) {
    #expect(PersonName(pasted: text) == .email(email))
  }

  @Test(arguments: [
    ("\"john doe\"@acme.com", "\"john doe\"@acme.com"),
    ("“John Doe”@acme.com.", "\"john doe\"@acme.com"),
    ("Doe <\"john doe\"@acme.com>", "\"john doe\"@acme.com"),
    ("mailto:\"john doe\"@acme.com", "\"john doe\"@acme.com"),
    ("\"a@b\"@acme.com", "\"a@b\"@acme.com"),
    ("\"a@b.com\"@acme.com", "\"a@b.com\"@acme.com"),
    ("\"Jane\"@acme.com", "jane@acme.com"),
  ])
  func `a name in quotes is one, and keeps those it needs`(text: String, email: String) {
    #expect(PersonName(pasted: text) == .email(email))
    #expect(EmailAddress.one(in: text) == .success(email))
    #expect(FilterText(text).taken == [email])
  }

  @Test(arguments: [
    "\"\",\"@acme.com\"", "say \"hi\" and \"@acme.com\"", "\"john doe\"@acme", "\"\"@acme.com",
    "postgres://admin:\"s3cret\"@acme.com",
  ])
  func `quotes that stand around something else are no name`(text: String) {
    #expect(PersonName(pasted: text) == nil)
  }

  @Test(arguments: [
    "_jane@newco.example_", "~jane@newco.example~", "-jane@newco.example", "jane@newco.example",
  ])
  func `a form takes it without the marks around it`(text: String) {
    #expect(EmailAddress.one(in: text) == .success("jane@newco.example"))
    #expect(EmailAddress.shown(in: text) == "jane@newco.example")
  }

  @Test(arguments: [
    "acme.com", "@acme.com", "jane@", "jane@localhost", "jane at acme.com", "",
    "jane@acme.com and bob@acme.com", "Acme Corporation", "org_01M67FS3C1Q4P6QWEF0SHE0009",
  ])
  func `none, or more than one, is nobody`(text: String) {
    #expect(PersonName(pasted: text) == nil)
  }
}
