import Foundation
import JSON
import TestSupport
import Testing
import WorkOS

@testable import ViewModel

/// What is said of each thing that a sign-in hangs on: what was seen, and nothing more.
struct SignInCheckTests {
  private static let forbidden = WorkOSError.rejected(WorkOSError.Rejection(status: 403))

  @Test func `where all is well, each line says so, and leads to where it can be seen`() {
    let story = PersonStory()

    #expect(story.checks.map(\.verdict) == [.yes, .yes, .yes, .yes, .yes, .yes, .none, .yes])
    #expect(story.told(.user) == "yes: Jane Doe, e-mail verified, last signed in T-60")
    #expect(story.told(.membership) == "yes: active, as member")
    #expect(story.told(.domain) == "yes: acme.com is verified here")
    #expect(story.told(.others) == "yes: no other organization has acme.com")
    #expect(story.told(.connection) == "yes: “Okta” covers acme.com, and is active")
    #expect(story.told(.directory) == "yes: “Google” is linked; they are active in it")
    #expect(story.told(.invitation) == "none: none, and none is needed")
    #expect(story.told(.signIns) == "yes: sso succeeded T-60")
    #expect(story.place(of: .membership)?.tab == "members")
    #expect(story.place(of: .membership)?.row == "om_1")
  }

