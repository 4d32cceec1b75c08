/// A response and the way it is put on the wire.
struct Answer: Equatable, Sendable {
  enum Delivery: Equatable, Sendable {
    case whole
    /// Closes the connection without a byte.
    case nothing
    /// Announces the whole body, sends half of it and closes.
    case half
    /// Sends one byte of the body at a time.
    case trickle(Duration)
    /// Sends that many megabytes in place of the body.
    case filler(megabytes: Int)
  }

  var response: HTTPResponse
  var delivery = Delivery.whole
  var delay = Duration.zero
}
