import Delivery
import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// One tab of an open organization, and the answers to what it asks.
struct TabVisit {
  var scenario: Scenario

  /// - Parameters:
  ///   - rows: those on its first page.
  ///   - error: why that does not come; nil: it does.
  init(
    _ tab: any Tab, _ rows: [TabRow] = [], failing error: WorkOSError? = nil,
    kind: Workplace.Kind = .test, isReadOnly: Bool = false, retryPolicy: RetryPolicy = .once
  ) {
    scenario = Scenario.showing(
      FakeServer(1), kind: kind, isReadOnly: isReadOnly, retryPolicy: retryPolicy)
    scenario.detail(.opened(.number(1)))
    scenario.answerRead(.numbered(1))
    let index = Tabs.all.firstIndex { $0.id == tab.id } ?? -1
    self.tab(.shown(index + 1))
    end(error.map(Result.failure) ?? .success(.page(Page(items: rows))))
  }

  var tabs: OrganizationTabs { scenario.console.tabs }
  var rows: [String] { tabs.state?.rows.map(\.name) ?? [] }
  var notice: TabNotice? {
    if case .tab(let notice)? = scenario.notice { notice } else { nil }
  }
  /// What is being reviewed.
  var write: TabWrite? {
    if case .reviewing(let write)? = tabs.form?.phase { write } else { nil }
  }
  /// The request that was put last and is not answered.
  var asked: APIRequest? { scenario.open.last?.question?.request }
  /// What was written so far, each in a line.
  var sent: [String] {
    scenario.effects.filter(\.isWrite).compactMap(\.question).map(\.request).map {
      [$0.method.rawValue, $0.path, $0.body?.text].compactMap(\.self).joined(separator: " ")
    }
  }

  /// Everything that the console knows, as a debugger would show it.
  var everything: String {
    var text = ""
    dump(scenario.console, to: &text)
    return text
  }

  mutating func tab(_ events: TabEvent...) {
    for event in events { scenario.send(.tab(event)) }
  }

  mutating func answer(_ answer: TabAnswer) { end(.success(answer)) }

  mutating func fail(_ error: WorkOSError) { end(.failure(error)) }

  /// A server's refusal, with what it says about a field.
  mutating func refuse(_ status: Int, code: String? = nil, field: String? = nil) {
    fail(
      .rejected(
        field == nil
          ? .init(status: status, code: code, message: "No.")
          : .init(
            status: status, message: "Validation failed",
            fieldErrors: [.init(field: field, code: code, message: "No.")])))
  }

  /// Answers with the row that a body tells.
  mutating func answer<Item: Decodable>(
    _ json: String, _ row: (Received<Item>) -> TabRow
  ) throws {
    answer(.row(try .made(json, row)))
  }

  private mutating func end(_ result: Result<TabAnswer, WorkOSError>) {
    guard let effect = scenario.open.last, let id = effect.request else {
      Issue.record("nothing is asked")
      return
    }
    scenario.close(effect)
    scenario.send(.tab(.answered(id, result)))
  }
}

extension TabRow {
  /// The row of a thing, out of its JSON.
  static func made<Item: Decodable>(
    _ json: String, _ row: (Received<Item>) -> TabRow
  ) throws -> TabRow {
    let raw = RawJSON(json)
    return row(Received(try JSONDecoder().decode(Item.self, from: raw.bytes), json: raw))
  }
}
