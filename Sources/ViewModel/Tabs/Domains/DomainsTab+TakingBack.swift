import Delivery
import Foundation
import JSON
import WorkOS

extension DomainsTab {
  package func row(keptAs json: RawJSON) -> TabRow? {
    (try? JSONDecoder().decode(OrganizationDomain.self, from: json.bytes))
      .map { TabRow($0, json: json) }
  }

  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case .add: removing(written)
    case .remove: addingAgain(written)
    case .verify:
      .impossible(
        "WorkOS has looked for the domain's record, which changes nothing else. To verify it anew, "
          + "remove it and add it again in the tab Domains.")
    default: leftToTab
    }
  }

  private func removing(_ written: TabWritten) -> TabTakingBack {
    guard let after = written.after, let id = written.id else {
      return .impossible(
        "The journal does not hold the domain's id, so it cannot be removed from here. Remove it in "
          + "the tab Domains.")
    }
    let question = TabQuestion(
      "Remove this domain again?",
      ["from \(written.organization.name)", "Its verification record is lost."], accept: "Remove",
      answer: .nameWhereLive)
    return .write(
      TabWrite(
        .remove, "domain", after.name, id: id,
        call: OrganizationDomains.remove(id).map { _ in nil },
        check: Self.reading(id), before: after, questions: [question], waits: true,
        isDone: { $0 == nil }, done: "Removed \(after.name)."))
  }

  private func addingAgain(_ written: TabWritten) -> TabTakingBack {
    let domain = HostName.normalized(written.before?.name ?? written.name)
    var write = Self.adding(domain, to: written.organization.id)
    write.questions = [
      TabQuestion(
        "Add this domain again?",
        [
          "to \(written.organization.name)",
          "It gets a new verification record, and has to be verified anew.",
        ], accept: "Add again")
    ]
    return .write(write)
  }
}
