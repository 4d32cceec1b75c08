import Delivery
import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// What the doctor of a domain makes of DNS.
struct DomainDoctorTests {
  @Test func `both places of a record are looked at, and where it ends up by mistake`() {
    let story = DoctorStory()

    #expect(
      story.names == ["_workos.acme.com", "acme.com", "_workos.acme.com.acme.com"])
    #expect(story.doctor?.diagnosis == .looking)
  }

  @Test func `without a prefix the record belongs at the domain itself`() {
    let story = DoctorStory(prefix: nil)

    #expect(story.names == ["acme.com"])
  }

  @Test func `the token at the longer name is found`() {
    var story = DoctorStory()

    story.answer("_workos.acme.com", .records([TextRecord("t0ken")], leftOut: 0))

    #expect(story.doctor?.diagnosis == .found("_workos.acme.com"))
  }

  @Test func `prefix and token together at the domain are found too`() {
    var story = DoctorStory()

    story.answerAll(["acme.com": ["v=spf1 -all", "_workos=t0ken"]])

    #expect(story.doctor?.diagnosis == .found("acme.com"))
  }

  @Test(arguments: ["\"t0ken\"", " t0ken", "T0KEN", "“t0ken”"])
  func `a value that is nearly right is told from one that is missing`(_ value: String) {
    var story = DoctorStory()

    story.answerAll(["_workos.acme.com": [value]])

    #expect(story.doctor?.diagnosis == .mistaken("_workos.acme.com", .misspelled))
  }

  @Test func `a name with the domain twice is a mistake that is seen`() {
    var story = DoctorStory()

    story.answerAll(["_workos.acme.com.acme.com": ["t0ken"]])

    #expect(story.doctor?.diagnosis == .mistaken("_workos.acme.com.acme.com", .misplaced))
  }

  @Test func `other records are no record`() {
    var story = DoctorStory()

    story.answerAll(["acme.com": ["v=spf1 -all", "google-site-verification=1", "other"]])

    #expect(story.doctor?.diagnosis == .missing)
  }

  @Test func `where a name server is silent nothing is claimed`() {
    var story = DoctorStory()

    story.answer("_workos.acme.com", .noAnswer)
    story.answer("acme.com", .noSuchName)
    story.answer("_workos.acme.com.acme.com", .noSuchName)

    #expect(story.doctor?.diagnosis == .unknown)
  }

  @Test func `it is looked again, and what is late from before is nobody's`() {
    var story = DoctorStory()
    let late = story.lookUps[0]

    story.scenario.send(.tab(.doctor(.lookAgainWanted)))
    story.scenario.send(
      .tab(.doctor(.answered(late.id, .records([TextRecord("t0ken")], leftOut: 0)))))
    #expect(story.doctor?.diagnosis == .looking)
    story.answerAll([:])

    #expect(story.doctor?.diagnosis == .missing)
  }

  @Test func `verifying is asked for from the doctor, and seen there`() {
    var story = DoctorStory()
    story.answerAll(["_workos.acme.com": ["t0ken"]])

    story.scenario.send(.tab(.actionWanted("verify-domain")))
    story.answer(.row(story.row()))
    story.answer(.row(story.row()))
    #expect(story.tabs.watch?.title == "Verifying acme.com")
    story.scenario.wait(4)
    story.answer(.row(story.row("verified")))

    #expect(story.tabs.watch == nil)
    #expect(story.tabs.examined?.state == .verified)
  }

  @Test func `two domains are verified side by side, and each is told`() {
    var story = DoctorStory()
    story.scenario.send(.tab(.doctor(.closed)))
    story.scenario.send(.tab(.refreshWanted))
    story.answer(.page(Page(items: [story.row(), story.row(2, "acme.org")])))
    story.verify()
    story.scenario.send(.tab(.selectionMoved(by: 1)))
    story.verify(2, "acme.org")

    #expect(story.tabs.watches.map(\.title) == ["Verifying acme.com", "Verifying acme.org"])
    #expect(story.tabs.watch(of: "org_domain_1")?.title == "Verifying acme.com")
    story.scenario.wait(4)
    let first = story.tabs.watches[0].pending?.id
    story.answer(.row(story.row(1, "acme.com", "verified")), to: first)
    #expect(story.scenario.notice == .tab(.watched("acme.com is verified.")))
    #expect(story.tabs.watches.map(\.title) == ["Verifying acme.org"])
    story.scenario.send(.tab(.watchStopped))

    #expect(story.scenario.notice == .tab(.watchStopped(["Verifying acme.org"])))
    #expect(story.tabs.watch == nil)
  }

  @Test func `with read-only it only looks`() {
    let story = DoctorStory(isReadOnly: true)

    #expect(story.names.count == 3)
    #expect(story.scenario.write == nil)
  }

  @Test func `a verified domain needs no doctor`() {
    let story = DoctorStory(state: "verified")

    #expect(story.doctor == nil)
    #expect(story.scenario.notice == .tab(.notPossible("acme.com is verified already.")))
  }

  @Test func `closing it gives up what is looked up`() {
    var story = DoctorStory()

    story.scenario.send(.tab(.doctor(.closed)))

    #expect(story.doctor == nil)
    #expect(story.lookUps.isEmpty)
  }
}

