import Foundation
import JSON

/// What is sent to the API, as data: what a review shows to the letter, and what is sent, logged,
/// copied as curl and kept in the journal.
package struct APIRequest: Equatable, Sendable {
  package var method: HTTPRequest.Method
  package var target: RequestTarget
  /// Nil where none is sent.
  package var body: RawJSON?
  /// One per intent to make something. WorkOS honours it for audit log events only
  /// (README of workos-python, 2026), so it makes nothing safe to repeat.
  package var idempotencyKey: UUID?
  /// The members of the body and of the answer, at any depth, whose values reach no log, no journal
  /// and, unasked, no screen and no clipboard.
  package var secrets: Set<String> = []
  package init(
    _ method: HTTPRequest.Method, _ segments: [String],
    parameters: [RequestTarget.Parameter] = [], body: RawJSON? = nil, idempotencyKey: UUID? = nil,
    secrets: Set<String> = []
  ) {
    self.method = method
    target = RequestTarget(segments: segments, parameters: parameters)
    self.body = body
    self.idempotencyKey = idempotencyKey
    self.secrets = secrets
  }

  /// Whether sending it twice comes to the same as sending it once.
  ///
  /// A POST whose outcome is unknown is never sent again by itself: it may make a second one.
  package var isRepeatable: Bool { method != .post }

  /// Whether it changes nothing.
  package var isQuestion: Bool { method == .get }

  /// The body as it may be logged, copied and journalled.
  package var harmlessBody: RawJSON? { body?.withholding(secrets) }

  /// The path below the API's address, for whoever reads it.
  package var path: String { target.path }
}

/// A request to the API, and what its answer tells.
///
/// Two calls are equal when they send the same.
package struct Call<Value: Equatable & Sendable>: Equatable, Sendable {
  package var request: APIRequest
  /// What a 404 comes to; nil where it is an error like any other.
  private(set) var valueIfNotFound: Value?
  /// Makes a value of an answer whose status says success.
  let decode: @Sendable (HTTPResponse) throws(WorkOSError) -> Value

  package init(
    _ request: APIRequest,
    decode: @escaping @Sendable (HTTPResponse) throws(WorkOSError) -> Value
  ) {
    self.request = request
    self.decode = decode
  }

  package static func == (one: Call, other: Call) -> Bool { one.request == other.request }
}

extension Call {
  /// A call whose answer is read from the body of a success.
  init(
    _ request: APIRequest, reading read: @escaping @Sendable (Data) throws(DecodingFailure) -> Value
  ) {
    self.init(request) { (response: HTTPResponse) throws(WorkOSError) in
      do throws(DecodingFailure) {
        return try read(response.body)
      } catch {
        throw .undecodable(
          WorkOSError.Undecodable(
            status: response.status, detail: error.detail, requestID: response.requestID))
      }
    }
  }

  /// The same call, with something else made of its answer.
  package func map<Other>(
    _ transform: @escaping @Sendable (Value) -> Other
  ) -> Call<Other> {
    let decode = decode
    var call = Call<Other>(request) { (response: HTTPResponse) throws(WorkOSError) in
      transform(try decode(response))
    }
    call.valueIfNotFound = valueIfNotFound.map(transform)
    return call
  }

  /// The same call, for which it is an answer too that there is no such thing.
  package func ifNotFound(_ value: Value) -> Call {
    var call = self
    call.valueIfNotFound = value
    return call
  }
}

extension Call<Bool> {
  /// A call whose answer tells nothing but its status; the body of a success is never read.
  package init(_ request: APIRequest) {
    self.init(request) { (_: HTTPResponse) in true }
  }
}

/// A request shows everything but what is secret, however it is printed.
extension APIRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "\(method.rawValue) \(path)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "method": method, "target": target, "body": harmlessBody?.text as Any,
      ], displayStyle: .struct)
  }
}
