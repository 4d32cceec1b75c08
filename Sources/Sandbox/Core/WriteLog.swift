import Foundation

/// What was asked to be written, oldest first, up to a bound.
struct WriteLog: Sendable {
  static let capacity = 10_000

  private(set) var records: [WriteRecord] = []

  /// Notes a request unless it only reads.
  ///
  /// - Parameter outcome: nil where it was refused or never got to the API.
  mutating func record(
    _ request: HTTPRequest, status: Int, outcome: Outcome?, at now: Timestamp
  ) {
    guard ["POST", "PUT", "PATCH", "DELETE"].contains(request.method) else { return }
    if records.count == Self.capacity { records.removeFirst(Self.capacity / 10) }
    let isOfOrganization = request.segments.count == 2 && request.segments[0] == "organizations"
    records.append(
      WriteRecord(
        method: request.method, path: request.path,
        organizationID: outcome?.organization?.text(prefix: Organization.prefix)
          ?? (isOfOrganization ? request.segments[1] : nil),
        subject: outcome?.subject, status: status, isApplied: outcome.map { !$0.isReplay } ?? false,
        time: Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)))
  }

  var response: HTTPResponse {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("object", "list")
      writer.key("data")
      writer.array { writer in
        for record in records { record.write(to: &writer) }
      }
    }
    return .json(200, writer.bytes)
  }
}
