import WorkOS

/// Of several things that were asked for at once, those of which nothing was found.
extension ServerSearch {
  /// Which of them neither a loaded row holds nor the server knows, in the order in which they were asked
  /// for; what is not answered yet, or not in full, is none of them.
  func findMissing() -> [String] {
    let asked = askedValues
    guard asked.count > 1 else { return [] }
    let rows = allPages
    var found: [String] = []
    let missing = asked.filter { value, questions in
      guard questions.allSatisfy({ isAnsweredInFull($0, about: value) }) else { return false }
      if questions.contains(where: { isFound(value, by: $0) }) {
        found.append(value)
        return false
      }
      let isHost = questions.allSatisfy { if case .domains = $0.source { true } else { false } }
      // The sign before it says that a host is meant, whole.
      guard let inquiry = Inquiry(isHost ? "@\(value)" : value) else { return true }
      let isLoaded = rows.contains { page in page.contains { inquiry.matches($0) } }
      if isLoaded { found.append(value) }
      return !isLoaded
    }.map(\.value)
    // Of a text that was asked for whole and in parts, one of the two is enough.
    return missing.filter { value in !found.contains { Self.isPart($0, of: value) } }
  }

  private static func isPart(_ one: String, of other: String) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return long.contains(" ") && long.contains(short)
  }

  /// Each text that was asked for, with the questions about it.
  private var askedValues: [(value: String, questions: [PagedOrganizations])] {
    var asked: [(value: String, questions: [PagedOrganizations])] = []
    for question in questions {
      for value in question.source.values {
        if let index = asked.firstIndex(where: { $0.value == value }) {
          asked[index].questions.append(question)
        } else {
          asked.append((value, [question]))
        }
      }
    }
    return asked
  }

  private func isAnsweredInFull(_ question: PagedOrganizations, about value: String) -> Bool {
    guard question.failure == nil, let last = question.pages.last else { return false }
    // Of several domains, one may be on a page that was not read.
    return question.source.values.count == 1 || last.after == nil || isFound(value, by: question)
  }

  private func isFound(_ value: String, by question: PagedOrganizations) -> Bool {
    question.pages.indices.contains { page in
      question.rows(ofPage: page).contains { row in
        guard case .domains(let hosts) = question.source, hosts.count > 1 else { return true }
        return row.organization.domains.contains { HostName.normalized($0.domain) == value }
      }
    }
  }
}

extension ListSource {
  /// What is asked for, each text on its own.
  fileprivate var values: [String] {
    switch self {
    case .everything: []
    case .name(let text), .externalID(let text): [text]
    case .id(let id): [id.rawValue]
    case .domains(let hosts): hosts
    }
  }
}
