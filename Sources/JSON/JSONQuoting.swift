extension String {
  /// As a string of JSON.
  ///
  /// - Parameter isEscaped: what is written as `\uXXXX`, besides the controls that JSON wants so.
  package func quotedAsJSON(
    escaping isEscaped: (Unicode.Scalar) -> Bool = { _ in false }
  ) -> String {
    var output = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar < " " || isEscaped(scalar): output += scalar.escapedInJSON
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}

extension Unicode.Scalar {
  /// `\uXXXX`, twice for what takes a pair of surrogates.
  package var escapedInJSON: String {
    (UTF16.encode(self).map { Array($0) } ?? []).map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
