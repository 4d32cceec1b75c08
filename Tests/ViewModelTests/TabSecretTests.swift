import Testing
import WorkOS

@testable import ViewModel

/// Secrets that answers tell: they are there while their dialog is open, and nowhere else.
struct TabSecretTests {
  private static let link = "https://auth.example/invite?token=Zx81Spectrum48K"
  private static let secret = TabSecret(
    "The link", of: "zoe@acme.com", ["Whoever has it can join."],
    values: [TabSecret.Value("Link", link)],
    clock: TabSecret.Clock(120, "It is wiped in", ending: "The link is wiped."))
  private static let value = "sk_live_Zx81Spectrum48K"

  private func readingLink() throws -> TabVisit {
    let row = try TabRow.made(#"{"id":"invitation_1","email":"zoe@acme.com","state":"pending"}"#) {
      TabRow($0 as Received<Invitation>)
    }
    var visit = TabVisit(InvitationsTab(), [row])
    visit.tab(.actionWanted("show-invitation-link"))
    return visit
  }

  private func showingLink() throws -> TabVisit {
    var visit = try readingLink()
    visit.answer(.secret(Self.secret))
    return visit
  }

  /// A key was just created, and the answer told its value.
  private func showingKey() throws -> TabVisit {
    var visit = TabVisit(APIKeysTab())
    visit.tab(.actionWanted("create-api-key"))
    visit.answer(.choicePage(Page(items: [])))
    visit.tab(.textChanged("CI", field: "name"), .submitted, .reviewAccepted)
    visit.answer(.row(nil))
    var row = try TabRow.made(#"{"id":"api_key_1","name":"CI"}"#) {
      (key: Received<OrganizationKey>) in TabRow(key.item, json: key.json)
    }
    row.secrets = [
      TabSecret(
        "The new API key", of: "CI", [], values: [TabSecret.Value("Value", Self.value)],
        isShownOnce: true)
    ]
    visit.answer(.row(row))
    return visit
  }

  @Test func `a link is read when it is asked for, and masked until it is to be seen`() throws {
    var visit = try readingLink()
    #expect(visit.asked?.path == "/user_management/invitations/invitation_1")
    visit.answer(.secret(Self.secret))
    #expect(visit.tabs.secret?.isShown == false)

    visit.tab(.secretShownOrHidden)

    #expect(visit.tabs.secret?.isShown == true)
  }

  @Test func `closed, it is nowhere in what the console knows`() throws {
    var visit = try showingLink()
    #expect(!visit.everything.contains("Zx81"), "not even while it is open, for a debugger")
    #expect(visit.tabs.secret?.secret.values.first?.text == Self.link)

    visit.tab(.secretClosed)

    #expect(visit.tabs.secret == nil)
    #expect(!"\(visit.scenario.effects)".contains("Zx81"))
  }

  @Test(arguments: [false, true])
  func `it goes by itself when its time is over, masked or not`(isShown: Bool) throws {
    var visit = try showingLink()
    if isShown { visit.tab(.secretShownOrHidden) }

    visit.scenario.wait(121)

    #expect(visit.tabs.secret == nil)
    #expect(visit.notice == .watched("The link is wiped."))
  }

  @Test func `it goes with the tab, and one that is being read is given up`() throws {
    var visit = try showingLink()
    visit.tab(.shown(0))
    #expect(visit.tabs.secret == nil)

    visit = try readingLink()
    let question = visit.scenario.open.last
    visit.tab(.shown(0))
    #expect(visit.scenario.effects.contains { $0 == question?.request.map(Effect.cancel) })
  }

  @Test func `one that could not be read says so`() throws {
    var visit = try readingLink()

    visit.refuse(404)

    guard case .watchFailed("Not read: the link of zoe@acme.com", _)? = visit.notice else {
      Issue.record("\(String(describing: visit.notice))")
      return
    }
  }

  @Test func `the value of a new key can be read at once, and its row has none`() throws {
    let visit = try showingKey()

    #expect(visit.tabs.secret?.isShown == true)
    #expect(visit.rows == ["CI"])
    #expect(visit.tabs.state?.rows.allSatisfy { $0.secrets.isEmpty } == true)
    #expect(!visit.everything.contains("Zx81"))
  }

  @Test func `a value that was not copied is closed only after a question`() throws {
    var visit = try showingKey()

    visit.tab(.secretClosed)
    #expect(visit.tabs.secret?.isClosing == true)
    visit.tab(.secretClosed)

    #expect(visit.tabs.secret == nil)
  }

  @Test func `a value that was copied is closed at once`() throws {
    var visit = try showingKey()

    visit.tab(.secretCopied(TabSecret.Value("Value", Self.value)), .secretClosed)

    #expect(visit.tabs.secret == nil)
  }

  @Test func `that something else was copied does not let a value go`() throws {
    var visit = try showingKey()

    visit.tab(.secretCopied(TabSecret.Value("Link", Self.link)), .secretClosed)

    #expect(visit.tabs.secret?.isCopied == false)
    #expect(visit.tabs.secret?.isClosing == true)
  }

  @Test func `quitting asks about a value that was not copied`() throws {
    var visit = try showingKey()

    visit.scenario.send(.quitWanted)
    #expect(visit.scenario.console.quitting == .no)
    #expect(visit.tabs.secret?.isClosing == true)
    visit.scenario.send(.quitWanted)

    #expect(visit.scenario.console.quitting == .done)
  }

  @Test func `quitting once all is sent stays for a value that nobody has seen`() throws {
    var visit = TabVisit(APIKeysTab())
    visit.tab(.actionWanted("create-api-key"))
    visit.answer(.choicePage(Page(items: [])))
    visit.tab(.textChanged("CI", field: "name"), .submitted, .reviewAccepted)
    visit.answer(.row(nil))
    visit.scenario.send(.quitWanted)
    visit.scenario.send(.quitAnswered(.finishFirst))
    var row = try TabRow.made(#"{"id":"api_key_1","name":"CI"}"#) {
      (key: Received<OrganizationKey>) in TabRow(key.item, json: key.json)
    }
    row.secrets = [
      TabSecret(
        "The new API key", of: "CI", [], values: [TabSecret.Value("Value", Self.value)],
        isShownOnce: true)
    ]

    visit.answer(.row(row))

    #expect(visit.scenario.console.quitting == .no)
    #expect(visit.tabs.secret?.isAtStake == true)
  }

  @Test(arguments: [true, false])
  func `a value that nobody can read again is shown wherever one is, and no other`(
    isShownOnce: Bool
  ) throws {
    var visit = TabVisit(APIKeysTab())
    visit.tab(.actionWanted("create-api-key"))
    visit.answer(.choicePage(Page(items: [])))
    visit.tab(.textChanged("CI", field: "name"), .submitted, .reviewAccepted)
    visit.answer(.row(nil))
    visit.tab(.formLeft)
    visit.scenario.detail(.closed)
    var row = try TabRow.made(#"{"id":"api_key_1","name":"CI"}"#) {
      (key: Received<OrganizationKey>) in TabRow(key.item, json: key.json)
    }
    row.secrets = [
      TabSecret(
        "An API key", of: "CI", [], values: [TabSecret.Value("Value", "sk_1")],
        isShownOnce: isShownOnce)
    ]
    visit.answer(.row(row))

    #expect((visit.tabs.secret != nil) == isShownOnce)
  }
}
