import Cells
import ViewModel
import WorkOS

/// Domains as they are shown: in the letters of their language, never without those of the DNS.
package enum DomainWords {
  /// `müller.de (xn--mller-kva.de)`; where it could be taken for another name, `xn--…` alone.
  package static func both(_ domain: String) -> String { InternationalName.both(domain) }

  /// Both where there is room, else the form that can be read; the detail has the other.
  static func both(_ domain: String, fitting width: Int) -> String {
    let both = both(domain)
    guard DisplayWidth.of(both) > width else { return both }
    let ascii = InternationalName.ascii(domain) ?? domain
    return InternationalName.readable(ascii) ?? ascii
  }

  /// Who else has a domain: `Globex (verified) and 2 more of those loaded`; nil: nobody that is loaded.
  static func alsoOn(_ holders: [SharedDomains.Holder]) -> TabFact? {
    guard let first = holders.first else { return nil }
    let name = first.name.isBlank ? ListWords.noName : ListWords.shortened(first.name, columns: 40)
    let state = first.state?.rawValue ?? "state not said"
    let isCut = holders.count >= SharedDomains.mostHolders
    let more =
      isCut ? " and many more" : holders.count > 1 ? " and \(holders.count - 1) more" : ","
    return TabFact("Also on", "\(name) (\(state))\(more) of those loaded")
  }
}
