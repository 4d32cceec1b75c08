import ViewModel
import WorkOS

extension ArgumentReader {
  /// The value of an option that takes a domain, in the form in which it is sent.
  ///
  /// - Parameter remarks: says what was taken where more than a domain was given.
  mutating func domain(
    of option: String, _ remarks: inout [String]
  ) throws(Refusal) -> String {
    let text = try line(of: option, mayRepeat: true)
    let taken = HostName.taken(from: text)
    guard HostName.problem(in: taken ?? text) == nil else {
      throw Refusal("\(option) takes a domain such as acme.com, not “\(text)”")
    }
    let domain = HostName.normalized(taken ?? text)
    if taken != nil { remarks.append("took the domain \(domain) out of “\(text)”") }
    if let other = HostName.withoutWWW(domain) {
      remarks.append("\(domain) is kept as it is; e-mail addresses mostly end in \(other)")
    }
    return domain
  }

  /// The value of an option that takes a name, without the quotes or the label that it was copied with.
  ///
  /// - Parameter remarks: says what was taken where more than a name was given.
  mutating func name(
    of option: String, _ remarks: inout [String]
  ) throws(Refusal) -> String {
    let text = try value(of: option)
    guard let inquiry = Inquiry(text) else {
      throw Refusal("\(option) needs a name or a part of one, not “\(text)”")
    }
    let names = inquiry.sources.compactMap { source -> String? in
      if case .name(let name) = source { name } else { nil }
    }
    // Which of several is meant is not guessed.
    guard names.count == 1, names[0] != text else { return text }
    remarks.append("took the name \(names[0]) out of “\(text)”")
    return names[0]
  }
}
