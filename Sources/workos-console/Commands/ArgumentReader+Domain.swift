import ViewModel
import WorkOS

extension ArgumentReader {
  /// The value of an option that takes a domain, in the form in which it is sent.
  ///
  /// - Parameter remarks: says what was taken where more than a domain was given.
  mutating func domain(
    of option: String, _ remarks: inout [String]
  ) throws(Refusal) -> String {
    let text = try value(of: option, mayRepeat: true)
    let taken = HostName.taken(from: text)
    guard HostName.problem(in: taken ?? text) == nil else {
      throw Refusal("\(option) takes a domain such as acme.com, not “\(text)”")
    }
    let domain = HostName.normalized(taken ?? text)
    if taken != nil { remarks.append("took the domain \(domain) out of “\(text)”") }
    return domain
  }
}
