import ViewModel
import WorkOS

extension ArgumentReader {
  /// The value of an option that takes a domain, in the form in which it is sent.
  mutating func domain(of option: String) throws(Refusal) -> String {
    let text = try value(of: option)
    guard HostName.problem(in: text) == nil else {
      throw Refusal("\(option) takes a domain such as acme.com, not “\(text)”")
    }
    return HostName.normalized(text)
  }
}
