import Foundation

/// The event endpoint of the API reference.
package enum Events {
  /// Where a walk through events begins and ends. They are listed oldest first, and only onwards.
  package struct Stretch: Equatable, Sendable {
    package enum Start: Equatable, Sendable {
      /// As far back as the server keeps them: 90 days.
      case oldest
      case time(Date)
      /// Behind this event; the API takes no time beside it.
      case after(OrganizationEvent.ID)
    }

    package var start: Start
    /// Nil: as far as they go.
    package var end: Date?

    package init(from start: Start, to end: Date? = nil) {
      self.start = start
      self.end = end
    }
  }

  /// `GET /events?events=…&organization_id=`: 400 `invalid_events_request` without the kinds. Times
  /// are refused that do not end in `Z` (recorded answers; workos-python 10.8.0).
  package static func list(
    _ kinds: EventKinds, of organization: Organization.ID, _ stretch: Stretch, limit: Int = 100
  ) -> Call<Page<Received<OrganizationEvent>>> {
    let start: [RequestTarget.Parameter] =
      switch stretch.start {
      case .oldest: []
      case .time(let date): [.init("range_start", [timestamp(date)])]
      case .after(let id): [.init("after", [id])]
      }
    return APIRequest(
      .get, ["events"],
      parameters: [
        .init("limit", ["\(limit)"]), .init("events", kinds.names),
        .init("organization_id", [organization.rawValue]),
      ] + start + (stretch.end.map { [.init("range_end", [timestamp($0)])] } ?? []),
      secrets: secrets
    ).page(of: OrganizationEvent.self)
  }

  /// What an event may hold of what it is about that nobody else may see.
  package static let secrets: Set<String> = ["token", "accept_invitation_url"]

  private static func timestamp(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
