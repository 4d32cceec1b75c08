import ViewModel
import WorkOS

/// What came of a save, and what came with it that nobody here has asked for.
extension NoticeWords {
  /// What changed during a save that was not sent, and what a key makes of it.
  func changed(_ fields: [EditableField], offer: String) -> String {
    fields.isEmpty
      ? "" : " Meanwhile someone else, or the server, changed: \(FieldWords.list(fields))\(offer)"
  }

  /// That domains are verified no more, and what verifies them.
  func lost(_ domains: [FieldDifference]) -> String {
    let sentences = domains.map { domain in
      " The \(FieldWords.label(domain.field)) is \(state(of: domain)) now; it was verified."
    }
    return sentences.joined() + (domains.isEmpty ? "" : " \(Self.verifying)")
  }

  /// The same when it is asked for to be put back; by then it may be another.
  func verificationsLost(_ domains: [FieldDifference]) -> String {
    let sentences = domains.map { domain in
      "With the last save the \(FieldWords.label(domain.field)), which was verified, became "
        + "\(state(of: domain)). "
    }
    return sentences.joined() + Self.verifying
  }

  private func state(of domain: FieldDifference) -> String {
    FieldWords.state(OrganizationDomain.State(rawValue: domain.new ?? ""))
  }

  private static let verifying = "v in Domains verifies it anew, not P."

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
