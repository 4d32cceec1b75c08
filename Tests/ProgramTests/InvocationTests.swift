import Testing
import ViewModel

@testable import workos_console

/// What a command line asks for, and what is wrong with one.
@Suite(.timeLimit(.minutes(20)))
struct InvocationTests {
  @Test func `nothing asks for the console as it is by default`() throws {
    let invocation = try Invocation(arguments: [])

    #expect(invocation == .console(ConsoleOptions()))
    #expect(ConsoleOptions().deleteGrace == 5)
    #expect(ConsoleOptions().pageSize == 50)
  }

  @Test(arguments: [
    (["help"], Invocation.help(.console)), (["--help"], .help(.console)), (["-h"], .help(.console)),
    (["--read-only", "-h"], .help(.console)), (["help", "--help"], .help(.console)),
    (["sandbox", "--help"], .help(.sandbox)), (["sandbox", "--port", "1", "-h"], .help(.sandbox)),
    (["journal", "--help"], .help(.journal)), (["keymap", "-h"], .help(.keymap)),
    (["paths", "--help"], .help(.paths)), (["help", "paths"], .help(.paths)),
    (["help", "journal"], .help(.journal)),
    (["--version"], .version), (["-V"], .version), (["keymap"], .keymap), (["paths"], .paths),
  ])
  func `what only prints is found`(arguments: [String], expected: Invocation) throws {
    #expect(try Invocation(arguments: arguments) == expected)
  }

  @Test(arguments: [
    ("  acme ", "acme"), ("\"Acme\"", "Acme"), ("Name: Acme", "Acme"), ("Acme, Inc.", "Acme, Inc."),
    ("Customer: Acme", "Acme"), ("Initech, Hooli", "Initech, Hooli"), ("acme.com", "acme.com"),
  ])
  func `a name to search for is taken out of what surrounds it, and that is told`(
    text: String, name: String
  ) throws {
    guard case .list(let options) = try Invocation(arguments: ["list", "--search", text]) else {
      Issue.record("not a list")
      return
    }

    #expect(options.search == name)
    #expect(options.remarks.isEmpty == (text == name))
  }

  @Test(arguments: [
    ("jane@acme.com", "who jane@acme.com"), ("acme.com", "list --domain acme.com"),
    ("cust_011210", "get ext:cust_011210"),
    ("org_01HZX5B7Q4P6QWEF0SHE100123", "get org_01HZX5B7Q4P6QWEF0SHE100123"),
  ])
  func `what is no name has another command`(text: String, advice: String) {
    #expect(OtherCommand.adviceOnNames(text)?.contains(advice) == true)
    #expect(OtherCommand.adviceOnNames("Acme Corp") == nil)
  }

  @Test(arguments: ["who", "why"])
  func `a person is named by the id of the user as well`(command: String) throws {
    let words = [command, "user_01HZX5B7Q4P6QWEF0SHE100123", "org_1"]
    let invocation = try Invocation(arguments: Array(words.prefix(command == "who" ? 2 : 3)))
    let person: PersonName? =
      switch invocation {
      case .who(let options): options.person
      case .why(let options): options.person
      default: nil
      }

    #expect(person == .user("user_01HZX5B7Q4P6QWEF0SHE100123"))
  }

  @Test(arguments: [
    (["--api-url", "https://a.example"], ConsoleOptions(apiURL: "https://a.example")),
    (["--api-url=https://a.example/=b"], ConsoleOptions(apiURL: "https://a.example/=b")),
    (["--api-key-file", "-"], ConsoleOptions(apiKeyFile: "-")),
    (["--api-key-file=key"], ConsoleOptions(apiKeyFile: "key")),
    (["--read-only"], ConsoleOptions(isReadOnly: true)),
    (["--delete-grace", "0"], ConsoleOptions(deleteGrace: 0)),
    (["--delete-grace=60"], ConsoleOptions(deleteGrace: 60)),
    (["--page-size", "1"], ConsoleOptions(pageSize: 1)),
    (["--page-size=100"], ConsoleOptions(pageSize: 100)),
    (["--sandbox"], ConsoleOptions(sandbox: SandboxOptions())),
    (
      ["--port", "4100", "--sandbox", "--latency=80ms"],
      ConsoleOptions(sandbox: SandboxOptions(port: 4100, latencyInMilliseconds: 80))
    ),
  ])
  func `the options of the console are taken`(
    arguments: [String], expected: ConsoleOptions
  ) throws {
    #expect(try Invocation(arguments: arguments) == .console(expected))
  }

