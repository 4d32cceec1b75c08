import Delivery
import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// A scenario with one organization open, and the answers to what its tabs ask.
struct TabStory {
  static let path = "/user_management/organization_memberships"

  var scenario: Scenario

  init(
    kind: Workplace.Kind = .test, isReadOnly: Bool = false, retryPolicy: RetryPolicy = .once,
    organizations: Int = 1, keepsRecords: Bool = false
  ) {
    scenario = Scenario.showing(
      FakeServer(organizations), kind: kind, isReadOnly: isReadOnly, keepsRecords: keepsRecords,
      retryPolicy: retryPolicy)
    scenario.detail(.opened(.number(1)))
    scenario.answerRead(.numbered(1))
  }

  /// Two members are on screen: Jane, the only admin, and Bob.
  static func members(
    kind: Workplace.Kind = .test, isReadOnly: Bool = false, retryPolicy: RetryPolicy = .once,
    keepsRecords: Bool = false
  ) -> TabStory {
    var story = TabStory(
      kind: kind, isReadOnly: isReadOnly, retryPolicy: retryPolicy, keepsRecords: keepsRecords)
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob])))
    return story
  }

  /// Bob is to be an admin, and is being read again.
  static func changingBob(retryPolicy: RetryPolicy = .once) -> TabStory {
    var story = members(retryPolicy: retryPolicy)
    story.tab(.selectionMoved(by: 1), .actionWanted("change-role"))
    story.answer(.choices([TabChoice("admin", "Admin"), TabChoice("member", "Member")]))
    story.tab(.picked("admin", field: "role", beside: false), .submitted, .reviewAccepted)
    return story
  }

  /// The user Zoe was found, and is being looked for among the members.
  static func findingZoe(retryPolicy: RetryPolicy = .once) -> TabStory {
    var story = members(retryPolicy: retryPolicy)
    story.tab(.actionWanted("add-member"))
    story.answer(.choices([TabChoice("member", "Member")]))
    story.tab(
      .textChanged("zoe@acme.com", field: "email"),
      .picked("member", field: "role", beside: false), .submitted)
    story.answer(.choices([TabChoice("user_3", "zoe@acme.com")]))
    return story
  }

  /// Zoe is no member, is to be one, and is being looked for among them once more.
  static func addingZoe(retryPolicy: RetryPolicy = .once) -> TabStory {
    var story = findingZoe(retryPolicy: retryPolicy)
    story.answer(.row(nil))
    story.tab(.reviewAccepted)
    return story
  }

  var tabs: OrganizationTabs { scenario.console.tabs }
  var state: TabState? { tabs.state }
  var rows: [String] { state?.rows.map(\.name) ?? [] }
  var notice: TabNotice? {
    if case .tab(let notice)? = scenario.notice { notice } else { nil }
  }
  /// What is being reviewed.
  var write: TabWrite? {
    if case .reviewing(let write)? = tabs.form?.phase { write } else { nil }
  }
  /// The requests that are not answered yet.
  var asked: [APIRequest] { scenario.open.compactMap { $0.question?.request } }
  /// The write that is under way, in a line.
  var sent: String? {
    scenario.write?.question.map {
      "\($0.request.method.rawValue) \($0.request.path) \($0.request.body?.text ?? "")"
    }
  }

  func lastQuery(_ name: String) -> [String]? {
    asked.last?.target.parameters.first { $0.name == name }?.values
  }

  mutating func tab(_ events: TabEvent...) {
    for event in events { scenario.send(.tab(event)) }
  }

  /// An earlier run of the program has left these forms, an hour ago.
  mutating func bringBack(_ drafts: TabDraft...) {
    let typedAt = scenario.now - 3600
    scenario.send(.draftsLoaded([], ofTabs: drafts.map { KeptTabDraft($0, typedAt: typedAt) }))
  }

  mutating func answer(_ answer: TabAnswer) { end(.success(answer)) }

  mutating func fail(_ error: WorkOSError) { end(.failure(error)) }

  private mutating func end(_ result: Result<TabAnswer, WorkOSError>) {
    guard let effect = scenario.open.last, let id = effect.request else {
      Issue.record("nothing is asked")
      return
    }
    scenario.close(effect)
    scenario.send(.tab(.answered(id, result)))
  }
}

extension TabDraft.ID {
  static func numbered(_ number: UInt8) -> TabDraft.ID {
    TabDraft.ID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number)))
  }
}

extension TabRow {
  static let jane = member("om_1", "jane@acme.com", role: "admin")
  static let bob = member("om_2", "bob@acme.com")
  static let zoe = member("om_3", "zoe@acme.com")

  static func member(
    _ id: String, _ email: String, role: String = "member", status: String = "active",
    isDirectoryManaged: Bool = false
  ) -> TabRow {
    let json = RawJSON(
      #"{"id":"\#(id)","status":"\#(status)","role":{"slug":"\#(role)"},"#
        + #""directory_managed":\#(isDirectoryManaged),"user_id":"user_\#(id)","#
        + #""user":{"id":"user_\#(id)","email":"\#(email)"}}"#)
    let membership = (try? JSONDecoder().decode(Membership.self, from: json.bytes))
    return TabRow(Received(membership ?? Membership(id: id), json: json))
  }
}
