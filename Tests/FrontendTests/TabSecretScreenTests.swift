import Cells
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The dialog of a secret: what it shows, hides, copies, and lets go.
@Suite(.timeLimit(.minutes(20)))
struct TabSecretScreenTests {
  private static let link = "https://auth.example/invite?invitation_token=Zx81Spectrum48K"

  /// The link of an invitation was read.
  private func link(rows: Int = 24, columns: Int = 80) throws -> TabScreen {
    var screen = try TabScreen(.invitations, rows: rows, columns: columns)
    screen.driver.press(.character("v"))
    screen.answer(
      .secret(
        TabSecret(
          "What the invitation is accepted with", of: "new0@acme.com",
          ["Whoever has one of them can join Acme Corporation."],
          values: [
            TabSecret.Value("Link", Self.link), TabSecret.Value("Token", "Zx81Spectrum48K"),
          ],
          clock: TabSecret.Clock(120, "It is wiped from here in", ending: "The link is wiped."))))
    return screen
  }

  /// An API key was made.
  private func key(
    rows: Int = 24, columns: Int = 80, value: String = "sk_Zx81Spectrum48K",
    isAsSent: Bool = true
  ) throws -> TabScreen {
    var screen = try TabScreen(.keys, rows: rows, columns: columns)
    screen.driver.press(.character("a"))
    screen.answerChoices()
    screen.fill()
    screen.driver.press(.control("s"), .enter)
    // On a small screen the review is read to its end first.
    for _ in 0..<8 where screen.driver.pane == .tabReview { screen.driver.press(.enter) }
    screen.answer(.row(nil))
    var row = try Sampled.keys.row(with: "Nightly export", isAsSent ? 2 : 3)
    row.secrets = [
      TabSecret(
        "The new API key", of: "Nightly export",
        [
          "of Acme Corporation",
          "This is the only time its value can be seen or copied. Hand it over in a safe way.",
        ], values: [TabSecret.Value("Value", value)], isShownOnce: true)
    ]
    screen.answer(.row(row))
    return screen
  }

  @Test func `a link is masked until it is asked for, with the time that is left`() throws {
    for columns in [80, 120] {
      var screen = try link(columns: columns)
      expectScreen("secret-masked-\(columns)", of: screen.driver)
      screen.driver.wait(35)
      screen.driver.press(.character("v"))

      expectScreen("secret-shown-\(columns)", of: screen.driver)
    }
  }

  @Test func `the key that shows what is masked is said to hide what is shown`() throws {
    var link = try link()
    #expect(link.driver.screen.text.contains("v show"))
    link.driver.press(.character("v"))
    #expect(link.driver.screen.text.contains("v hide"))

    var key = try key()
    #expect(key.driver.screen.text.contains("v hide"))
    key.driver.press(.character("v"))

    #expect(key.driver.screen.text.contains("v show"))
  }

  @Test func `it fits a small screen`() throws {
    var screen = try link(rows: 10, columns: 40)

    screen.driver.press(.character("v"), .down)

    expectScreen("secret-40x10", of: screen.driver)
  }

  @Test(arguments: [8, 12])
  func `a long value is read to its end on a small screen`(rows: Int) throws {
    let value = "sk_" + String(repeating: "x", count: 90) + "Ж"
    var screen = try key(rows: rows, columns: 40, value: value)
    #expect(screen.driver.screen.text.contains("sk_x"))
    #expect(screen.driver.screen.text.contains("Esc close"))

    var seen = ""
    for _ in 0..<12 {
      seen += screen.driver.screen.text
      screen.driver.press(.character("j"))
    }

    #expect(seen.contains("Ж"))
    #expect(screen.driver.screen.text.contains("It was not copied yet."))
  }

  @Test func `the marked value is copied unseen, and not repeated in the news`() throws {
    var screen = try link()

    screen.driver.press(.down, .character("y"))

    let token = CopiedText(secret: TabSecret.Value("Token", "Zx81Spectrum48K"))
    #expect(screen.driver.commands == [.copy(token, what: "the token")])
    #expect(token.summary == "")
    #expect(!screen.driver.screen.text.contains("Zx81"))
  }

  @Test func `closed, it is on no screen, not in the JSON and not among the requests`() throws {
    var screen = try link()
    screen.driver.press(.character("v"))
    #expect(screen.driver.screen.text.contains("Zx81"))

    screen.driver.press(.escape)
    #expect(screen.driver.pane == .tab(InvitationsTab()))
    for key: Key in [.character("J"), .escape, .character("!"), .escape, .character("L"), .escape] {
      screen.driver.press(key)
      #expect(!screen.driver.screen.text.contains("Zx81"))
    }
  }

  @Test func `the value of a new key says that it is shown once, and closing it asks`() throws {
    for columns in [80, 120] {
      var screen = try key(columns: columns)
      expectScreen("secret-once-\(columns)", of: screen.driver)

      screen.driver.press(.escape)
      expectScreen("secret-once-closing-\(columns)", of: screen.driver)
      screen.driver.press(.escape)

      #expect(screen.driver.console.tabs.secret == nil)
    }
  }

  @Test func `the value of a key that is not as it was to be says so over the news of it`() throws {
    var screen = try key(isAsSent: false)

    #expect(screen.driver.screen.text.contains("The server shows something else than was sent"))
  }

  @Test func `a value that no clipboard took is not copied, and closing it asks`() throws {
    var screen = try key()

    screen.driver.press(.character("y"))
    screen.driver.send(.noticed(.notCopied(what: "the value", summary: "")))
    #expect(screen.driver.screen.text.contains("Not copied: this terminal has no clipboard"))
    #expect(screen.driver.screen.text.contains("It was not copied yet."))
    screen.driver.press(.escape)

    #expect(screen.driver.screen.text.contains("Closing it again loses it for good."))
  }

  @Test func `a key typed ahead closes nothing that nobody has seen`() throws {
    var screen = try key()

    screen.driver.pressAtOnce(.escape, .escape, .character("q"))

    #expect(screen.driver.console.tabs.secret != nil)
  }
}
