import Cells
import Foundation
import TestSupport
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// A review shows to the letter what is sent: also what a screen draws as nothing, or as a blank.
struct UnseenTextTests {
  @Test(arguments: [
    ("jane\u{200B}@acme.com", #"jane\u200b@acme.com"#),
    ("a\u{202E}b\u{A0}c\u{AD}d", #"a\u202eb\u00a0c\u00add"#), ("\u{3164}", #"\u3164"#),
    ("\u{E0041}", #"\udb40\udc41"#), ("Ünï 中文 🇩🇪 👨‍👩‍👧 ❤️", "Ünï 中文 🇩🇪 👨‍👩‍👧 ❤️"),
    ("a\u{200D}b", #"a\u200db"#), ("x\u{FE0F}", #"x\ufe0f"#), ("plain text", "plain text"),
  ])
  func `what cannot be seen is spelled as JSON spells it`(text: String, spelled: String) {
    #expect(text.spellingUnseen == spelled)
  }

  @Test(
    arguments: [
      ("jane\u{200B}", "\u{200B}"), ("a\u{A0}b", "\u{A0}"), ("می\u{200C}خواهم", nil),
      ("می\u{200C}\u{200C}خواهم", "\u{200C}"), ("a\u{200C}b", "\u{200C}"),
      ("\u{200D}می", "\u{200D}"),
      ("क्\u{200D}ष", nil), ("👨‍👩‍👧 ❤️", nil), ("葛\u{E0100}", nil), ("a\u{E0100}", "\u{E0100}"),
      ("plain text", nil),
    ] as [(String, Unicode.Scalar?)])
  func `what an emoji or a script needs is not hidden`(text: String, hidden: Unicode.Scalar?) {
    #expect(text.firstHidden == hidden)
  }

  @Test func `the review of a new organization spells what cannot be seen in its name`() {
    var driver = Driver.listing([Sample.acme], rows: 40, columns: 120)
    driver.press(.character("a"))
    driver.send(.editor(.textChanged(.name, "Ac\u{200B}me\u{A0}Ltd")))
    driver.press(.control("s"))
    let review = driver.screen.text

    #expect(driver.pane == .review)
    #expect(review.contains(#""name": "Ac\u200bme\u00a0Ltd""#))
    #expect(review.contains(#"Name  Ac\u200bme\u00a0Ltd"#))
  }

  @Test func `the review of an API key spells what cannot be seen in its name`() throws {
    var visit = try TabScreen(.keys, rows: 40, columns: 120)
    visit.driver.press(.character("a"))
    visit.answerChoices()
    visit.driver.send(.tab(.textChanged("Night\u{200B}ly\u{202E}x\u{A0}y", field: "name")))
    visit.driver.press(.control("s"))
    let review = visit.driver.screen.text

    #expect(visit.driver.pane == .tabReview)
    #expect(review.contains(#""name": "Night\u200bly\u202ex\u00a0y""#))
    #expect(review.contains(#"Name  Night\u200bly\u202ex\u00a0y"#))
  }

  @Test func `an invitation to an address that looks like another is warned of`() throws {
    var visit = try TabScreen(.invitations, rows: 40, columns: 120)
    visit.driver.press(.character("a"))
    visit.answerChoices()
    visit.driver.send(.tab(.textChanged("j\u{430}ne@acme.com", field: "email")))
    visit.driver.press(.control("s"))

    #expect(visit.driver.screen.text.contains("Its letters could be taken for those of another"))
  }
}
