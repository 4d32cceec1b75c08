import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

extension Scenario {
  var pageQuestion: Effect? { open.last(where: \.isPage) }
  var readQuestion: Effect? { open.last(where: \.isRead) }
  var write: Effect? { open.last(where: \.isWrite) }

  mutating func answerPage(
    _ result: Result<Page<ListedOrganization>, WorkOSError>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = pageQuestion, let id = question.requestID else {
      Issue.record("no page is being read", sourceLocation: sourceLocation)
      return
    }
    close(question)
    list(.pageArrived(id, result))
  }

  mutating func answerPage(
    from server: FakeServer, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = pageQuestion?.pageQuestion else {
      Issue.record("no page is being read", sourceLocation: sourceLocation)
      return
    }
    answerPage(.success(server.page(question)), sourceLocation: sourceLocation)
  }

  /// Answers each question of a search that is open by now.
  mutating func answerSearch(
    from server: FakeServer, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let loads = console.list.search?.loads ?? []
    for load in loads {
      guard let asked = open.first(where: { $0.requestID == load.pending.id }),
        let question = asked.pageQuestion
      else {
        Issue.record("the question is not open", sourceLocation: sourceLocation)
        return
      }
      close(asked)
      list(.pageArrived(load.pending.id, .success(server.page(question))))
    }
  }

  /// Lets the questions of a search that are meant fail.
  mutating func failSearch(
    _ error: WorkOSError = .timedOut, where isMeant: (ListSource) -> Bool = { _ in true }
  ) {
    for asked in open {
      guard let question = asked.pageQuestion, let id = asked.requestID,
        question.source != .everything, isMeant(question.source)
      else { continue }
      close(asked)
      list(.pageArrived(id, .failure(error)))
    }
  }

  /// Answers with organizations of these numbers.
  mutating func answerPage(
    _ numbers: [Int], after: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let rows = numbers.map { ListedOrganization(.numbered($0)) }
    answerPage(.success(Page(items: rows, after: after)), sourceLocation: sourceLocation)
  }

  /// Answers what was asked about other organizations while a form is open.
  mutating func answerNeighbours(
    _ organizations: [Organization], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = open.last(where: \.isPage), let id = question.requestID else {
      Issue.record("nobody is asked for", sourceLocation: sourceLocation)
      return
    }
    close(question)
    list(.pageArrived(id, .success(Page(items: organizations.map { ListedOrganization($0) }))))
  }

  mutating func failPage(
    _ error: WorkOSError = .timedOut, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answerPage(.failure(error), sourceLocation: sourceLocation)
  }

  mutating func answerRead(
    _ result: Result<Organization, WorkOSError>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = readQuestion, let id = question.requestID else {
      Issue.record("no organization is being read", sourceLocation: sourceLocation)
      return
    }
    close(question)
    send(.organizationRead(id, result))
  }

  mutating func answerRead(
    _ organization: Organization, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answerRead(.success(organization), sourceLocation: sourceLocation)
  }

  mutating func failRead(
    _ error: WorkOSError, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answerRead(.failure(error), sourceLocation: sourceLocation)
  }

  /// Answers the create or update that was sent last.
  ///
  /// - Parameter meanwhile: what someone else does before the next request of the same save.
  mutating func answerSave(
    _ result: Result<Organization, WorkOSError>,
    meanwhile: ((inout Organization) -> Void)? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = open.last(where: { $0.update != nil || $0.creation != nil }),
      let id = question.requestID
    else {
      Issue.record("nothing is being saved", sourceLocation: sourceLocation)
      return
    }
    close(question)
    editor(.saved(id, result))
    answerCheckBetweenSteps(meanwhile)
  }

  /// Answers the reading before the next request of a save, if there is one.
  private mutating func answerCheckBetweenSteps(_ meanwhile: ((inout Organization) -> Void)?) {
    guard case .checking(let pending) = session?.phase, var organization = session?.draft.base
    else {
      return
    }
    meanwhile?(&organization)
    if let question = open.first(where: { $0.requestID == pending.id }) { close(question) }
    send(.organizationRead(pending.id, .success(organization)))
  }

