import Foundation
import Frontend
import JSON
import Records
import WorkOS

/// Why a command did not do what it was asked for.
struct CommandFailure: Error {
  /// For programs: the API's own code where it has one.
  var code: String
  var words: String
  var requestID: String?
  /// The ids of what may have been made all the same.
  var candidates: [String] = []
  /// The id of what was made before it failed.
  var created: String?
  var status = Ending.runtimeError

  init(
    code: String, words: String, candidates: [String] = [], status: Int32 = Ending.runtimeError
  ) {
    self.code = code
    self.words = words
    self.candidates = candidates
    self.status = status
  }

  init(_ error: WorkOSError) {
    words = ErrorWords.sentence(error)
    code = "no_answer"
    switch error {
    case .rejected(let rejection):
      code = rejection.code ?? "http_\(rejection.status)"
      requestID = rejection.requestID
      switch rejection.status {
      case 401: status = Ending.keyRefused
      case 404: status = Ending.notFound
      case 400, 403, 409, 422: status = Ending.refused
      default: break
      }
    case .undecodable(let answer): (code, requestID) = ("unreadable_answer", answer.requestID)
    case .transport(.heldBack): code = "not_sent"
    case .transport: break
    }
    if error.isUnauthorized { status = Ending.keyRefused }
  }

  /// Why a list could not be read or added to: its 404 is about no organization and no person.
  init(ofList error: WorkOSError) {
    self.init(error)
    guard status == Ending.notFound else { return }
    words = ErrorWords.sentenceOfReading(error)
    status = Ending.refused
  }

  /// The same with what to try where the server has no such organization.
  func advising(on name: GetOptions.Name) -> CommandFailure {
    guard status == Ending.notFound else { return self }
    var failure = self
    if case .externalID(let id) = name {
      failure.words = "No organization has the external id \(id)."
    } else if let advice = name.advice {
      failure.words = "No organization has this id. \(advice)"
    }
    return failure
  }

  /// One line, as it is printed on standard error.
  func line(asJSON isJSON: Bool) -> String {
    let harmless = HarmlessText.of(words)
    guard isJSON else { return "workos-console: \(harmless)" }
    var error: [JSONValue.Member] = []
    error.add("code", code)
    error.add("message", words)
    error.add("request_id", requestID)
    error.add("created", created)
    if !candidates.isEmpty { error.add("candidates", .array(candidates.map(JSONValue.string))) }
    let object = JSONValue.object([
      JSONValue.Member(key: "error", value: .object(error))
    ])
    return object.text { !(0x20..<0x7f).contains($0.value) && !HarmlessText.isHarmless($0) }
  }
}
