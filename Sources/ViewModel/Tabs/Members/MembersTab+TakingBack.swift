import Delivery
import Foundation
import JSON
import WorkOS

/// What was done to members is taken back by its opposite, as long as nobody has changed them since.
extension MembersTab {
  package func row(keptAs json: RawJSON) -> TabRow? {
    (try? JSONDecoder().decode(Membership.self, from: json.bytes))
      .map { TabRow(Received($0, json: json)) }
  }

  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case .update: changingBack(written)
    case .add: removing(written)
    case .remove: addingAgain(written)
    case .deactivate, .reactivate: switchingBack(written)
    default: leftToTab
    }
  }

  private var unknown: TabTakingBack {
    .impossible(
      "The journal does not hold what the member was like, so it cannot be taken back. Change the "
        + "member in the tab Members.")
  }

  private func changingBack(_ written: TabWritten) -> TabTakingBack {
    guard let before = written.before, let after = written.after,
      let roles = before.item(Membership.self)?.roles, !roles.isEmpty
    else { return unknown }
    let (old, new) = (before["Role"] ?? "", after["Role"] ?? "")
    guard old != new else {
      return .impossible(
        "This changed no role: \(after.name) was \(old) before. Another one is given in the tab "
          + "Members.")
    }
    let question = TabQuestion(
      "Give back the role from before?",
      ["in \(written.organization.name)", "\(new) becomes \(old) again."], accept: "Give back")
    return .write(
      TabWrite(
        .change, "member", after.name, id: after.id,
        call: Members.update(after.id, roles: roles).map { TabRow($0) },
        check: Self.reading(after.id), before: after, changes: [TabChange("Role", new, old)],
        questions: [question],
        lastQuestion: roles.contains("admin")
          ? nil : Self.lastAdminQuestion(after, in: written, "Give back"),
        isDone: { $0?["Role"] == old }, warnings: Self.warnings(about: after),
        done: "\(after.name) is \(old) again."))
  }

  private func removing(_ written: TabWritten) -> TabTakingBack {
    guard let after = written.after else { return unknown }
    let question = TabQuestion(
      "Remove this member again?",
      [
        "from \(written.organization.name), as \(after["Role"] ?? "")",
        Self.lossOfRemoved(after),
      ], accept: "Remove", answer: .nameWhereLive)
    return .write(
      TabWrite(
        .remove, "member", after.name, id: after.id,
        call: Members.delete(after.id).map { _ in nil }, check: Self.reading(after.id),
        before: after, questions: [question],
        lastQuestion: Self.lastAdminQuestion(after, in: written, "Remove"),
        waits: true, isDone: { $0 == nil }, warnings: Self.warnings(about: after),
        done: "Removed \(after.name)."))
  }

  private func addingAgain(_ written: TabWritten) -> TabTakingBack {
    guard let before = written.before, let membership = before.item(Membership.self),
      !membership.userID.isEmpty
    else { return unknown }
    let roles = membership.roles.map { TabChoice($0, $0) }
    var write = Self.adding(
      TabChoice(membership.userID, before.name), as: roles, to: written.organization.id)
    let former = before["Status"] ?? ""
    write.questions = [
      TabQuestion(
        "Add this member again?",
        [
          "to \(written.organization.name), as \(before["Role"] ?? "")",
          "The membership gets a new id"
            + (["inactive", "pending"].contains(former)
              ? ", and is active: before, it was \(former)." : "."),
        ], accept: "Add again")
    ]
    return .write(write)
  }

  private func switchingBack(_ written: TabWritten) -> TabTakingBack {
    guard let after = written.after else { return unknown }
    let isOff = written.verb == .deactivate
    let status = isOff ? "active" : "inactive"
    let call = isOff ? Members.reactivate(after.id) : Members.deactivate(after.id)
    return .write(
      Self.setting(status, of: after, isOff ? .reactivate : .deactivate, call) {
        $0.questions = [
          TabQuestion(
            isOff ? "Reactivate this member?" : "Deactivate this member again?",
            [
              "in \(written.organization.name), as \(after["Role"] ?? "")",
              isOff
                ? "The membership becomes active again. W tells whether anything else is in the way."
                : "They can no longer sign in to this organization.",
            ], accept: isOff ? "Reactivate" : "Deactivate")
        ]
        if !isOff {
          $0.lastQuestion = Self.lastAdminQuestion(after, in: written, "Deactivate")
        }
      })
  }
}