  mutating func answerSave(
    _ organization: Organization, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answerSave(.success(organization), sourceLocation: sourceLocation)
  }

  mutating func failSave(
    _ error: WorkOSError, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answerSave(.failure(error), sourceLocation: sourceLocation)
  }

  /// Answers the request that adds or removes a domain.
  mutating func answerDomain(
    _ result: Result<OrganizationDomain?, WorkOSError>,
    meanwhile: ((inout Organization) -> Void)? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = open.last(where: { $0.addedDomain != nil || $0.removedDomain != nil }),
      let id = question.requestID
    else {
      Issue.record("no domain is being changed", sourceLocation: sourceLocation)
      return
    }
    close(question)
    editor(.domainChanged(id, result))
    answerCheckBetweenSteps(meanwhile)
  }

  /// Answers the look for what a lost create has made.
  mutating func answerFinding(
    _ result: Result<[Organization], WorkOSError>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = open.last(where: \.isFinding), let id = question.requestID else {
      Issue.record("nothing is looked for", sourceLocation: sourceLocation)
      return
    }
    close(question)
    // What is looked up by its external id is among what is listed too.
    let page = result.map { Page(items: $0) }
    guard case .lookUp(let externalID) = question.sent else {
      editor(.found(id, page))
      return
    }
    let known = result.map { $0.filter { $0.externalID == externalID } }
    editor(.found(id, known.map { Page(items: $0) }))
    if case .success = result { answerFinding(result, sourceLocation: sourceLocation) }
  }

  /// Answers the reading before the first delete that is due: nobody changed the organization.
  @discardableResult
  mutating func answerCheck(sourceLocation: SourceLocation = #_sourceLocation) -> [Effect] {
    let checks = console.deletions.underway.compactMap { deletion -> (Effect, Organization)? in
      guard case .checking(let pending) = deletion.phase,
        let question = open.first(where: { $0.requestID == pending.id })
      else { return nil }
      return (question, deletion.organization)
    }
    guard let (question, organization) = checks.first, let id = question.requestID else {
      Issue.record("no delete is being checked", sourceLocation: sourceLocation)
      return []
    }
    close(question)
    return send(.organizationRead(id, .success(organization)))
  }

  /// Answers the delete that was sent first.
  mutating func answerDelete(
    _ result: Result<DeletionReceipt, WorkOSError> = .success(.deleted),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let question = open.first(where: \.isDelete), let id = question.requestID else {
      Issue.record("nothing is being deleted", sourceLocation: sourceLocation)
      return
    }
    close(question)
    deletion(.answered(id, result))
  }

  /// Deletes an organization from the dialog to the server's answer.
  mutating func delete(_ number: Int) {
    queueDelete(of: number)
    passGrace()
    answerDelete()
  }

  /// Lets the grace time of the first delete pass, up to the moment it is sent.
  @discardableResult
  mutating func passGrace() -> [Effect] {
    wait(console.workplace.deleteGrace)
    return answerCheck()
  }

  /// Confirms a delete, so that only its grace time is to pass.
  mutating func queueDelete(of number: Int) {
    deletion(.asked(.number(number)))
    advance(1)
    deletion(.confirmed)
  }
}

extension Scenario {
  /// The numbers of the organizations on screen.
  var rows: [Int] { console.list.rows.map(\.id.number) }
  var selected: Int? { console.list.selectedOrganization?.id.number }
  /// The pages that are remembered, by the numbers on them.
  var pages: [[Int]] {
    let list = console.list.browsing
    return list.pages.indices.map { list.rows(ofPage: $0).map(\.id.number) }
  }
  var notice: Notice.Subject? { console.notice?.subject }
  var session: EditorSession? { console.editor.session }
}
