import Foundation
import TestSupport
import Testing
import WorkOS

@testable import ViewModel

/// What is said of the last times somebody signed in, and of how far back was looked.
struct LastSignInTests {
  @Test func `the last sign-ins are told with the reason the API gives, and nobody else's`() {
    var story = PersonStory()
    story.signIns = [
      .success(
        .signIns(
          Page(items: [
            SignIn(
              id: "event_1", kind: "authentication.sso_succeeded", userID: "user_1",
              happenedAt: PersonStory.now - 90),
            SignIn(
              id: "event_2", kind: "authentication.password_failed", email: "JANE@acme.com",
              errorCode: "organization_membership_inactive", happenedAt: PersonStory.now - 60),
            SignIn(
              id: "event_3", kind: "authentication.sso_failed", userID: "user_2",
              email: "jane@acme.com", happenedAt: PersonStory.now - 30),
          ])))
    ]

    #expect(
      story.told(.signIns)
        == "no: password failed T-60 (organization_membership_inactive); before that sso succeeded T-90"
    )
  }

  @Test
  func `earlier spans are looked through until there is one, and no further than events are kept`()
  {
    var story = PersonStory()
    story.signIns = [.success(.signIns(Page(items: [])))]
    #expect(
      story.told(.signIns)
        == "none: none since T-604800, and none that names this organization since T-7689600")

    var facts = PersonFacts(about: .email("jane@acme.com"), in: "org_1", asOf: PersonStory.now)
    for (step, _) in facts.nextCalls() where step == .user { facts.take(story.user, of: step) }
    let first = facts.nextCalls().first { if case .signIns = $0.step { true } else { false } }
    let parameters = first?.call.request.target.parameters.map(\.name) ?? []
    #expect(parameters == ["events", "limit", "range_start"])
    #expect(first?.call.request.target.parameters.last?.values == ["2027-01-15T07:00:00.000Z"])
  }

  @Test
  func `where there are too many, those of the organization are looked through, and that is said`()
  {
    var story = PersonStory()
    let other = SignIn(id: "event_9", kind: "authentication.sso_succeeded", userID: "user_9")
    let crowd = (0..<6).map { number -> PersonStory.Answer in
      .success(.signIns(Page(items: [other], after: "event_\(number)")))
    }
    story.signIns = crowd + [.success(.signIns(Page(items: [])))]
    #expect(
      story.told(.signIns)
        == "unknown: none of theirs among the 6 that were looked through; there are more, and none "
        + "that names this organization since T-7689600")

    let mine = SignIn(
      id: "event_1", kind: "authentication.sso_failed", userID: "user_1",
      happenedAt: PersonStory.now - 900_000)
    story.signIns =
      crowd + [
        .success(.signIns(Page(items: []))), .success(.signIns(Page(items: [mine]))),
      ]
    #expect(
      story.told(.signIns)
        == "unknown: the last that names this organization: sso failed T-900000; there are more than "
        + "the 6 that were looked through")
  }

  @Test func `a failure from before the membership was changed is no failure of now`() {
    var story = PersonStory()
    story.memberships = .success(
      .memberships(FirstPage([.janeHere(updatedAt: PersonStory.now - 30)])))
    story.signIns = [
      .success(
        .signIns(
          Page(items: [
            SignIn(
              id: "event_1", kind: "authentication.password_failed", userID: "user_1",
              errorCode: "organization_membership_inactive", happenedAt: PersonStory.now - 60)
          ])))
    ]

    #expect(
      story.told(.signIns)
        == "unknown: password failed T-60 (organization_membership_inactive); the membership has "
        + "changed since, T-30")
  }

  @Test(arguments: [
    (
      Membership.Status.inactive, -30.0, "unknown",
      "; the membership has changed since, T-30, and is inactive"
    ),
    (.inactive, -90.0, "yes", ""), (.active, -30.0, "yes", ""),
  ])
  func `a success from before the membership was switched off is none of now`(
    status: Membership.Status, changed: TimeInterval, verdict: String, words: String
  ) {
    var story = PersonStory()
    story.memberships = .success(
      .memberships(FirstPage([.janeHere(status, updatedAt: PersonStory.now + changed)])))

    #expect(story.told(.signIns) == "\(verdict): sso succeeded T-60\(words)")
  }

  @Test func `an older sign-in is told as the last that names the organization`() {
    var story = PersonStory()
    let mine = SignIn(
      id: "event_1", kind: "authentication.sso_failed", userID: "user_1",
      happenedAt: PersonStory.now - 900_000)
    story.signIns =
      (0..<3).map { _ in .success(.signIns(Page(items: []))) }
      + [.success(.signIns(Page(items: [mine])))]

    #expect(
      story.told(.signIns) == "no: the last that names this organization: sso failed T-900000")
  }
}
