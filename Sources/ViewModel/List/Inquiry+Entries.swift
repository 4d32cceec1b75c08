import Foundation
import WorkOS

/// How what was pasted falls into values, each of which is asked for on its own.
extension Inquiry {
  /// Each line that says something, and each cell of a table, without anything invisible in it.
  static func lines(of typed: String) -> [String] {
    PastedText.bounded(typed).unicodeScalars
      .split { lineEnds.contains($0) }
      .flatMap { cells(of: String(String.UnicodeScalarView($0))) }
      .map(\.withoutInvisibles)
      .filter { !$0.isEmpty }
  }

  private static let lineEnds = Set("\n\r\u{2028}\u{2029}↵".unicodeScalars)

  /// The cells of a line that was copied out of a table. Beside an address or an id the others are of no
  /// use, and the line is left whole; so are a label and its value.
  package static func cells(of line: String) -> [String] {
    let cells = line.split(separator: "\t").map(String.init)
    guard cells.count > 1, !holdsCertain(line),
      cells.count > 2 || labelled(line.withoutInvisibles) == nil
    else { return [line] }
    return cells
  }

  /// The values of a list in one line, such as `cust_1; cust_2`; what may be one name is left whole, as
  /// in `Acme, Inc.`
  static func parts(of line: String) -> [String] {
    let isCertain = holdsCertain(line)
    let words = line.split(whereSeparator: { " ,;".contains($0) }).map(String.init)
    // Beside an address, what is of Stripe is looked for among the rows alone.
    if words.count > 1, words.allSatisfy({ looksLikeID($0) || PastedText($0).isNothingElse }),
      !isCertain || PastedIdentifier.stripeCustomers(in: line).isEmpty
    {
      return words
    }
    guard !isCertain else { return [line] }
    let listed = line.split(whereSeparator: { ",;".contains($0) }).map(\.trimmed)
      .filter { !$0.isEmpty }
    if listed.count > 1 {
      let isName = listed.contains {
        $0.contains(" ") || $0.count < 3 || legalForms.contains($0.letters)
      }
      return isName ? [line] : listed
    }
    return [line]
  }

  /// What a line may say besides: what stands behind a label that is not known here, as in
  /// `Kunde: Initech`, or behind the sign in `#42`.
  static func alternative(to line: String) -> String? {
    if line.hasPrefix("#") {
      let rest = line.dropFirst()
      return rest.first?.isWhitespace == false ? String(rest) : nil
    }
    guard let end = line.range(of: ": "), labelled(line) == nil else { return nil }
    let label = line[..<end.lowerBound]
    guard label.contains(where: \.isLetter), label.split(separator: " ").count <= 3 else {
      return nil
    }
    return String(line[end.upperBound...])
  }

  /// The ids of Stripe's customers in a line that holds nothing else to look for, such as the address of a
  /// page in Stripe's dashboard; the line, where there are none.
  static func takingStripeCustomers(outOf line: String) -> [String] {
    let pasted = PastedText(line)
    let ids = PastedIdentifier.stripeCustomers(in: pasted.plain)
    let holdsMore =
      !pasted.identifiers.isEmpty
      || pasted.addresses.contains { !PastedIdentifier.isStripes($0.host) }
    return ids.isEmpty || holdsMore || PastedText.runs(of: line).count == 1 ? [line] : ids
  }

  private static func holdsCertain(_ line: String) -> Bool {
    let pasted = PastedText(line)
    return pasted.identifiers.contains(where: \.isCertain)
      || pasted.addresses.contains(where: \.isCertain) || !OtherID.all(in: pasted.plain).isEmpty
  }

  private static func looksLikeID(_ word: String) -> Bool {
    word.contains(where: \.isNumber) && word.contains { "_-".contains($0) }
  }

  /// What stands behind a comma in the name of a company.
  private static let legalForms: Set = [
    "ab", "ag", "as", "bv", "co", "corp", "corporation", "gmbh", "inc", "incorporated", "kg",
    "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "plc", "pty", "sa", "sarl", "sas", "spa",
    "srl",
  ]
}

extension String {
  /// Its letters alone, in lower case.
  fileprivate var letters: String { lowercased().filter(\.isLetter) }
}