  @Test func `a domain with letters beyond ASCII is told as it is read`() {
    var story = PersonStory()
    story.organization = .success(
      .organization(.acme(domain: "xn--mller-shne-kcb9d.example")))
    let name = PersonName.email("wei@xn--mller-shne-kcb9d.example")

    let checks = SignInCheck(story.facts(about: name), in: "org_1").checks

    #expect(
      checks.first { $0.kind == .domain }?.finding
        == ["müller-söhne.example is verified here"])
    #expect(
      story.told(.domain)
        == "no: acme.com is not a domain of this organization, which has müller-söhne.example")
  }

  // MARK: The user

  @Test func `without a user nothing is said of a membership, and all else is looked at`() {
    var story = PersonStory()
    story.user = .success(.user(nil))

    #expect(story.told(.user) == "no: no user of this environment has jane@acme.com")
    #expect(story.told(.membership) == "unknown: not looked for, as there is no user")
    #expect(story.told(.domain).hasPrefix("yes"))
    #expect(story.told(.invitation) == "none: none to this organization")
  }

  @Test func `to whom is invited already another mail is offered, and not another invitation`() {
    var story = PersonStory()
    story.user = .success(.user(nil))
    #expect(story.place(of: .user)?.remedies == ["send-invitation"])

    story.invitations = .success(
      .invitations(
        FirstPage([
          Invitation(id: "invitation_1", state: .pending, organizationID: "org_1")
        ])))

    #expect(story.place(of: .user)?.remedies == ["resend-invitation"])
    #expect(story.place(of: .user)?.row == "invitation_1")
  }

  @Test func `an address that is not verified, or of which it is not said`() {
    var story = PersonStory()
    story.user = .success(
      .user(
        Received(
          User(id: "user_1", email: "jane@acme.com", isEmailVerified: false), json: RawJSON("{}"))))
    #expect(story.told(.user) == "no: the e-mail address is not verified, never signed in")

    story.user = .success(
      .user(Received(User(id: "user_1", email: "jane@acme.com"), json: RawJSON("{}"))))
    #expect(
      story.told(.user)
        == "unknown: whether the e-mail address is verified is not said, never signed in")
  }

  @Test func `what could not be read is unknown, with the reason, and so is what hangs on it`() {
    var story = PersonStory()
    story.user = .failure(Self.forbidden)
    story.claimants = .failure(Self.forbidden)
    story.organization = .failure(Self.forbidden)
    story.connections = .failure(Self.forbidden)
    story.directories = .failure(Self.forbidden)
    story.invitations = .failure(Self.forbidden)
    story.signIns = [.failure(Self.forbidden)]

    #expect(story.checks.allSatisfy { $0.verdict == .unknown })
    #expect(story.told(.user) == "unknown: could not be read: !")
    #expect(story.told(.membership) == "unknown: not looked for, as the user could not be read")
  }

  @Test func `of an organization that is gone that is said once, and all else is looked at`() {
    var story = PersonStory()
    let missing = PersonStory.Answer.failure(.rejected(WorkOSError.Rejection(status: 404)))
    (story.organization, story.connections, story.directories) = (missing, missing, missing)

    #expect(story.told(.domain) == "no: the server knows no organization org_1 any more")
    #expect(story.told(.connection) == "none: not looked for, as the organization is gone")
    #expect(story.told(.directory) == "none: not looked for, as the organization is gone")
    #expect(story.told(.user).hasPrefix("yes: "))

    // Where the organization is there, a tab that is not is unknown.
    story.organization = .success(.organization(.acme()))
    #expect(story.told(.connection).hasPrefix("unknown: could not be read"))
  }

  @Test func `nothing is said of what is still being read`() {
    var facts = PersonFacts(about: .email("jane@acme.com"), in: "org_1", asOf: PersonStory.now)
    _ = facts.nextCalls()

    #expect(SignInCheck(facts, in: "org_1").checks.allSatisfy { $0.verdict == .awaited })
  }

  @Test func `an address is asked for in the same words, and another person's answer is not taken`()
  {
    var facts = PersonFacts(about: .email("jane@acme.com"), asOf: PersonStory.now)
    let calls = facts.nextCalls()

    let paths = calls.map { $0.call.request.target.path }
    #expect(paths.contains("/user_management/users"))
    #expect(paths.contains("/user_management/invitations"))
    #expect(paths.contains("/organizations"))
    #expect(calls.allSatisfy { $0.call.request.isQuestion })
  }

  // MARK: The membership

  @Test(arguments: [
    (Membership.Status.inactive, "no: inactive, as member"),
    (.pending, "no: pending, as member, not active"),
    (
      Membership.Status(rawValue: "frozen"),
      "unknown: its status is “frozen”, which is not known here, as member"
    ),
  ])
  func `a membership that is not active is told by its status`(
    status: Membership.Status, words: String
  ) {
    var story = PersonStory()
    story.memberships = .success(.memberships(FirstPage([.janeHere(status)])))

    #expect(story.told(.membership) == words)
    #expect(story.place(of: .membership)?.row == (status == .pending ? nil : "om_1"))
    let remedies: [Membership.Status: [String]] = [
      .inactive: ["reactivate-member"], .pending: ["send-invitation"],
    ]
    #expect(story.place(of: .membership)?.remedies == remedies[status] ?? [])
  }

  @Test(
    arguments: [
      (Invitation.State.pending, "no: pending until T60", "resend-invitation"),
      (.expired, "no: expired T60", "send-invitation"),
      (.revoked, "no: revoked", "send-invitation"),
      (nil, "no: none to this organization, and the membership is pending", "send-invitation"),
    ] as [(Invitation.State?, String, String)])
  func `a pending membership leads to the invitation, which is sent anew where none is open`(
    state: Invitation.State?, words: String, remedy: String
  ) {
    var story = PersonStory()
    story.memberships = .success(.memberships(FirstPage([.janeHere(.pending)])))
    let invitation = state.map {
      Invitation(
        id: "invitation_1", state: $0, organizationID: "org_1", expiresAt: PersonStory.now + 60)
    }
    story.invitations = .success(.invitations(FirstPage([invitation].compactMap(\.self))))

    #expect(story.told(.invitation) == words)
    for kind in [Check.Kind.membership, .invitation] {
      #expect(story.place(of: kind)?.tab == "invitations")
      #expect(story.place(of: kind)?.row == invitation?.id)
      #expect(story.place(of: kind)?.remedies == [remedy])
    }
  }

  @Test func `a membership elsewhere is none here`() {
    var story = PersonStory()
    story.memberships = .success(.memberships(FirstPage([.janeHere(organization: "org_9")])))

    #expect(story.told(.membership) == "no: not a member here")
    #expect(story.place(of: .membership)?.remedies == ["add-member"])
  }

  // MARK: Domains

  @Test(arguments: [(false, true), (true, false), (nil, false)] as [(Bool?, Bool)])
  func `that others are kept out by an old setting is told of another domain`(
    allows: Bool?, isTold: Bool
  ) {
    var story = PersonStory()
    func told(_ domain: String, domains: Bool = true) -> String {
      var acme = Organization.acme(domain: domain)
      acme.allowsProfilesOutsideOrganization = allows
      if !domains { acme.domains = [] }
      story.organization = .success(.organization(acme))
      return story.told(.domain)
    }
    let words =
      "; by an old setting, which may not be applied, people with other domains may not sign in here"

    #expect(told("globex.example").hasSuffix(words) == isTold)
    #expect(told("globex.example", domains: false).hasSuffix(words) == isTold)
    #expect(told("acme.com") == "yes: acme.com is verified here")
  }

  @Test(arguments: [
    (
      OrganizationDomain.State?.some(.pending),
      "no: acme.com is on this organization, and not verified yet"
    ),
    (.failed, "no: acme.com is on this organization, and its verification has failed"),
    (.legacyVerified, "yes: acme.com is verified (legacy) here"),
    (nil, "unknown: acme.com is on this organization; its state is not said"),
    (
      .init(rawValue: "odd"),
      "unknown: acme.com is on this organization; its state is “odd”, which is not known here"
    ),
  ])
  func `a domain is told by its state`(state: OrganizationDomain.State?, words: String) {
    var story = PersonStory()
    story.organization = .success(.organization(.acme(state)))

    #expect(story.told(.domain) == words)
    #expect(story.place(of: .domain)?.row == "org_domain_org_1")
  }

  @Test func `a domain that is not of the organization is told with those that are`() {
    var story = PersonStory()
    story.organization = .success(.organization(.acme(domain: "acme.dev")))
    #expect(
      story.told(.domain)
        == "no: acme.com is not a domain of this organization, which has acme.dev")

    story.organization = .success(.organization(Organization(id: "org_1", name: "Acme")))
    #expect(story.told(.domain) == "none: this organization has no domain")
  }

  @Test func `another organization that has the domain, and which decides is not guessed`() {
    var story = PersonStory()
    let rival = Organization.acme(id: "org_2", name: "Globex")
    story.claimants = .success(.claimants(FirstPage([.acme(), rival])))
    #expect(
      story.told(.others)
        == "unknown: Globex has acme.com too, verified; which of them decides over it is not told")

    story.organization = .success(.organization(.acme(.pending)))
    #expect(story.told(.others) == "no: Globex has acme.com, verified there")
    #expect(story.place(of: .others)?.organization == "org_2")
    #expect(story.place(of: .domain)?.remedies == [], "what is another company's is not claimed")
    var elsewhere = story
    elsewhere.organization = .success(.organization(.acme(domain: "acme.dev")))
    #expect(elsewhere.place(of: .domain)?.remedies == [])

    story.claimants = .success(
      .claimants(FirstPage([.acme(.pending, id: "org_2", name: "Globex"), rival].dropLast())))
    #expect(story.told(.others) == "yes: Globex has acme.com too, not verified")
  }

  // MARK: Connections and directories

  @Test func `a connection is told by whether it covers the domain, and by its state`() {
    var story = PersonStory()
    func connect(_ state: Connection.State?, _ domains: [String]) {
      story.connections = .success(
        .connections(
          FirstPage([Connection(id: "conn_1", name: "Okta", state: state, domains: domains)])))
    }
    connect(.inactive, ["acme.com"])
    #expect(story.told(.connection) == "no: “Okta” covers acme.com, and is inactive")
    #expect(story.place(of: .connection)?.row == "conn_1")
    connect(.requiresType, ["ACME.com"])
    #expect(
      story.told(.connection)
        == "no: “Okta” covers acme.com, and is not set up: its type is not chosen")
    connect(nil, ["acme.com"])
    #expect(story.told(.connection) == "unknown: “Okta” covers acme.com, and its state is not said")
    connect(.active, ["acme.dev"])
    #expect(story.told(.connection) == "no: “Okta” does not cover acme.com")
    connect(.active, [])
    #expect(
      story.told(.connection)
        == "unknown: “Okta” does not say which domains it covers, and is active")
    story.connections = .success(.connections(FirstPage([])))
    #expect(story.told(.connection) == "none: no single sign-on here")
  }

  @Test func `from a page that is not all nothing is concluded about the others`() {
    var story = PersonStory()
    func connect(_ state: Connection.State, _ domain: String) {
      let connection = Connection(id: "conn_1", name: "Okta", state: state, domains: [domain])
      story.connections = .success(.connections(FirstPage([connection], hasMore: true)))
    }

    connect(.active, "acme.dev")
    #expect(
      story.told(.connection) == "unknown: “Okta” does not cover acme.com; there are more")
    connect(.inactive, "acme.com")
    #expect(
      story.told(.connection)
        == "unknown: “Okta” covers acme.com, and is inactive; there are more")
    connect(.active, "acme.com")
    #expect(story.told(.connection) == "yes: “Okta” covers acme.com, and is active")

    story.claimants = .success(.claimants(FirstPage([.acme()], hasMore: true)))
    #expect(
      story.told(.others) == "unknown: more organizations have acme.com than were looked at")
    story.claimants = .success(
      .claimants(FirstPage([.acme(.pending, id: "org_2", name: "Globex")], hasMore: true)))
    #expect(
      story.told(.others)
        == "unknown: Globex has acme.com too, not verified; more have it than were looked at")
  }

  @Test func `a directory is told by its state, and by what it knows of the person`() {
    var story = PersonStory()
    func know(_ state: DirectoryUser.State?, _ directory: Directory.State = .linked) {
      story.directories = .success(
        .directories(FirstPage([Directory(id: "directory_1", name: "Google", state: directory)])))
      story.directoryUser = .success(
        .directoryUser(DirectoryUser(id: "directory_user_1", email: "jane@acme.com", state: state)))
    }
    know(.suspended)
    #expect(story.told(.directory) == "no: “Google” is linked; they are suspended in it")
    know(.active, .invalidCredentials)
    #expect(
      story.told(.directory)
        == "no: “Google” fails: its credentials are invalid; they are active in it")
    know(.active, .validating)
    #expect(story.told(.directory) == "unknown: “Google” is validating; they are active in it")
    know(nil)
    #expect(story.told(.directory) == "unknown: “Google” is linked; their state in it is not said")

    story.directoryUser = .failure(Self.forbidden)
    #expect(
      story.told(.directory)
        == "unknown: “Google” is linked; whether they are in it could not be read: !")
    story.directories = .success(.directories(FirstPage([])))
    #expect(story.told(.directory) == "none: no directory here")
  }

  @Test func `not to be in a directory matters only to whom it manages`() {
    var story = PersonStory()
    story.directoryUser = .success(.directoryUser(nil))
    #expect(
      story.told(.directory)
        == "none: “Google” is linked, and does not have them; their membership is not managed by it"
    )

    story.memberships = .success(.memberships(FirstPage([.janeHere(isDirectoryManaged: true)])))
    #expect(story.told(.directory) == "no: “Google” is linked, and does not have them")
  }

  // MARK: Invitations

  @Test func `an invitation is told by what became of it, and keeps no member out`() {
    var story = PersonStory()
    func invite(_ state: Invitation.State?, expires: TimeInterval = 60) {
      story.invitations = .success(
        .invitations(
          FirstPage([
            Invitation(
              id: "invitation_1", state: state, organizationID: "org_1",
              expiresAt: PersonStory.now + expires)
          ])))
    }
    story.memberships = .success(.memberships(FirstPage([])))
    invite(.pending)
    #expect(story.told(.invitation) == "no: pending until T60")
    invite(.pending, expires: -60)
    #expect(story.told(.invitation) == "no: not accepted, and ran out T-60")
    invite(.expired, expires: -60)
    #expect(story.told(.invitation) == "no: expired T-60")
    #expect(story.place(of: .invitation)?.row == "invitation_1")
    invite(.revoked)
    #expect(story.told(.invitation) == "no: revoked")
    invite(.accepted)
    #expect(story.told(.invitation) == "yes: accepted")
    invite(nil)
    #expect(story.told(.invitation) == "unknown: its state is not said")

    story.memberships = .success(.memberships(FirstPage([.janeHere()])))
    invite(.expired, expires: -60)
    #expect(story.told(.invitation) == "none: expired T-60")
  }
}
