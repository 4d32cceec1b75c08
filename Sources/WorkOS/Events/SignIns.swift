import Foundation

/// The events of signing in, which no parameter narrows to one person, and of which only those of single
/// sign-on name an organization.
package enum SignIns {
  /// `GET /events`: those of a span of time, the oldest first, 100 at a time.
  ///
  /// A range has to end in `Z`, and a cursor stands in the place of its start (workos-rust 0.8.1).
  ///
  /// - Parameters:
  ///   - organization: nil: everybody's, also those that name no organization.
  ///   - end: nil: now.
  ///   - after: the last one that is known; nil: from the start of the span.
  package static func list(
    in organization: Organization.ID? = nil, from start: Date, to end: Date?, after: String? = nil
  ) -> Call<Page<SignIn>> {
    let begin: RequestTarget.Parameter =
      after.map { .init("after", [$0]) } ?? .init("range_start", [text(start)])
    let place: [RequestTarget.Parameter] =
      organization.map { [.init("organization_id", [$0.rawValue])] } ?? []
    let range = (end.map { [.init("range_end", [text($0)])] } ?? []) + [begin]
    return APIRequest(
      .get, ["events"],
      parameters: [.init("events", SignIn.kinds), .init("limit", ["100"])] + place + range
    ).page(of: SignIn.self).map { $0.map(\.item) }
  }

  private static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
