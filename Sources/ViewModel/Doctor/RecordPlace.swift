import WorkOS

/// A name at which a domain's verification record is looked for, and what it would hold there.
///
/// How prefix and token are joined is not established: one client puts the token at
/// `<prefix>.<domain>`, another `<prefix>=<token>` at the domain itself. Without a prefix it is the token
/// at the domain.
package struct RecordPlace: Equatable, Sendable {
  /// The fully qualified name, such as `_workos.acme.com`.
  package let name: String
  /// What a record there holds where it is right; nil: it is a place where records end up by mistake.
  package let value: String?

  /// Where a domain's record belongs, and last where it is put by mistake; none without a token.
  package static func all(for domain: OrganizationDomain) -> [RecordPlace] {
    guard let token = domain.verificationToken, !token.isEmpty,
      let host = InternationalName.ascii(domain.domain)
    else { return [] }
    guard let prefix = domain.verificationPrefix, !prefix.isEmpty else {
      return [RecordPlace(name: host, value: token)]
    }
    return [
      RecordPlace(name: "\(prefix).\(host)", value: token),
      RecordPlace(name: host, value: "\(prefix)=\(token)"),
      // Many providers add the domain to a name by themselves, to one that ends with it too.
      RecordPlace(name: "\(prefix).\(host).\(host)", value: nil),
    ]
  }
}

/// How a record that was found compares with the one that is wanted.
package enum RecordMatch: Equatable, Sendable {
  case right
  /// The right value, with quotes, white space or other letters' case that do not belong to it.
  case misspelled
  /// The right value, in the form that belongs at the other place, or at a name that is wrong.
  case misplaced
  /// Something else.
  case other

  init(_ record: TextRecord, at place: RecordPlace, for domain: OrganizationDomain) {
    let token = domain.verificationToken ?? ""
    let values = [token, (domain.verificationPrefix ?? "") + "=" + token]
    let text = record.text
    if let value = place.value, text == value {
      self = .right
    } else if values.contains(text) {
      self = .misplaced
    } else if values.contains(where: { text.cleaned == $0.lowercased() }) {
      self = place.value == nil ? .misplaced : .misspelled
    } else {
      self = .other
    }
  }
}

extension String {
  /// The text without what is put around a value by mistake.
  fileprivate var cleaned: String {
    String(lowercased().filter { !$0.isWhitespace && !"\"'“”".contains($0) })
  }
}
