import Testing
import ViewModel
import WorkOS

/// Where a search goes, by the look of what was typed.
@Suite(.timeLimit(.minutes(5)))
struct ListSourceTests {
  @Test(arguments: [
    ("acme", ListSource.name("acme")),
    ("  acme  ", .name("acme")),
    ("Acme, Inc.", .name("Acme, Inc.")),
    ("St. John", .name("St. John")),
    ("name:acme.com", .name("acme.com")),
    ("NAME: acme.com ", .name("acme.com")),
    ("name:", .name("name:")),
    ("acme.com", .domains(["acme.com"])),
    ("ACME.com", .domains(["acme.com"])),
    ("acme.com, globex.com", .domains(["acme.com", "globex.com"])),
    ("acme.com, Globex", .name("acme.com, Globex")),
    ("domain:acme.com,globex.com", .domains(["acme.com", "globex.com"])),
    ("domain:localhost", .domains(["localhost"])),
    ("jane@acme.com", .domains(["acme.com"])),
    ("https://acme.com/login?next=1", .domains(["acme.com"])),
    ("http://jane@acme.com:8080/", .domains(["acme.com"])),
    ("org_01ABC", .id("org_01ABC")),
    (" org_01ABC ", .id("org_01ABC")),
    ("org_ with space", .name("org_ with space")),
    ("id:whatever", .id("whatever")),
    ("ext:crm-77", .externalID("crm-77")),
    ("EXT: Crm 77", .externalID("Crm 77")),
    ("日本", .name("日本")),
  ])
  func `what was typed is asked for in the right place`(text: String, source: ListSource) {
    #expect(ListSource(asking: text) == source)
  }

  @Test(arguments: ["", "   ", "\n"])
  func `nothing typed asks for nothing`(text: String) {
    #expect(ListSource(asking: text) == nil)
  }

  @Test(arguments: ["domain:,", "domain: , ,"])
  func `commas alone do not ask for the whole list`(text: String) {
    let hasNoDomain = ListSource(asking: text) == .domains([])

    #expect(!hasNoDomain)
  }
}
