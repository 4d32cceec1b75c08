import Frontend
import ViewModel
import WorkOS

extension Creation {
  /// Prints what was made; that it cannot be printed, or is not what was asked for, is no success.
  func tell(
    _ organization: Organization, with membership: Received<Membership>?
  ) throws(CommandFailure) {
    let unprinted = unprinted(output.lines(organization, with: membership))
    let otherwise = fields.shownOtherwise(by: organization)
    var flaws: [String] = []
    if let unprinted { flaws.append("it could not be printed (\(unprinted))") }
    if !otherwise.isEmpty {
      flaws.append(
        "the server shows something else than was sent: \(FieldWords.list(otherwise))")
    }
    guard !flaws.isEmpty else { return }
    throw Self.failure(
      unprinted == nil ? CreateCommand.shownOtherwise : CommandOutput.failed, after: organization,
      with: membership == nil ? nil : admin, flaws.joined(separator: ", and "))
  }

  /// Why it was not printed; nil: it was.
  ///
  /// Unlike in a list, whoever reads nothing of it has not read enough: they do not know what was made.
  private func unprinted(_ lines: [String]) -> String? {
    do throws(CommandFailure) {
      return try output.print(lines) ? nil : "nobody reads standard output any more"
    } catch {
      return error.words
    }
  }

  /// What is said when a signal ends it before there was an answer.
  static let endedWithoutAnswer = CommandFailure(
    code: interrupted,
    words: "Stopped without an answer: the organization was on its way and may have been created. "
      + "Look for it before you repeat it; workos-console journal tells what was sent.")

  /// What is said when a signal ends a wait before it is sent again.
  static let endedUnsent = CommandFailure(
    code: interrupted, words: "Stopped before the server took it: nothing was created.")

  /// What is said when a signal ends the look for what was made of a request that was refused.
  static func endedLooking(after error: WorkOSError) -> CommandFailure {
    CommandFailure(
      code: interrupted,
      words: "\(ErrorWords.happened(error)) Stopped before it was known whether that is what was "
        + "just created. Look for it before you repeat it.")
  }

  /// What is said when a signal ends it once all of it was made.
  func endedUnprinted(
    _ organization: Organization, with admin: FirstAdmin? = nil
  ) -> CommandFailure {
    Self.failure(
      Self.interrupted, after: organization, with: admin, "it was stopped before that was printed")
  }

  fileprivate static let interrupted = "interrupted"

  /// What was made goes into the error, for a retry would make a second one.
  fileprivate static func failure(
    _ code: String, after organization: Organization, with admin: FirstAdmin? = nil, _ flaw: String
  ) -> CommandFailure {
    let id = organization.id.rawValue
    let member = admin.map { " with \(EmailAddress.both($0.address)) as its \($0.role)" } ?? ""
    var failure = CommandFailure(code: code, words: "Created \(id)\(member), but \(flaw).")
    failure.created = id
    return failure
  }
}

extension CommandFailure {
  /// The same of a create of which the server took nothing.
  var sayingNothingWasCreated: CommandFailure {
    var failure = self
    failure.words += " Nothing was created."
    return failure
  }
}

extension AdminAddition {
  /// What is said when a signal ends it while the membership is on its way.
  var endedInDoubt: CommandFailure {
    Creation.failure(
      Creation.interrupted, after: organization,
      "it was stopped before it was known whether \(EmailAddress.both(admin.address)) is its "
        + "\(admin.role): members \(organization.id.rawValue) tells")
  }

  /// What is said when a signal ends it before the server has looked at the membership, also in a
  /// wait that it asked for.
  var endedUnsent: CommandFailure {
    Creation.failure(
      Creation.interrupted, after: organization,
      "\(EmailAddress.both(admin.address)) is not its \(admin.role): it was stopped before the "
        + "server took that. Do not create it again: add them in the console, under Members of "
        + organization.id.rawValue)
  }
}
