import Foundation
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

  /// One word of a POSIX shell, whatever is in it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
  }
}
