extension OrganizationStore {
  /// One page, and the cursors that lead away from it.
  struct Page: Equatable {
    var organizations: [Organization]
    var before: ULID?
    var after: ULID?
  }

  /// Cursors are compared with ids, so a page stays right after the cursor's organization is gone.
  func page(_ query: OrganizationQuery) -> Page {
    let isMatch = filter(query)
    // Where the page starts, and whether it is gathered towards newer organizations.
    let start: Int
    let towardsNewer: Bool
    switch (query.order, query.start) {
    case (.asc, .edge): (start, towardsNewer) = (0, true)
    case (.normal, .edge), (.desc, .edge): (start, towardsNewer) = (organizations.count, false)
    case (.asc, .after(let id)), (.desc, .before(let id)), (.normal, .after(let id)):
      (start, towardsNewer) = (insertionIndex(of: id.successor), true)
    case (.asc, .before(let id)), (.desc, .after(let id)), (.normal, .before(let id)):
      (start, towardsNewer) = (insertionIndex(of: id), false)
    }
    var found =
      towardsNewer
      ? indices(from: start, limit: query.limit, where: isMatch)
      : indices(downFrom: start, limit: query.limit, where: isMatch)
    guard let near = found.first, let far = found.last else {
      return Page(organizations: [])
    }
    let (oldest, newest) = towardsNewer ? (near, far) : (far, near)
    let hasOlder = !indices(downFrom: oldest, limit: 1, where: isMatch).isEmpty
    let hasNewer = !indices(from: newest + 1, limit: 1, where: isMatch).isEmpty
    let older = hasOlder ? organizations[oldest].id : nil
    let newer = hasNewer ? organizations[newest].id : nil
    if towardsNewer != (query.order == .asc) { found.reverse() }
    let page = found.map { organizations[$0] }
    switch query.order {
    case .desc: return Page(organizations: page, before: newer, after: older)
    case .asc, .normal: return Page(organizations: page, before: older, after: newer)
    }
  }

  private func filter(_ query: OrganizationQuery) -> (Organization) -> Bool {
    let needle = Array(query.search.lowercased().utf8)
    let domains = query.domains
    return { organization in
      guard domains.isEmpty || organization.domains.contains(where: { domains.contains($0.name) })
      else { return false }
      return needle.isEmpty || organization.name.lowercased().contains(bytes: needle)
    }
  }

  private func indices(
    from start: Int, limit: Int, where isMatch: (Organization) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    var index = start
    while index < organizations.count, found.count < limit {
      if isMatch(organizations[index]) { found.append(index) }
      index += 1
    }
    return found
  }

  private func indices(
    downFrom end: Int, limit: Int, where isMatch: (Organization) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    var index = end - 1
    while index >= 0, found.count < limit {
      if isMatch(organizations[index]) { found.append(index) }
      index -= 1
    }
    return found
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