private struct DoctorStory {
  var scenario: Scenario
  private let prefix: String?

  init(prefix: String? = "_workos", state: String = "pending", isReadOnly: Bool = false) {
    self.prefix = prefix
    scenario = Scenario.showing(FakeServer(1), isReadOnly: isReadOnly)
    scenario.detail(.opened(.number(1)))
    scenario.answerRead(.numbered(1))
    scenario.send(.tab(.shown(1)))
    answer(.page(Page(items: [row(state)])))
    scenario.send(.tab(.actionWanted("examine-domain")))
  }

  var tabs: OrganizationTabs { scenario.console.tabs }
  var doctor: DomainDoctor? { tabs.doctor }
  /// What DNS is asked and has not answered.
  var lookUps: [(id: RequestID, name: String)] {
    scenario.open.compactMap { effect in
      if case .lookUp(let id, let name) = effect { (id, name) } else { nil }
    }
  }
  var names: [String] { lookUps.map(\.name) }

  func row(_ state: String = "pending") -> TabRow { row(1, "acme.com", state) }

  func row(_ number: Int, _ name: String, _ state: String = "pending") -> TabRow {
    let prefix = prefix.map { #","verification_prefix":"\#($0)""# } ?? ""
    let json = RawJSON(
      #"{"id":"org_domain_\#(number)","domain":"\#(name)","state":"\#(state)","#
        + #""verification_token":"t0ken"\#(prefix)}"#)
    let domain = try? JSONDecoder().decode(OrganizationDomain.self, from: json.bytes)
    return TabRow(domain ?? OrganizationDomain(domain: ""), json: json)
  }

  mutating func answer(_ name: String, _ answer: TextRecordAnswer) {
    guard let lookUp = lookUps.first(where: { $0.name == name }) else {
      Issue.record("\(name) is not looked up")
      return
    }
    scenario.close(.lookUp(lookUp.id, name: name))
    scenario.send(.tab(.doctor(.answered(lookUp.id, answer))))
  }

  mutating func answerAll(_ records: [String: [String]]) {
    for name in names {
      let texts = records[name]?.map { TextRecord($0) }
      answer(name, texts.map { .records($0, leftOut: 0) } ?? .noSuchName)
    }
  }

  /// Has WorkOS asked to verify the marked domain, up to where it is waited for.
  mutating func verify(_ number: Int = 1, _ name: String = "acme.com") {
    scenario.send(.tab(.actionWanted("verify-domain")))
    answer(.row(row(number, name)))
    answer(.row(row(number, name)))
  }

  mutating func answer(_ answer: TabAnswer, to request: RequestID? = nil) {
    let asked = request.map { request in scenario.open.first { $0.request == request } }
    guard let effect = asked ?? scenario.open.last, let id = effect.request else {
      Issue.record("nothing is asked")
      return
    }
    scenario.close(effect)
    scenario.send(.tab(.answered(id, .success(answer))))
  }
}
