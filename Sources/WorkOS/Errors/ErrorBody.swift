/// The body of an error answer in any of the API's dialects; every key may be missing.
struct ErrorBody: Decodable {
  var code: String?
  var message: String?
  var errors: [Detail]

  /// One of `errors`: an object in the validation dialects, or a plain text.
  struct Detail: Decodable {
    var field: String?
    var code: String?
    var message: String?
  }

  private enum CodingKeys: String, CodingKey {
    case code
    case message
    case errors
    case error
    case errorDescription = "error_description"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let error = container.toleratedText(forKey: .error)
    let description = container.toleratedText(forKey: .errorDescription)
    let messages = container.tolerated([Tolerated<String>].self, forKey: .message)?
      .compactMap(\.value).joined(separator: "; ")

    // Beside a description, `error` is OAuth's code; elsewhere it only repeats the status in words.
    code = container.toleratedText(forKey: .code) ?? (description == nil ? nil : error)
    message =
      container.toleratedText(forKey: .message) ?? messages?.nonEmpty ?? description ?? error
    errors =
      container.tolerated([Tolerated<Detail>].self, forKey: .errors)?.compactMap(\.value) ?? []
  }
}

extension ErrorBody.Detail {
  private enum CodingKeys: CodingKey {
    case field
    case code
    case message
  }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      message = text.nonEmpty
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    field = container.toleratedText(forKey: .field)
    code = container.toleratedText(forKey: .code)
    message = container.toleratedText(forKey: .message)
  }
}

extension KeyedDecodingContainer {
  /// A text with something in it, or nil.
  fileprivate func toleratedText(forKey key: Key) -> String? {
    tolerated(String.self, forKey: key)?.nonEmpty
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
