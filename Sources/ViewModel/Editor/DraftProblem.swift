import Foundation
import WorkOS

/// Something about a field that the server would refuse, or may.
package struct DraftProblem: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case nameMissing
    case nameLong(count: Int)
    case notASCII(Character)
    case tooLong(count: Int, limit: Int)
    /// Within the API's limit, and past the one its documentation names.
    case pastDocumentedLimit(count: Int, limit: Int)
    case host(HostName.Problem)
    /// Letters beyond ASCII; the API gets the form of the DNS.
    case sentAs(String)
    /// The name of a web site; without its `www.` it is what e-mail addresses end in.
    case webSite(domain: String)
    case domainRepeated
    case consumerDomain
    case keyMissing
    case keyRepeated
    /// A whole pair, such as `tier=gold`, was typed where only its key belongs.
    case pairInKey
    case valueEmpty
    case emptied
    /// What stands around an id, and is sent as a part of it.
    case surrounded(Surroundings)
    /// An address of Stripe's dashboard or the like; only the id in it is kept once the field is left.
    case stripeCustomerWithin(String)
    case notAnAddress
    /// It may be another address than the one that it looks like.
    case addressInDoubt(AddressDoubt)
    /// Nobody in the environment has the address.
    case noSuchUser
    /// They are invited, and have not accepted.
    case membershipPending
    /// In the server's words.
    case refused(String)
  }

  package enum Surroundings: Equatable, Sendable {
    case blanks
    /// A blank between two words of it, which may have been a line break.
    case blankWithin
    /// Quotes, brackets, a comma, a label: `inner` is what is left without them.
    case marks(inner: String)
  }

  package var field: FormField
  package var kind: Kind

  /// Whether it keeps the form from being sent; the rest are warnings.
  package var isError: Bool {
    switch kind {
    case .nameMissing, .tooLong, .host, .domainRepeated, .keyMissing, .keyRepeated, .emptied,
      .refused, .notAnAddress, .noSuchUser, .membershipPending:
      true
    case .notASCII: field == .externalID
    case .nameLong, .pastDocumentedLimit, .consumerDomain, .valueEmpty, .pairInKey, .sentAs,
      .webSite, .surrounded, .stripeCustomerWithin, .addressInDoubt:
      false
    }
  }
}

extension DraftProblem {
  /// The server's words; nil: it is not the server that says it.
  var refusal: String? { if case .refused(let words) = kind { words } else { nil } }
}

extension [DraftProblem] {
  /// What is said of the one field that all of them are about: the first that is found here, an error
  /// before a warning, or else all that the server said.
  package var told: DraftProblem? {
    guard var told = first(where: \.isError) ?? first else { return nil }
    if told.refusal != nil { told.kind = .refused(compactMap(\.refusal).asSentences) }
    return told
  }
}

/// The API's limits, from its OpenAPI description, and the narrower ones of its documentation.
package enum FieldLimit {
  package static let externalID = 128
  package static let documentedExternalID = 64
  package static let metadataKey = 40
  package static let metadataValue = 600
  package static let metadataPairs = 50
  package static let documentedMetadataPairs = 10
  /// Not the API's: other clients refuse longer names, so this one warns.
  package static let customaryName = 255
  /// Not the API's: what goes out is read in the review first, and nobody reads more than this.
  package static let readableName = 10_000
  /// Stripe's own, for the ids of its objects.
  package static let stripeCustomerID = 255

  /// Characters as the API counts them.
  package static func count(_ text: String) -> Int { text.utf16.count }
}

extension Draft {
  /// Everything wrong with the draft as it stands, in the order of the form.
  package var problems: [DraftProblem] {
    nameProblems + externalIDProblems + stripeCustomerIDProblems + adminProblems + domainProblems
      + metadataProblems
  }

  package var hasErrors: Bool { problems.contains(where: \.isError) }

  /// How many metadata pairs there would be.
  package var pairCount: Int {
    metadata.count { !$0.isRemoved && !($0.key.isEmpty && $0.value.isEmpty) }
  }

  private var nameProblems: [DraftProblem] {
    if name.trimmed.isEmpty, name != base?.name {
      return [DraftProblem(field: .name, kind: .nameMissing)]
    }
    let count = FieldLimit.count(name)
    if count > FieldLimit.readableName, name != base?.name {
      return [
        DraftProblem(field: .name, kind: .tooLong(count: count, limit: FieldLimit.readableName))
      ]
    }
    guard count > FieldLimit.customaryName else { return [] }
    return [DraftProblem(field: .name, kind: .nameLong(count: count))]
  }

  private var externalIDProblems: [DraftProblem] {
    guard externalID != base?.externalID ?? "" else { return [] }
    var problems: [DraftProblem.Kind] = []
    if let stray = externalID.firstBeyondASCII { problems.append(.notASCII(stray)) }
    let count = FieldLimit.count(externalID)
    if count > FieldLimit.externalID {
      problems.append(.tooLong(count: count, limit: FieldLimit.externalID))
    } else if count > FieldLimit.documentedExternalID {
      problems.append(.pastDocumentedLimit(count: count, limit: FieldLimit.documentedExternalID))
    }
    if let around = PastedIdentifier.surroundings(of: externalID) {
      problems.append(.surrounded(around))
    }
    return problems.map { DraftProblem(field: .externalID, kind: $0) }
  }

