import WorkOS

/// Whoever takes the role from the last admin, removes or deactivates them, is asked about that. An admin
/// is who has the role with the slug `admin`, which an environment need not have.
extension MembersTab {
  /// Asks once more where nobody may be left who can administer the organization.
  static func lastAdminQuestions(
    _ row: TabRow, _ subject: TabSubject, _ accept: String
  ) -> [TabQuestion] {
    guard row.isActiveAdmin, other(than: row, in: subject) == nil else { return [] }
    let leaving = subject.leaving.isEmpty ? [] : subject.rows.filter { isOther($0, than: row) }
    if !leaving.isEmpty {
      return [
        question(
          isCertain: subject.isComplete,
          (subject.isComplete ? "Nobody else" : "Nobody else who is loaded")
            + " is an active admin but \(leaving.map(\.name).joined(separator: " and ")), of whom a "
            + "change is on its way.", accept)
      ]
    }
    return [
      subject.isComplete
        ? lastAdmin(row, of: subject.organization.name, accept)
        : perhapsLastAdmin(
          "No other active admin is among the \(subject.rows.count) members that are loaded; there "
            + "are more.", accept)
    ]
  }

  /// Reads whether the other admin that is known still is one; nil where there is none to be read.
  static func lastAdminQuestion(
    _ row: TabRow, _ subject: TabSubject, _ accept: String
  ) -> Call<TabQuestion?>? {
    guard row.isActiveAdmin, let other = other(than: row, in: subject) else { return nil }
    let question = perhapsLastAdmin(
      "\(other.name), who was an active admin of \(subject.organization.name) too, is none any more.",
      accept)
    return Members.get(other.id).map { TabRow($0).isActiveAdmin ? nil : question }
      .ifNotFound(question)
  }

  /// The same where no members are loaded: reads as many as one page holds.
  static func lastAdminQuestion(
    _ row: TabRow, in written: TabWritten, _ accept: String
  ) -> Call<TabQuestion?>? {
    guard row.isActiveAdmin else { return nil }
    let organization = written.organization
    return Members.list(of: organization.id, PageRequest(limit: 100)).map { page in
      let staying = page.items.map { TabRow($0) }.filter { !written.leaving.contains($0.id) }
      return lastAdminQuestion(
        row, among: staying, isAll: page.after == nil, of: organization.name, accept)
    }
  }

  /// - Parameter isAll: whether these are all the members there are.
  static func lastAdminQuestion(
    _ row: TabRow, among members: [TabRow], isAll: Bool, of organization: String, _ accept: String
  ) -> TabQuestion? {
    if members.contains(where: { $0.id != row.id && $0.isActiveAdmin }) { return nil }
    return isAll
      ? lastAdmin(row, of: organization, accept)
      : perhapsLastAdmin(
        "No other active admin is among the \(members.count) newest members; there are more.",
        accept)
  }

  private static func other(than row: TabRow, in subject: TabSubject) -> TabRow? {
    subject.rows.first { isOther($0, than: row) && !subject.leaving.contains($0.id) }
  }

  private static func isOther(_ other: TabRow, than row: TabRow) -> Bool {
    other.id != row.id && other.isActiveAdmin
  }

  private static func lastAdmin(
    _ row: TabRow, of organization: String, _ accept: String
  ) -> TabQuestion {
    question(isCertain: true, "\(row.name) is the last active admin of \(organization).", accept)
  }

  private static func perhapsLastAdmin(_ reason: String, _ accept: String) -> TabQuestion {
    question(isCertain: false, reason, accept)
  }

  /// What else allows to manage an organization, such as another role, is not known here.
  private static func question(
    isCertain: Bool, _ reason: String, _ accept: String
  ) -> TabQuestion {
    let nobody = isCertain ? "Nobody" : "Perhaps nobody"
    return TabQuestion(
      isCertain ? "The last admin?" : "Perhaps the last admin?",
      [
        reason,
        "\(nobody) there has the role admin then, and is active; who else may manage it is not looked "
          + "at.",
      ], accept: accept, topic: "last admin")
  }
}