  @Test(arguments: [
    ([], SandboxOptions(port: 4100)),
    (["--port", "0"], SandboxOptions(port: 0)),
    (["--organizations=0"], SandboxOptions(port: 4100, organizations: 0)),
    (["--latency", "2s"], SandboxOptions(port: 4100, latencyInMilliseconds: 2000)),
    (["--latency", "1.5s"], SandboxOptions(port: 4100, latencyInMilliseconds: 1500)),
    (
      ["--fail", "GET /organizations 429 count=3", "--fail", "DELETE /organizations/* 500"],
      SandboxOptions(
        port: 4100, faults: ["GET /organizations 429 count=3", "DELETE /organizations/* 500"])
    ),
    (
      ["--idempotency", "honoured"], SandboxOptions(port: 4100, honoursIdempotencyKeys: true)
    ),
    (["--idempotency=ignored"], SandboxOptions(port: 4100)),
    (["--several-roles"], SandboxOptions(port: 4100, allowsSeveralRoles: true)),
  ])
  func `the options of the sandbox are taken`(
    arguments: [String], expected: SandboxOptions
  ) throws {
    #expect(try Invocation(arguments: ["sandbox"] + arguments) == .sandbox(expected))
  }

  @Test(arguments: [
    (["--nonsense"], "unknown option --nonsense; see workos-console --help"),
    (["--nonsense=1"], "unknown option --nonsense; see workos-console --help"),
    (["-x"], "unknown option -x; see workos-console --help"),
    (["org_1"], "unexpected argument “org_1”; see workos-console --help"),
    (["--api-url"], "--api-url needs a value"),
    (["--read-only=yes"], "--read-only does not take a value (“yes”)"),
    (["--sandbox=", "--read-only"], "--sandbox does not take a value (“”)"),
    (
      ["--page-size", "101"],
      "--page-size takes a whole number of organizations, 1 to 100, not “101”"
    ),
    (["--page-size=0"], "--page-size takes a whole number of organizations, 1 to 100, not “0”"),
    (
      ["--delete-grace", "-1"], "--delete-grace takes a whole number of seconds, 0 to 60, not “-1”"
    ),
    (
      ["--delete-grace", "2.5"],
      "--delete-grace takes a whole number of seconds, 0 to 60, not “2.5”"
    ),
    (["--page-size", "1", "--page-size=2"], "--page-size is given twice; give it once"),
    (
      ["sandbox", "--port", "1", "--port", "1"], "--port is given twice; give it once"
    ),
    (["list", "--search", "a", "--search", "b"], "--search is given twice; give it once"),
    (["journal", "--limit", "1", "--limit", "2"], "--limit is given twice; give it once"),
    (
      ["who", "a@b.example", "--api-url", "a", "--api-url", "b"],
      "--api-url is given twice; give it once"
    ),
    (["--port", "1"], "--port is for --sandbox, or for workos-console sandbox"),
    (
      ["--sandbox", "--api-url", "https://a.example"],
      "--api-url does not go with --sandbox, which has its own address and key"
    ),
    (
      ["--api-key-command", "pass workos", "--sandbox"],
      "--api-key-command does not go with --sandbox, which has its own address and key"
    ),
    (["keymap", "x"], "unexpected argument “x”; see workos-console keymap --help"),
    (["console"], "unexpected argument “console”; see workos-console --help"),
    (["help", "jurnal"], "there is no subcommand “jurnal”; see workos-console --help"),
    (["keymap", "--", "-x"], "unexpected argument “-x”; see workos-console keymap --help"),
    (["who", "--"], "who needs an e-mail address"),
    (["who", "--all"], "unknown option --all of who; see workos-console who --help"),
    (
      ["who", "-jane@acme.com"],
      "“-jane@acme.com” begins as an option does; what is none goes behind --, as in "
        + "who -- -jane@acme.com"
    ),
    (["list", "--search", " "], "--search needs a value"),
    (["list", "--search="], "--search needs a value"),
    (
      ["list", "--search", "\u{200B}"], "--search needs a name or a part of one, not “\u{200B}”"
    ),
    (["list", "--domain", ""], "--domain needs a value"),
    (["paths", "--json"], "unknown option --json of paths; see workos-console paths --help"),
    (["journal", "2h"], "unexpected argument “2h”; see workos-console journal --help"),
    (["journal", "--all"], "unknown option --all of journal; see workos-console journal --help"),
    (
      ["sandbox", "--read-only"],
      "unknown option --read-only of sandbox; see workos-console sandbox --help"
    ),
    (["sandbox", "--port", "65536"], "--port takes a whole number from 0 to 65535, not “65536”"),
    (
      ["sandbox", "--latency", "61s"],
      "--latency takes a time such as 80ms or 2s, up to 60s, not “61s”"
    ),
    (
      ["sandbox", "--latency", "80"],
      "--latency takes a time such as 80ms or 2s, up to 60s, not “80”"
    ),
    (
      ["sandbox", "--latency", "nans"],
      "--latency takes a time such as 80ms or 2s, up to 60s, not “nans”"
    ),
    (
      ["--api-key", "sk_test_1"],
      "an API key does not belong on the command line, where others can read it: "
        + "set WORKOS_API_KEY, or use --api-key-file or --api-key-command"
    ),
    (
      ["--api-key=sk_test_1"],
      "an API key does not belong on the command line, where others can read it: "
        + "set WORKOS_API_KEY, or use --api-key-file or --api-key-command"
    ),
  ])
  func `what cannot be taken is refused in clear words`(arguments: [String], words: String) {
    #expect(throws: Refusal(words)) { try Invocation(arguments: arguments) }
  }

