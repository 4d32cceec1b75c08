import Testing
import ViewModel
import WorkOS

@Suite(.timeLimit(.minutes(20)))
struct HostNameTests {
  @Test(arguments: [
    ("acme.com", HostName.Problem?.none),
    ("ACME.Com", nil),
    (" acme.com ", nil),
    ("a-b.example", nil),
    ("xn--zrich-kva.example", nil),
    ("1.example", nil),
    ("", .empty),
    ("  ", .empty),
    ("acme", .noDot),
    ("acme com.de", .invalidCharacter(" ")),
    ("a_b.com", .invalidCharacter("_")),
    ("-a.com", .invalidLabel),
    ("a-.com", .invalidLabel),
    ("a..com", .invalidLabel),
    ("acme.com.", .invalidLabel),
    (".acme.com", .invalidLabel),
    ("127.0.0.1", .invalidLabel),
    ("zürich.example", nil),
    ("zürich。example", nil),
    ("zü rich.example", .notConvertible),
    ("zürich", .noDot),
    (String(repeating: "ü", count: 80) + ".de", .tooLong),
    (String(repeating: "a", count: 64) + ".com", .tooLong),
    (String(repeating: "a.", count: 126) + "aa", .tooLong),
    ("http://acme.com", .notOnlyAHost(suggestion: "acme.com")),
    ("jane@acme.com", .notOnlyAHost(suggestion: "acme.com")),
    ("acme.com:8080", .notOnlyAHost(suggestion: "acme.com")),
    ("acme.com/x", .notOnlyAHost(suggestion: "acme.com")),
    ("a/b", .notOnlyAHost(suggestion: nil)),
  ])
  func `host names`(text: String, problem: HostName.Problem?) {
    #expect(HostName.problem(in: text) == problem)
  }

  @Test(arguments: [
    ("www.acme.com", String?.some("acme.com")), ("WWW.xn--mller-kva.de", "müller.de"),
    ("acme.com", nil), ("www.com", nil), ("wwwacme.com", nil),
  ])
  func `the name of a web site tells the domain behind it`(text: String, domain: String?) {
    #expect(HostName.withoutWWW(text) == domain)
  }
}
