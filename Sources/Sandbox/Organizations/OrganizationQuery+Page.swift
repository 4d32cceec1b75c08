extension OrganizationQuery {
  func page(of organizations: [Organization]) -> Page<Organization> {
    let needle = Array(search.lowercased().utf8)
    return paging.page(of: organizations) { organization in
      guard domains.isEmpty || organization.domains.contains(where: { domains.contains($0.name) })
      else { return false }
      return needle.isEmpty || organization.name.lowercased().contains(bytes: needle)
    }
  }
}

extension String {
  /// Whether `needle` occurs in the UTF-8 of this text.
  fileprivate func contains(bytes needle: [UInt8]) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count >= needle.count else { return false }
      return (0...(bytes.count - needle.count)).contains { offset in
        needle.indices.allSatisfy { bytes[offset + $0] == needle[$0] }
      }
    }
  }
}
