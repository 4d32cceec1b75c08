import Cells
import Foundation
import ViewModel
import WorkOS

/// The columns of the list, and how wide each is on a screen of some width.
struct ListColumns: Equatable, Sendable {
  enum Column: Equatable, Sendable {
    case name
    case domains
    case externalID
    case created
    case id
    case updated
    case stripeCustomerID

    var title: String {
      switch self {
      case .name: "Name"
      case .domains: "Domains"
      case .externalID: "External id"
      case .created: "Created"
      case .id: "Id"
      case .updated: "Updated"
      case .stripeCustomerID: "Stripe id"
      }
    }
  }

  struct Placed: Equatable, Sendable {
    var column: Column
    var start: Int
    var width: Int
  }

  /// The marks before a row: new here, or with a draft.
  static let gutter = 2

  var placed: [Placed]

  init(width: Int, isWide: Bool) {
    let dates: [(Column, Int)] = [(.created, 10)]
    let wide: [(Column, Int)] = [(.id, 30), (.stripeCustomerID, 18), (.updated, 10)]
    var fixed = dates
    // What is left goes to the name and the domains, which need at least this much.
    let least = 34
    var room = width - Self.gutter - 1
    room -= dates.reduce(0) { $0 + $1.1 + 2 }
    if room - 16 >= least || width >= 60 {
      let externalID = min(18, max(11, width / 6))
      fixed.insert((.externalID, externalID), at: 0)
      room -= externalID + 2
    }
    if isWide {
      for column in wide where room - column.1 - 2 >= least {
        fixed.append(column)
        room -= column.1 + 2
      }
    }
    let domains = max(8, (room - 2) * 2 / 5)
    let name = max(8, room - 2 - domains)

    placed = []
    var start = Self.gutter
    for (column, width) in [(.name, name), (.domains, domains)] + fixed {
      placed.append(Placed(column: column, start: start, width: width))
      start += width + 2
    }
  }
}
