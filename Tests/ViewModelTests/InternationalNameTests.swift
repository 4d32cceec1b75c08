import Testing
import ViewModel
import WorkOS

/// Host names in the letters people use and in those of the DNS.
struct InternationalNameTests {
  @Test(arguments: [
    ("müller.de", "xn--mller-kva.de"),
    ("MÜLLER.de", "xn--mller-kva.de"),
    ("mu\u{308}ller.de", "xn--mller-kva.de"),
    ("faß.de", "xn--fa-hia.de"),
    ("bücher。example", "xn--bcher-kva.example"),
    ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
    ("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"),
    ("ＡＣＭＥ.com", "acme.com"),
    ("Acme.com", "acme.com"),
  ])
  func `a name has a form for the DNS`(name: String, ascii: String) {
    #expect(InternationalName.ascii(name) == ascii)
  }

  /// The sample strings of RFC 3492, section 7.1, as far as they are possible in a host name.
  @Test(
    arguments: [
      ("ليهمابتكلموشعربي؟", "xn--egbpdaj6bu4bxfgehfvwxn"),
      ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
      ("他們爲什麽不說中文", "xn--ihqwctvzc91f659drss3x8bo0yb"),
      ("pročprostěnemluvíčesky", "xn--proprostnemluvesky-uyb24dma41a"),
      ("למההםפשוטלאמדבריםעברית", "xn--4dbcagdahymbxekheh6e0a7fei0b"),
      ("なぜみんな日本語を話してくれないのか", "xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"),
      (
        "porquénopuedensimplementehablarenespañol",
        "xn--porqunopuedensimplementehablarenespaol-fmd56a"
      ),
    ] as [(String, String?)])
  func `the samples of RFC 3492`(label: String, ascii: String?) {
    #expect(InternationalName.ascii(label) == ascii)
  }

  @Test(arguments: [
    "a b.müller", "mü/ller.de", "mü%20ller.de", "\u{301}müller.de", "mü\u{0}ller.de",
  ])
  func `what cannot be a host name has no such form`(name: String) {
    #expect(InternationalName.ascii(name) == nil)
  }

  @Test(arguments: [
    ("xn--mller-kva.de", "müller.de"), ("XN--MLLER-KVA.DE", "müller.de"),
    ("müller.de", "müller.de"), ("xn--r8jz45g.jp", "例え.jp"), ("xn--fa-hia.de", "faß.de"),
    ("mail.xn--mller-kva.de", "mail.müller.de"),
  ])
  func `people read it in their letters`(name: String, readable: String) {
    #expect(InternationalName.readable(name) == readable)
  }

  @Test(arguments: [
    "acme.com", "xn--pple-43d.com", "xn--80ak6aa92e.com", "xn--i-7iq.ws", "xn--acme-.com",
    "xn--a.de", "xn--99999999999.de", "xn--mller-kva.xn--99999999999", "аpple.com",
    "xn--" + String(repeating: "9", count: 59) + ".com",
    "xn--" + String(repeating: "z", count: 100_000), "xn--", "xn--.xn--", "xn---.com",
    "xn--\u{fc}.de", "xn--0.pt", "xn--mgbcpq6gpa1a\u{202e}.com",
  ])
  func `where there is nothing else, or what fools the eye, the name stays as it is`(name: String) {
    #expect(InternationalName.readable(name) == nil)
  }
}
