import WorkOS

/// Whom a question is about, by what is known of them before anything is read.
package enum PersonName: Hashable, Sendable {
  /// An address, in the form in which it is asked for.
  case email(String)
  /// A member whose address is not known, as older answers tell none (workos-node issue 1080).
  case user(User.ID)

  /// The address or the id.
  package var text: String {
    switch self {
    case .email(let text), .user(let text): text
    }
  }
}

extension PersonName {
  /// Whoever has an address that the server told, which is asked for as the server has it; nil where that
  /// is none.
  init?(known email: String) {
    guard let name = PersonName(pasted: email) else { return nil }
    let told = email.trimmed.lowercased()
    self = EmailAddress.areSame(name.text, told) ? .email(told) : name
  }

  /// Whoever has the one address in a text, however that was pasted; nil where there is none, or several.
  package init?(pasted text: String) {
    let emails = PastedText(text).emails
    guard emails.count == 1, let email = emails.first else { return nil }
    self = .email(email)
  }

  /// Whom a search is for: whoever has the one address in it, or the user whose id it is.
  package init?(sought text: String) {
    if let name = PersonName(pasted: text) {
      self = name
    } else if let user = OtherID.user(in: text) {
      self = .user(user.id)
    } else {
      return nil
    }
  }

  /// Whom a question is about that is about nobody but people: the id of the user may lack its prefix then,
  /// or be of another form than WorkOS gives it.
  package init?(asked text: String) {
    if let name = PersonName(sought: text) {
      self = name
      return
    }
    let runs = PastedText.runs(of: PastedText(text).plain)
    let ulids = runs.filter(PastedText.isULID)
    if ulids.count == 1 {
      self = .user("user_\(ulids[0].uppercased())")
    } else if runs.count == 1, runs[0].lowercased().hasPrefix("user_"), runs[0].count > 5 {
      self = .user("user_\(runs[0].dropFirst(5))")
    } else {
      return nil
    }
  }
}
