/// Something that goes wrong on purpose, and for which requests.
///
/// Written as words in any order: an HTTP method, a path, one kind, and options.
///
///     GET /organizations 429 retry-after=8 count=3
///     DELETE /organizations/* drop-after count=1
///     /** 502 html rate=5%
///
/// - Method: `GET`, `POST`, `PUT`, `DELETE`…; without one, or with `ANY`, all.
/// - Path: matched whole; `*` is one segment, a last `/**` any number; without one, every path.
/// - Kinds in place of the API: `400`…`599` (with `html`: as a web page), `html` (a 200 web page),
///   `drop`, `huge` or `huge=MEGABYTES`, `redirect=URL`, `basic-challenge`. With `after` they take
///   the place of the API's answer only: the request is carried out, as in `POST 502 after`.
/// - Kinds that let the API do its work and spoil the answer: `drop-mid`, `drop-after`, `truncate`,
///   `empty`, `slow` or `slow=TIME` (per byte), `wrong-types`, `no-metadata`, `no-user`,
///   `repeat-cursor`, `empty-page`, and nothing but a `delay`.
/// - `replace-metadata` lets an update replace all metadata, as the vendor's emulator does.
/// - Options: `delay=2s` or `delay=300ms`, `retry-after=SECONDS`, `count=N`, `rate=N%`.
///   Without `count` and `rate` the fault stays until it is cleared.
package struct Fault: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case status(Int)
    case webPage(status: Int)
    case drop
    case huge(megabytes: Int)
    case redirect(String)
    case basicChallenge
    case dropMid
    case dropAfter
    case truncate
    case empty
    case slow(Duration)
    case wrongTypes
    case noMetadata
    /// Memberships without their user, as older answers have them.
    case noUser
    case repeatCursor
    case emptyPage
    case replaceMetadata
    case delayOnly

    /// Whether it spoils the API's own answer, so that the request has to be carried out first.
    var needsAnswer: Bool {
      switch self {
      case .status, .webPage, .drop, .huge, .redirect, .basicChallenge: false
      case .dropMid, .dropAfter, .truncate, .empty, .slow, .wrongTypes, .noMetadata,
        .noUser, .repeatCursor, .emptyPage, .replaceMetadata, .delayOnly:
        true
      }
    }
  }

  var method: String?
  var path = PathPattern.any
  var kind: Kind
  /// Whether what stands in place of the API comes only after the request was carried out.
  var isAfterwards = false
  var delay = Duration.zero
  var retryAfter: Int?
  /// How many requests it is still good for; nil means any number.
  var count: Int?
  /// The share of matching requests it hits, in percent; nil means all.
  var rate: Double?

  var reachesAPI: Bool { kind.needsAnswer || isAfterwards }

  func matches(_ request: HTTPRequest) -> Bool {
    (method == nil || method == request.method) && path.matches(request.segments)
  }
}
