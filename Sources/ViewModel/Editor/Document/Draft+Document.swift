import WorkOS

extension Draft {
  /// The text that an editor is to open: what it left unread the last time, or else the form.
  package var documentText: String { unreadText ?? FormDocument(self).text }

  /// A pair whose key is there more than once, which JSON cannot hold.
  package var pairInTheWayOfDocument: FormField? {
    let pairs = metadata.filter(\.isInDocument)
    return pairs.first { pair in pairs.count { $0.key == pair.key } > 1 }
      .map { .metadataKey($0.id) }
  }

  /// Why the text that is kept from the editor could not be read; nil when none is kept.
  package var documentProblem: DocumentProblem? {
    guard let unreadText else { return nil }
    do throws(DocumentProblem) {
      _ = try FormDocument(reading: unreadText, for: self)
      // It can be read as it is kept, so its bytes were the trouble.
      return DocumentProblem(kind: .json(.notUTF8))
    } catch {
      return error
    }
  }

  var hasEmptiedDomain: Bool {
    domains.contains { $0.isInDocument && $0.domain.trimmed.isEmpty }
  }

  /// The states that a domain may be given: those of the API, and the one it has.
  func states(ofDomain domain: String) -> [OrganizationDomain.State] {
    let name = HostName.normalized(domain)
    let rows = domains.filter {
      HostName.normalized($0.domain) == name || $0.original.map(HostName.normalized) == name
    }
    let onServer = rows.compactMap(\.original)
      .compactMap { before[.domain(HostName.normalized($0))] }
      .map(OrganizationDomain.State.init(rawValue:))
    var states: [OrganizationDomain.State] = [.pending, .verified]
    for state in rows.map(\.state) + onServer where !states.contains(state) {
      states.append(state)
    }
    return states
  }

  /// Takes over what an editor has changed. What was typed here meanwhile stays: the editor may have a
  /// window of its own.
  ///
  /// - Returns: the fields that were changed both here and there, in which this stays as it is.
  mutating func apply(_ document: EditedDocument, as edited: FormDocument) -> [FieldConflict] {
    let current = FormDocument(self)
    // A text that could not be read was never what the form held; what the editor had before it was.
    let given = unreadText == nil ? document.opened : textBeforeUnread
    let opened = given.flatMap { try? FormDocument(reading: $0, for: self) } ?? current
    let (merged, conflicts) = edited.merged(over: current, since: opened)
    apply(merged)
    return conflicts
  }

  /// Takes what the editor has in fields that were changed here too.
  mutating func take(_ conflicts: [FieldConflict]) {
    apply(FormDocument(self).taking(conflicts))
  }

  /// Makes the form hold what a document says, with each row that is in both staying the same row.
  package mutating func apply(_ document: FormDocument) {
    (unreadText, textBeforeUnread) = (nil, nil)
    name = document.name
    externalID = document.externalID
    if let stripeCustomerID = document.stripeCustomerID {
      self.stripeCustomerID = stripeCustomerID
    }
    applyDomains(of: document)
    applyPairs(of: document)
  }

  private mutating func applyDomains(of document: FormDocument) {
    var rest = document.domains
    let found = domains.matched { row in
      row.isRemoved ? nil : rest.takeFirst { $0.isSame(as: row.domain) }
    } orElse: { row in
      row.original.flatMap { original in rest.takeFirst { $0.isSame(as: original) } }
    }
    setDomains(
      zip(domains, found).compactMap { row, domain in
        var row = row
        if let domain {
          row.domain = domain.domain
          row.state = domain.state ?? row.state
          row.isRemoved = false
        } else if let original = row.original {
          if !row.isRemoved { row.domain = original }
          row.isRemoved = true
        } else {
          return nil
        }
        return row
      })
    for domain in rest {
      let id = addDomain()
      setText(domain.domain, of: .domain(id))
      setState(domain.state ?? .pending, ofDomain: id)
    }
  }

  private mutating func applyPairs(of document: FormDocument) {
    var rest = document.metadata
    let found = metadata.matched { row in
      row.isRemoved ? nil : rest.takeFirst { $0.key == row.key }
    } orElse: { row in
      row.original.flatMap { original in rest.takeFirst { $0.key == original } }
    }
    setMetadata(
      zip(metadata, found).compactMap { row, pair in
        var row = row
        if let pair {
          row.key = pair.key
          row.value = pair.value
          row.isRemoved = false
          if !row.isInDocument { return nil }
        } else if let original = row.original {
          if !row.isRemoved { row.key = original }
          row.isRemoved = true
        } else {
          return nil
        }
        return row
      })
    // A blank one is no row: the form has a line of its own for those to come.
    for pair in rest where !(pair.key.isEmpty && pair.value.isEmpty) {
      let id = addPair()
      setText(pair.key, of: .metadataKey(id))
      setText(pair.value, of: .metadataValue(id))
    }
  }
}

extension FormDocument.Domain {
  fileprivate func isSame(as domain: String) -> Bool {
    HostName.normalized(self.domain) == HostName.normalized(domain)
  }
}

extension Array {
  fileprivate mutating func takeFirst(where isWanted: (Element) -> Bool) -> Element? {
    firstIndex(where: isWanted).map { remove(at: $0) }
  }

  /// The match of each element: the better ones are all found before any lesser one.
  fileprivate func matched<Match>(
    _ better: (Element) -> Match?, orElse lesser: (Element) -> Match?
  ) -> [Match?] {
    let found = map(better)
    return zip(self, found).map { element, match in match ?? lesser(element) }
  }
}
