import WorkOS

/// The DNS record by which a domain's owner would verify it.
package struct VerificationRecord {
  /// The host name under which it goes, such as `_workos-challenge.acme.com`.
  package var name: String
  package var value: String

  /// Nil for a domain that is verified, or for which the server sent no token.
  package init?(for domain: OrganizationDomain) {
    guard domain.state?.isVerified != true, let token = domain.verificationToken else { return nil }
    let host = InternationalName.ascii(domain.domain) ?? domain.domain
    name = domain.verificationPrefix.map { "\($0).\(host)" } ?? host
    value = token
  }

  /// As it stands in a zone file, and in mails to whoever keeps it.
  package var line: String { "\(name) TXT \(value)" }
}
