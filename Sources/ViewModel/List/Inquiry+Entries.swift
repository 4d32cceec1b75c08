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
    guard cells.count > 1, !holdsCertain(line), !isHeader(line.withoutInvisibles),
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
    guard listed.count > 1 else { return [line] }
    if listed.contains(where: { $0.count < 3 || isLegalForm($0) }) { return [line] }
    // Beside an id each is a cell of a table.
    if listed.contains(where: looksLikeID) { return listed }
    guard listed.contains(where: { $0.contains(" ") }) else { return listed }
    return listed.allSatisfy(mayBeName) ? [line] + listed : [line]
  }

  /// Whether a text between commas may be a name of its own, and not a part of one or of a sentence.
  private static func mayBeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count <= 3, text.first?.isLowercase == false else { return false }
    return !words.contains { legalForms.contains(String($0).letters) || "&+".contains($0) }
      && !text.contains { ":.!?".contains($0) }
  }

  /// Whether words end in what only the name of a company ends in.
  static func isCompany(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...6).contains(words.count), let first = text.first, let last = words.last,
      let form = last.first
    else { return false }
    return !first.isLowercase && !form.isLowercase && legalForms.contains(String(last).letters)
  }

  /// Whether text is the form of a company and nothing else, as behind a comma.
  static func isLegalForm(_ text: String) -> Bool { legalForms.contains(text.letters) }

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

  static func holdsCertain(_ line: String) -> Bool {
    let pasted = PastedText(line)
    return pasted.identifiers.contains(where: \.isCertain)
      || pasted.addresses.contains(where: \.isCertain) || !OtherID.all(in: pasted.plain).isEmpty
  }

  private static func looksLikeID(_ word: String) -> Bool {
    word.contains(where: \.isNumber) && word.contains { "_-".contains($0) } && !word.contains(" ")
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
