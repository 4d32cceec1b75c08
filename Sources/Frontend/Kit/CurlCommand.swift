import Delivery
import Foundation
import ViewModel
import WorkOS

/// Commands for a shell, which never hold the API key.
package enum CurlCommand {
  /// Reads one organization.
  package static func reading(_ id: Organization.ID, at baseURL: String) -> String {
    let allowed = CharacterSet.alphanumerics.intersection(.init(charactersIn: "\u{0}"..."\u{7f}"))
    let segment =
      id.rawValue.addingPercentEncoding(
        withAllowedCharacters: allowed.union(.init(charactersIn: "-_"))) ?? ""
    let url = quoted("\(baseURL)/organizations/\(segment)")
    return "curl -H \"Authorization: Bearer $WORKOS_API_KEY\" \(url)"
  }

  /// Sends a logged request again.
  package static func repeating(_ request: LoggedRequest) -> String {
    var words = ["curl"]
    if request.method != "GET" { words += ["-X", request.method] }
    words += ["-H", "\"Authorization: Bearer $WORKOS_API_KEY\""]
    if let body = request.body {
      words += [
        "-H", quoted("Content-Type: application/json"), "-d", quoted(CopiedText.spelled(body.text)),
      ]
    }
    if let key = request.idempotencyKey { words += ["-H", quoted("Idempotency-Key: \(key)")] }
    return (words + [quoted(request.url.absoluteString)]).joined(separator: " ")
  }

  /// One word of a POSIX shell, whatever is in it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
  }
}