  @Test(arguments: [
    (["--name", "B"], "--name is given twice; give it once"),
    (["--external-id", "1", "--external-id", "2"], "--external-id is given twice; give it once"),
    (
      ["--admin", "a@b.example", "--admin", "c@b.example"], "--admin is given twice; give it once"
    ),
    (["--admin-role", "a", "--admin-role", "a"], "--admin-role gives “a” twice"),
    (["--metadata", "a=1", "--metadata", "a=2"], "--metadata gives “a” twice"),
    (
      ["--external-id", "a\r\n"],
      "--external-id holds a control character (U+000D U+000A); leave it out"
    ),
    (["--external-id", " "], "--external-id needs a value"),
    (
      ["--metadata", "a=\u{1B}[31m"], "--metadata holds a control character (U+001B); leave it out"
    ),
    (
      ["--metadata", "a\u{2028}=1"], "--metadata holds a control character (U+2028); leave it out"
    ),
    (
      ["--external-id", "crm\u{200B}-42"],
      "--external-id holds U+200B, which cannot be seen; leave it out"
    ),
    (
      ["--metadata", "plan=\u{202E}dlog"],
      "--metadata holds U+202E, which cannot be seen; leave it out"
    ),
    (
      ["--domain", "ok\u{200B}.example"],
      "--domain holds U+200B, which cannot be seen; leave it out"
    ),
    (
      ["--admin", "jane@acme.com\u{200B}"],
      "--admin holds U+200B, which cannot be seen; leave it out"
    ),
    (
      ["--metadata", "plan=\u{FFFD}"],
      "--metadata holds bytes that are not UTF-8, which came in as U+FFFD; give it in UTF-8"
    ),
    (
      ["--external-id=\u{FFFD}"],
      "--external-id holds bytes that are not UTF-8, which came in as U+FFFD; give it in UTF-8"
    ),
  ])
  func `what an organization is not made of is refused`(options: [String], words: String) {
    #expect(throws: Refusal(words)) {
      try Invocation(arguments: ["create", "--name", "A"] + options)
    }
  }

  @Test func `a name with a line break at its end, as of a file from Windows, is refused`() {
    #expect(throws: Refusal("--name holds a control character (U+000D); leave it out")) {
      try Invocation(arguments: ["create", "--name", "Acme\r"])
    }
  }

  @Test(
    arguments: [
      "\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{AD}", "\u{3164}", "\u{E0041}",
    ] as [Character])
  func `a name in which something is hidden is refused, and it is named`(hidden: Character) {
    #expect(throws: Refusal("--name holds \(hidden.named), which cannot be seen; leave it out")) {
      try Invocation(arguments: ["create", "--name", "Ac\(hidden)me"])
    }
  }

  @Test(arguments: ["--name", "--domain", "--search", "--api-url"])
  func `a value that was not UTF-8 is refused, whatever takes it`(option: String) {
    let command = ["--name", "--domain"].contains(option) ? "create" : "list"

    #expect(
      throws: Refusal(
        "\(option) holds bytes that are not UTF-8, which came in as U+FFFD; give it in UTF-8")
    ) {
      try Invocation(arguments: [command, option, "M\u{FFFD}ller"])
    }
  }

  @Test func `so is a word beside the options`() {
    #expect(
      throws: Refusal(
        "an argument holds bytes that are not UTF-8, which came in as U+FFFD; give it in UTF-8")
    ) {
      try Invocation(arguments: ["get", "ext:M\u{FFFD}ller"])
    }
  }

  @Test(arguments: [
    "می\u{200C}خواهم", "ක්\u{200D}ෂ", "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}", "株式会社\u{3000}山田",
    "葛\u{E0100}城", "Müller & Söhne",
  ])
  func `a name is taken with the joiners and selectors that its script needs`(name: String) throws {
    let invocation = try Invocation(arguments: ["create", "--name", name])

    guard case .create(let options) = invocation else {
      Issue.record("\(invocation)")
      return
    }
    #expect(options.name == name)
  }

  @Test func `a name and an external id lose the blanks around them, as in the form`() throws {
    let invocation = try Invocation(arguments: [
      "create", "--name", " Acme Works ", "--external-id", "crm-42 ", "--metadata", "a= b ",
      "--metadata", "c=d", "--domain", "a.example", "--domain", "b.example",
    ])

    guard case .create(let options) = invocation else {
      Issue.record("\(invocation)")
      return
    }
    #expect(options.name == "Acme Works")
    #expect(options.externalID == "crm-42")
    #expect(options.metadata == ["a": " b ", "c": "d"])
    #expect(options.domains == ["a.example", "b.example"])
  }

  @Test func `behind two hyphens nothing is an option`() throws {
    let who = try Invocation(arguments: ["who", "--json", "--", "-jane@acme.com"])
    let get = try Invocation(arguments: ["get", "--", "--json"])

    guard case .who(let person) = who, case .get(let organization) = get else {
      Issue.record("\(who), \(get)")
      return
    }
    #expect(person.person == .email("jane@acme.com") && person.server.isJSON)
    #expect(organization.name == .id("--json") && !organization.server.isJSON)
  }

  @Test func `an option does not swallow the next as its value`() {
    #expect(throws: Refusal("--api-url needs a value")) {
      try Invocation(arguments: ["--api-url", "--read-only"])
    }
  }

  @Test func `a fault that cannot be read is quoted`() throws {
    let refusal = try #require(throws: Refusal.self) {
      try Invocation(arguments: ["--sandbox", "--fail", "nonsense"])
    }

    #expect(refusal.words.hasPrefix("--fail “nonsense”: "))
  }

  @Test(arguments: [
    "--sandbox", "--api-url", "--api-key-file", "--api-key-command", "--read-only",
    "--delete-grace", "--page-size",
    "--version", "--help", "--port", "--organizations", "--latency", "--fail", "WORKOS_API_KEY",
    "WORKOS_API_URL", "WORKOS_API_BASE_URL", "NO_COLOR", "ESCDELAY", "XDG_STATE_HOME", "sandbox",
    "keymap",
    "journal", "paths", "--since", "--limit", "--json",
  ])
  func `the help names everything that is taken`(word: String) {
    #expect(HelpText.whole.contains(word))
  }

  @Test(
    arguments: HelpText.whole.split(whereSeparator: { " \n,:()".contains($0) }).map(String.init)
      .filter { $0.hasPrefix("--") })
  func `everything the help names is taken`(option: String) {
    let outcomes = [["--sandbox"], ["journal"], ["create"]].map { command in
      Result { () throws(Refusal) in try Invocation(arguments: command + [option, "1"]) }
    }

    let isTaken = outcomes.contains { outcome in
      if case .failure(let refusal) = outcome { return !refusal.words.hasPrefix("unknown option") }
      return true
    }
    #expect(isTaken)
  }

  @Test(arguments: HelpText.Topic.allCases)
  func `no line of the help is wider than a terminal`(topic: HelpText.Topic) {
    #expect(topic.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    (HelpText.Topic.sandbox, ["--port", "--fail", "--help"]), (.journal, ["--since", "--json"]),
    (.keymap, ["Markdown"]), (.paths, ["XDG_STATE_HOME"]), (.get, ["ext:", "--json"]),
    (.list, ["--search", "--csv"]), (.create, ["--name", "--metadata"]),
    (.members, ["ext:", "--json"]), (.who, ["EMAIL", "--json"]), (.why, ["EMAIL ORG", "--json"]),
  ])
  func `each subcommand has a help of its own`(topic: HelpText.Topic, words: [String]) {
    #expect(topic.text.hasPrefix("workos-console \(topic.rawValue): "))
    for word in words { #expect(topic.text.contains(word), "\(word)") }
    #expect(!topic.text.contains("--read-only"), "it is about nothing else")
  }
}
