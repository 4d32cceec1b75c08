import Foundation

extension Timestamp {
  /// Reads a time of ISO 8601 with or without fractions of a second.
  init?(_ text: String) {
    let styles = [
      Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle(),
    ]
    for style in styles {
      if let date = try? style.parse(text) {
        self.init(date)
        return
      }
    }
    return nil
  }
}