  private var stripeCustomerIDProblems: [DraftProblem] {
    guard stripeCustomerID != base?.stripeCustomerID ?? "" else { return [] }
    let count = FieldLimit.count(stripeCustomerID)
    let kind: DraftProblem.Kind? =
      if let id = PastedIdentifier.stripeCustomer(takenFrom: stripeCustomerID) {
        .stripeCustomerWithin(id)
      } else if count > FieldLimit.stripeCustomerID {
        .tooLong(count: count, limit: FieldLimit.stripeCustomerID)
      } else {
        PastedIdentifier.surroundings(of: stripeCustomerID).map { .surrounded($0) }
      }
    return kind.map { [DraftProblem(field: .stripeCustomerID, kind: $0)] } ?? []
  }

  private var adminProblems: [DraftProblem] {
    guard firstAdmin.isWanted else { return [] }
    guard firstAdmin.isAddress else {
      return [DraftProblem(field: .adminEmail, kind: .notAnAddress)]
    }
    return AddressDoubt(firstAdmin.address).map {
      [DraftProblem(field: .adminEmail, kind: .addressInDoubt($0))]
    } ?? []
  }

  private var domainProblems: [DraftProblem] {
    let kept = domains.filter { !$0.isRemoved }
    let names = kept.map { HostName.normalized($0.domain) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(kept, names).compactMap { row, name in
      domainProblem(row, name: name, repeats: counts[name, default: 0] > 1)
        .map { DraftProblem(field: .domain(row.id), kind: $0) }
    }
  }

  private func domainProblem(
    _ row: DomainRow, name: String, repeats: Bool
  ) -> DraftProblem.Kind? {
    if name.isEmpty { return row.original == nil ? nil : .emptied }
    if repeats { return .domainRepeated }
    guard row.original.map(HostName.normalized) != name else { return nil }
    if let problem = HostName.problem(in: row.domain) {
      if let host = HostName.taken(from: row.domain) {
        return .host(.notOnlyAHost(suggestion: host))
      }
      // Which of several is meant is not guessed.
      if case .notOnlyAHost = problem { return .host(.notOnlyAHost(suggestion: nil)) }
      return .host(problem)
    }
    if ConsumerDomains.contains(name) { return .consumerDomain }
    if let domain = HostName.withoutWWW(name) { return .webSite(domain: domain) }
    return row.domain.firstBeyondASCII == nil ? nil : .sentAs(name)
  }

  private var metadataProblems: [DraftProblem] {
    let kept = metadata.filter { !$0.isRemoved && !($0.key.isEmpty && $0.value.isEmpty) }
    let counts = Dictionary(kept.map { ($0.key, 1) }, uniquingKeysWith: +)
    var problems = kept.flatMap { row in
      self.problems(of: row, repeats: counts[row.key, default: 0] > 1)
    }
    if kept.count > FieldLimit.metadataPairs {
      problems.append(
        DraftProblem(
          field: .metadata, kind: .tooLong(count: kept.count, limit: FieldLimit.metadataPairs)))
    } else if kept.count > FieldLimit.documentedMetadataPairs {
      problems.append(
        DraftProblem(
          field: .metadata,
          kind: .pastDocumentedLimit(
            count: kept.count, limit: FieldLimit.documentedMetadataPairs)))
    }
    return problems
  }

  private func problems(of row: MetadataRow, repeats: Bool) -> [DraftProblem] {
    let key = FormField.metadataKey(row.id)
    let value = FormField.metadataValue(row.id)
    if row.key == row.original, row.value == base?.metadata[row.key], !repeats { return [] }
    var problems: [DraftProblem] = []
    func add(_ field: FormField, _ kind: DraftProblem.Kind) {
      problems.append(DraftProblem(field: field, kind: kind))
    }

    if row.key.isEmpty { add(key, row.original == nil ? .keyMissing : .emptied) }
    if repeats, !row.key.isEmpty { add(key, .keyRepeated) }
    let keyCount = FieldLimit.count(row.key)
    if keyCount > FieldLimit.metadataKey {
      add(key, .tooLong(count: keyCount, limit: FieldLimit.metadataKey))
    } else if let stray = row.key.firstBeyondASCII {
      add(key, .notASCII(stray))
    }
    let valueCount = FieldLimit.count(row.value)
    if valueCount > FieldLimit.metadataValue {
      add(value, .tooLong(count: valueCount, limit: FieldLimit.metadataValue))
    } else if row.value.isEmpty {
      add(value, row.original == nil && row.key.contains("=") ? .pairInKey : .valueEmpty)
    } else if let stray = row.value.firstBeyondASCII {
      add(value, .notASCII(stray))
    }
    return problems
  }
}

/// Mail providers open to everyone; WorkOS refuses their domains for an organization.
enum ConsumerDomains {
  private static let known: Set<String> = [
    "aol.com", "gmail.com", "gmx.com", "gmx.de", "googlemail.com", "hotmail.com", "icloud.com",
    "live.com", "mail.ru", "me.com", "msn.com", "outlook.com", "proton.me", "protonmail.com",
    "qq.com", "yahoo.com", "yandex.ru", "web.de", "163.com",
  ]

  static func contains(_ domain: String) -> Bool { known.contains(domain) }
}
