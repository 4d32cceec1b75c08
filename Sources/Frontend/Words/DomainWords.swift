import Cells
import ViewModel
import WorkOS

/// Domains as they are shown: in the letters of their language, never without those of the DNS.
enum DomainWords {
  /// `müller.de (xn--mller-kva.de)`; where it could be taken for another name, `xn--…` alone.
  static func both(_ domain: String) -> String {
    let ascii = InternationalName.ascii(domain) ?? domain
    return InternationalName.readable(ascii).map { "\($0) (\(ascii))" } ?? ascii
  }

  /// Both where there is room, else the form that can be read; the detail has the other.
  static func both(_ domain: String, fitting width: Int) -> String {
    let both = both(domain)
    guard DisplayWidth.of(both) > width else { return both }
    let ascii = InternationalName.ascii(domain) ?? domain
    return InternationalName.readable(ascii) ?? ascii
  }
}
