import WorkOS

extension Inquiry {
  /// The lines of a text, those that hold several values with labels of their own taken apart: out of a log,
  /// the address of a page, or what is nearly JSON.
  struct Spread {
    var lines: [String]
    /// How many lines only say what stands in the columns below them.
    var headers = 0
    /// What stands beside those values.
    var unused: [String] = []
  }

  /// Whether a line is made of labels alone, as the first of a table is.
  static func isHeader(_ line: String) -> Bool {
    isHeading(line) && (line.contains { !$0.isLetter } || soleHeadings.contains(line.lowercased()))
  }

  /// Whether every word of a text only says what something beside or below it is.
  static func isHeading(_ text: String) -> Bool {
    let words = text.spacingCapitals.lowercased().split { !$0.isLetter && !$0.isNumber }
    return !words.isEmpty && words.allSatisfy { headings.contains(String($0)) }
  }

  /// Those that hardly anything is called.
  private static let soleHeadings: Set = [
    "company", "customer", "domain", "domains", "email", "emails", "externalid", "id", "mail",
    "name", "org", "organisation", "organization",
  ]

  private static let headings: Set = [
    "account", "active", "address", "admin", "at", "city", "client", "company", "contact",
    "country", "created", "customer", "customers", "date", "domain", "domains", "e",
    "email", "emails", "ext", "external", "externalid", "first", "full", "host", "hostname", "id",
    "ids",
    "joined", "key", "last", "mail", "member", "name", "names", "no", "notes", "number",
    "org", "organisation", "organization", "organizations", "owner", "phone", "plan",
    "role", "roles", "seats", "slug", "state", "status", "stripe", "tenant", "tier",
    "title", "type", "updated", "url", "user", "users", "website",
  ]
}

extension Inquiry.Spread {
  init(of lines: [String]) {
    self.lines = []
    for (number, line) in lines.enumerated() {
      if number == 0, lines.count > 1, Inquiry.isHeader(line) {
        headers += 1
      } else if let members = Inquiry.members(of: line) {
        self.lines += members.lines
        if !members.unused.isEmpty { unused.append(members.unused.joined(separator: " ")) }
      } else {
        self.lines.append(line)
      }
    }
  }
}

extension Inquiry {
  /// A line with its label for each value in a text that says what it is, as in
  /// `level=info org_id=cust_1` and `{email: jane@acme.com, external_id: cust_1}`, then the addresses and ids
  /// beside them. Nil where there is no such value, or nothing but one with its label.
  static func members(of text: String) -> (lines: [String], unused: [String])? {
    guard text.contains(where: { ":=".contains($0) }) else { return nil }
    var reader = MemberReader(text)
    reader.read()
    guard !reader.found.isEmpty else { return nil }
    if reader.signs == 1, labelled(text) != nil { return nil }
    let lines = reader.found.map { "\($0.label): \($0.value)" }
    let values = Set(reader.found.map(\.value))
    // Signs that were escaped are of no word.
    let words = PastedText(text.filter { $0 != "\\" }).words
    // A word may hold a value, as in `org_id=cust_1`.
    let labels = Set(reader.found.map(\.label))
    let others = words.filter { word in
      !labels.contains(word) && !values.contains { word.contains($0) }
    }
    let taken = others.filter { PastedText($0).isNothingElse || PastedText.address(in: $0) != nil }
    let unused = others.filter { word in
      !taken.contains(word) && word.last != ":" && OtherID.all(in: word).isEmpty
        && word.saysSomething && !isHeading(word)
    }
    return (lines + taken, unused)
  }
}

/// Reads the values out of a text in which each has its label before it.
private struct MemberReader {
  struct Member: Equatable {
    var label: String
    var value: String
  }

  private let text: [Character]
  private var index = 0
  private(set) var found: [Member] = []
  /// How many labels there are, known or not.
  private(set) var signs = 0

  /// More of them are not asked for.
  private static let most = 16

  init(_ text: String) { self.text = Array(text) }

  mutating func read() {
    var (run, isOver, before) = ("", false, Character?.none)
    while index < text.count, found.count < Self.most {
      let character = text[index]
      index += 1
      if PastedText.isOfIdentifier(character) {
        if isOver || run.isEmpty {
          before = isOver && !run.isEmpty ? "a" : before
          run = ""
        }
        isOver = false
        run.append(character)
      } else if ":=".contains(character), !run.isEmpty, next != "/" {
        signs += 1
        if isLabel(run, character, behind: before), let value = value() {
          let member = Member(label: run, value: value)
          if !found.contains(member) { found.append(member) }
        }
        (run, isOver, before) = ("", false, nil)
      } else if " \"'\\".contains(character) {
        isOver = isOver || !run.isEmpty
        if run.isEmpty, character != " ", before?.isLetter == true { before = character }
      } else {
        (run, isOver, before) = ("", false, character)
      }
    }
  }

  private var next: Character? { index < text.count ? text[index] : nil }

  /// Whether a word is a label, and no end of one as in `External ID: cust_1`.
  private func isLabel(_ word: String, _ sign: Character, behind before: Character?) -> Bool {
    guard Inquiry.isInlineLabel(word) else { return false }
    return sign == "=" || word.contains("_") || before.map { !$0.isLetter } ?? true
  }

  /// What stands behind the sign, in quotes or up to a blank.
  private mutating func value() -> String? {
    while let next, " \\".contains(next) { index += 1 }
    var value = ""
    if let quote = next, "\"'".contains(quote) {
      index += 1
      while let next, next != quote, next != "\\" {
        value.append(next)
        index += 1
      }
    } else {
      while let next, !next.isWhitespace, !",;&{}[]()\"'\\<>|".contains(next) {
        value.append(next)
        index += 1
      }
    }
    let isValue = value.saysSomething && value.last != ":"
    return isValue ? value : nil
  }
}
