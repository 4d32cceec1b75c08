import TestSupport
import ViewModel
import WorkOS

extension Effect {
  /// What is sent, as a server would understand it.
  package var sent: SentCall? { question.flatMap { SentCall($0.request) } }

  /// The page of a list that is asked for, be it by looking up one organization.
  package var pageQuestion: PageQuestion? {
    guard let question, question.asker == .list || question.asker == .neighbours else { return nil }
    let (source, query): (ListSource, OrganizationQuery) =
      switch sent {
      case .list(let query): (ListSource(query.filter), query)
      case .read(let id): (.id(id), OrganizationQuery())
      case .lookUp(let externalID): (.externalID(externalID), OrganizationQuery())
      default: (.everything, OrganizationQuery())
      }
    return PageQuestion(
      source: source, order: query.order, cursor: query.cursor, limit: query.limit)
  }

  /// The organization that is read by its id, for whoever shows or changes it.
  package var readID: Organization.ID? {
    guard pageQuestion == nil, question?.asker != .answers, case .read(let id) = sent else {
      return nil
    }
    return id
  }

  /// Whether it looks for what a create has made whose answer was lost.
  package var isFinding: Bool {
    guard question?.asker == .editor else { return false }
    switch sent {
    case .list, .lookUp: return true
    default: return false
    }
  }
}

extension ListSource {
  fileprivate init(_ filter: OrganizationQuery.Filter) {
    self =
      switch filter {
      case .none: .everything
      case .name(let name): .name(name)
      case .domains(let domains): .domains(domains)
      }
  }
}
