import Cells
import Foundation
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// News of tabs in words.
@Suite(.timeLimit(.minutes(20)))
struct TabNoticeWordsTests {
  private let times = TimeWords(timeZone: .gmt)

  @Test(
    arguments: [
      .unconfirmed(.add, name: "jane@acme.com"), .otherSeen(.invite, name: "jane@acme.com"),
      .notSeen(.add, name: "jane@acme.com"),
    ] as [TabNotice])
  func `a key that would be typed into a form is told for after it`(notice: TabNotice) {
    #expect(TabNoticeWords.words(for: notice, times).0.hasSuffix(". r looks anew."))
    #expect(
      TabNoticeWords.words(for: notice, isInForm: true, times).0
        .hasSuffix(". After Esc, r looks anew."))
  }

  @Test(arguments: [
    (
      TabNotice.done("Removed xn--mller-kva.de."), "Removed müller.de."
    ),
    (
      .done("Invited jan@müller.de (xn--mller-kva.de)."),
      "Invited jan@müller.de (xn--mller-kva.de)."
    ),
    (
      .undone(.remove, name: "jan@xn--mller-kva.de"),
      "Taken back: “jan@müller.de” is not removed."
    ),
    (.done("Removed xn--pple-43d.com."), "Removed xn--pple-43d.com."),
  ])
  func `news tells a domain as it is read, where that is no other`(
    notice: TabNotice, words: String
  ) {
    #expect(TabNoticeWords.words(for: notice, times).0 == words)
  }

  @Test func `what is most likely done is told with one certainty`() {
    let sentence = "An API key just like it was made then, most likely this one."

    #expect(
      TabNoticeWords.words(for: .likelyDone(sentence), times).0 == "No answer came. " + sentence)
    #expect(
      TabNoticeWords.words(for: .likelyDone(sentence, because: Sample.rejection(409)), times).0
        == "The server answered with an error (error 409). " + sentence)
  }

  @Test func `what the server has done a moment ago can be asked for again at a whole minute`() {
    let notice = TabNotice.tooSoon(
      .synchronize, name: "Acme Directory", again: Sample.now + 299)

    #expect(
      TabNoticeWords.words(for: notice, times).0
        == "“Acme Directory” was synchronized a moment ago: it can be asked for again at 09:32 UTC."
    )
  }
}
