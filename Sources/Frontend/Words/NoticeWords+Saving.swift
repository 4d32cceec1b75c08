import ViewModel
import WorkOS

/// What came of a save, and what came with it that nobody here has asked for.
extension NoticeWords {
  /// What changed during a save that was not sent, and what a key makes of it.
  func changed(_ fields: [EditableField], offer: String) -> String {
    fields.isEmpty
      ? "" : " Meanwhile someone else, or the server, changed: \(FieldWords.list(fields))\(offer)"
  }

  /// That domains are verified no more.
  func lost(_ domains: [FieldDifference]) -> String {
    domains.map { domain in
      let state = OrganizationDomain.State(rawValue: domain.new ?? "")
      return
        " The \(FieldWords.label(domain.field)) is \(FieldWords.state(state)) now; it was verified."
    }
    .joined()
  }

  func savedPartly(
    _ done: Int, of total: Int, _ failed: SavePlan.Step, _ error: WorkOSError?, isUnknown: Bool
  ) -> String {
    if case .addAdmin(let admin, _) = failed {
      let fate =
        isUnknown
        ? "it is not known whether \(admin.address) is its \(admin.role)"
        : "\(admin.address) is not its \(admin.role)"
      let why = error.map { " " + ErrorWords.sentence($0) } ?? ""
      return "The organization is saved; \(fate).\(why) ^S tries again; another address takes "
        + "another user; without one it stays as it is."
    }
    let act = StepWords.act(failed)
    let fate = isUnknown ? "it is not known whether \(act) worked" : "\(act) failed"
    let why =
      error.map(isUnknown ? ErrorWords.happened : ErrorWords.sentence)
      ?? "The form shows what is left to save."
    return "Only \(done) of \(total) requests were carried out; \(fate). \(why)"
  }
}
