import Foundation
import WorkOS

/// Requests that a server counts together.
///
/// Limits: workos.com/docs/reference/rate-limits. What it counts over all requests of a key, 6,000 a
/// minute, is more than comes from one console; where it says so all the same, it is believed.
package enum Traffic: Hashable, Sendable {
  /// `DELETE /organizations/…`: 50 in a minute for a key.
  case organizationDeletes
  /// `/user_management/…`: 500 writes and 1,000 reads in ten seconds for an environment.
  case userWrites, userReads
  /// Roles of one organization, by its id: a write answers 409 while another one is carried out.
  case roleWrites(String)
  /// `/directory_users` of one directory, by its id: 4 reads in a second.
  case directoryUserReads(String)
  /// `POST /directories/…/sync` of one directory, by its id: once in five minutes.
  case directorySyncs(String)
  case reads, writes

  package init(_ request: APIRequest) {
    let segments = request.target.segments
    if request.isQuestion {
      let directory = request.target.parameters.first { $0.name == "directory" }?.values.first
      if segments == ["directory_users"], let directory {
        self = .directoryUserReads(directory)
      } else {
        self = segments.first == "user_management" ? .userReads : .reads
      }
    } else if segments.count == 3, segments[0] == "directories", segments[2] == "sync" {
      self = .directorySyncs(segments[1])
    } else if segments.count == 2, segments[0] == "organizations", request.method == .delete {
      self = .organizationDeletes
    } else if segments.first == "user_management" {
      self = .userWrites
    } else if segments.count > 3, segments[0] == "authorization", segments[1] == "organizations",
      segments[3] == "roles"
    {
      self = .roleWrites(segments[2])
    } else {
      self = .writes
    }
  }

  /// How many may leave within how many seconds; nil where no number is known.
  package var limit: (count: Int, seconds: TimeInterval)? {
    switch self {
    case .organizationDeletes: (50, 60)
    case .userWrites: (500, 10)
    case .userReads: (1_000, 10)
    case .directoryUserReads: (4, 1)
    case .roleWrites, .directorySyncs, .reads, .writes: nil
    }
  }

  /// How many may be under way at once; nil where any number may.
  package var mostAtOnce: Int? {
    if case .roleWrites = self { 1 } else { nil }
  }

  /// Whether all of it waits while the server asks to. How long a directory is not read again only
  /// the server knows, and whoever asks for it by a key is answered by it.
  package var isHeldBack: Bool {
    if case .directorySyncs = self { false } else { true }
  }

  /// Whether it is about one thing, of which there may be as many as the server has.
  var isOfOneThing: Bool {
    switch self {
    case .roleWrites, .directoryUserReads, .directorySyncs: true
    case .organizationDeletes, .userWrites, .userReads, .reads, .writes: false
    }
  }
}

/// How soon someone wants an answer.
package enum Urgency: Int, Comparable, Sendable {
  /// Read ahead, to be there when it is wanted.
  case ahead
  /// Part of much that is done without a person waiting for each.
  case bulk
  /// Asked for by a key.
  case byHand

  package static func < (one: Urgency, other: Urgency) -> Bool { one.rawValue < other.rawValue }
}
