import Cells
import Delivery
import Foundation
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// Whatever is copied can be pasted into a shell as text.
struct CopiedTextTests {
  private static let hostile =
    "a\u{1B}[201~\r\n\t\u{7}\u{0}\u{7F}\u{9B}\u{85}\u{202E}\u{2028}\u{FEFF}z"

  @Test func `a line carries no control characters, and it is known how many there were`() {
    let copied = CopiedText(line: Self.hostile)

    #expect(copied.text == "a[201~z")
    #expect(copied.dropped == 12)
  }

  @Test func `what is copied is told in short`() {
    let texts = ["org_01", String(repeating: "x", count: 100), "  ", ""].map(CopiedText.init(line:))
    let lists = [["a.example", "b.example", "c.example"], ["{", "}"]].map(CopiedText.init(lines:))

    #expect(
      (texts + lists).map(\.summary) == [
        "org_01", String(repeating: "x", count: 39) + "…", "", "", "a.example and 2 more lines",
        "2 lines",
      ])
  }

  @Test func `text without them is copied as it is`() {
    for text in ["Café Lumière", "東都物流株式会社", "👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "שלום", "soft\u{AD}hyphen", ""] {
      #expect(CopiedText(line: text).text == text)
      #expect(CopiedText(line: text).dropped == 0)
    }
  }

  @Test func `lines are broken only where they are meant to be`() {
    let copied = CopiedText(lines: ["a\nb", "c\r"])

    #expect(copied.text == "ab\nc")
    #expect(copied.dropped == 2)
  }

  @Test func `in JSON they are spelled, so that none is lost`() {
    let copied = CopiedText(json: RawJSON("{\"a\":\"\u{7F}\u{9B}\u{202E}é\u{110BD}\"}"))

    #expect(copied.text == "{\n  \"a\": \"\\u007f\\u009b\\u202eé\\ud804\\udcbd\"\n}")
    #expect(copied.dropped == 0)
  }

  @Test(arguments: ["y", "n", "x", "d", "t", "j", "c"])
  func `nothing in the copy menu hands on what something might obey`(key: Character) {
    let hostile = Self.hostile
    let organization = Organization(
      id: .init(rawValue: "org_\(hostile)"), name: hostile,
      domains: [
        OrganizationDomain(
          domain: hostile, state: .pending, verificationPrefix: hostile, verificationToken: hostile)
      ], externalID: hostile, json: RawJSON("{\"name\":\"\u{7F}\u{9B}2J\u{202E}\"}"))
    var driver = Driver.listing([organization])

    driver.press(.character("Y"), .character(key))

    guard case .copy(let copied, _) = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    let allowed: Set<Unicode.Scalar> = key == "j" ? ["\n"] : []
    #expect(copied.text.unicodeScalars.allSatisfy { !$0.isControlling || allowed.contains($0) })
    #expect(!copied.text.hasSuffix("\n"))
  }

  @Test func `a body in a command spells them too`() {
    let request = LoggedRequest.sending("{\"name\":\"\u{9B}201~\u{7F}\"}")

    #expect(CurlCommand.repeating(request).contains(#"-d '{"name":"\u009b201~\u007f"}'"#))
  }
}

extension LoggedRequest {
  fileprivate static func sending(_ body: String) -> LoggedRequest {
    LoggedRequest(
      method: "POST", url: URL(filePath: "/"), body: RawJSON(body), idempotencyKey: nil,
      sentAt: Sample.now, duration: 0, ending: .answered(status: 201), requestID: nil, attempt: 1)
  }
}
