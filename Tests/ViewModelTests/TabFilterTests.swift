import Testing
import WorkOS

@testable import ViewModel

/// The filter of a tab, typed or pasted.
struct TabFilterTests {
  private static let rows: [TabRow] = [
    .member("om_1", "wei.wang@x.example"), .member("om_2", "camila@northwind.example"),
    .member("om_3", "petra@xn--mller-shne-kcb9d.example"),
    .member("om_4", "jan@bücher.example"),
  ]

  private func found(_ text: String) -> [String] {
    var visit = TabVisit(MembersTab(), Self.rows)
    visit.tab(.filterChanged(text))
    return visit.tabs.state?.matches.map(\.name) ?? []
  }

  @Test(arguments: [
    "\"Wang, Wei\" <wei.wang@x.example>", "<wei.wang@x.example>;", "wei.wang@x.example.",
    "(wei.wang@x.example)", "mailto:wei.wang@x.example?subject=Hi", "“wei.wang@x.example”,",
    "Wang Wei\twei.wang@x.example", "WEI.WANG@X.EXAMPLE", "\"wei.wang\".", "wei.wang, member",
  ])
  func `what was pasted with an address finds its row`(text: String) {
    #expect(found(text) == ["wei.wang@x.example"])
  }

  @Test(arguments: [
    "müller-söhne", "MÜLLER-SÖHNE.example", "petra@müller-söhne.example", "müller-söhne.example.",
    "xn--mller-shne", "Petra <petra@müller-söhne.example>", "https://www.müller-söhne.example/x",
  ])
  func `a domain is found as it is read and as the DNS has it`(text: String) {
    #expect(found(text) == ["petra@xn--mller-shne-kcb9d.example"])
  }

  @Test(arguments: ["jan@bücher.example", "jan@xn--bcher-kva.example", "bücher", "xn--bcher"])
  func `and so is one that the server has as it is read`(text: String) {
    #expect(found(text) == ["jan@bücher.example"])
  }

  @Test(arguments: ["wei.wang@x.example, camila@northwind.example", "nobody@x.example"])
  func `of several addresses none is guessed, and who is not there is not found`(text: String) {
    #expect(found(text) == [])
  }

  @Test func `each word is looked for, and marks alone only where there is nothing else`() {
    #expect(found("member camila").count == 1)
    #expect(found("camila ;").count == 1)
    #expect(found("@").count == 4)
    #expect(found(" ").count == 4)
  }

  @Test func `it says what is looked for`() {
    #expect(FilterText("<petra@müller-söhne.example>;").shown == "petra@müller-söhne.example")
    #expect(FilterText("camila ;").shown == "camila ;")
  }
}
