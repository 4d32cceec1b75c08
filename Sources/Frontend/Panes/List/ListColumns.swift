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

  init(width: Int, isWide: Bool, hasOnlyNames: Bool = false) {
    guard !hasOnlyNames else {
      placed = [Placed(column: .name, start: Self.gutter, width: width - Self.gutter - 1)]
      return
    }
    // Name and domains share what the others leave, and need this much.
    let least = 36
    var room = width - Self.gutter - 1
    var fixed: [(column: Column, width: Int)] = []
    func add(_ column: Column, _ columnWidth: Int) {
      guard room - columnWidth - 2 >= least else { return }
      fixed.append((column, columnWidth))
      room -= columnWidth + 2
    }
    add(.externalID, isWide ? 20 : min(20, max(11, width / 7)))
    add(.created, 10)
    if isWide {
      add(.id, 30)
      add(.updated, 10)
      add(.stripeCustomerID, 18)
    }
    let domains = max(8, (room - 2) / 2)
    let name = max(8, room - 2 - domains)

    placed = []
    var start = Self.gutter
    for (column, width) in [(.name, name), (.domains, domains)] + fixed {
      placed.append(Placed(column: column, start: start, width: width))
      start += width + 2
    }
  }
}

extension ListColumns.Column {
  /// Whether what is looked for may stand in it.
  func isLookedThrough(by inquiry: Inquiry) -> Bool {
    switch (self, inquiry.field) {
    case (.created, _), (.updated, _): false
    case (_, nil), (.name, .name), (.domains, .domain), (.externalID, .externalID), (.id, .id): true
    case (_, _?): false
    }
  }
}
