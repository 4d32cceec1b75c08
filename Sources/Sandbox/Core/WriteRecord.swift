import Foundation

/// One request that was meant to change something, and what came of it.
package struct WriteRecord: Equatable, Sendable {
  package var method: String
  package var path: String
  /// The organization it was about, where that is known.
  package var organizationID: String?
  /// The id or slug of the thing that was written, where the write was carried out.
  package var subject: String?
  /// The status the API answered with, even if the answer was lost; 0 if it never got that far.
  package var status: Int
  /// Whether the write was carried out.
  package var isApplied: Bool
  package var time: Date

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("method", method)
      writer.member("path", path)
      writer.member("organization_id", organizationID)
      writer.member("subject", subject)
      writer.member("status", status)
      writer.member("applied", isApplied)
      writer.member("at", Timestamp(time))
    }
  }
}
