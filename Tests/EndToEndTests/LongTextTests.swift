import Cells
import TestSupport
import Testing

/// A server whose texts are longer than anyone's.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct LongTextTests {
  @Test(arguments: ["x", "界", "e\u{301}"])
  func `a name of a million characters slows no key down`(character: String) throws {
    let name = "Long" + String(repeating: character, count: 1_000_000)
    let organization = """
      {"object":"organization","id":"org_01M67FS3C1Q4P6QWEF0SHE0009","name":"\(name)","domains":[],
      "metadata":{"plan":"\(name)"},"external_id":null,"stripe_customer_id":null,
      "created_at":"2026-01-01T00:00:00.000Z","updated_at":"2026-01-01T00:00:00.000Z"}
      """
    let page = """
      {"object":"list","data":[\(organization)],"list_metadata":{"before":null,"after":null}}
      """
    let server = try RawServer { line in
      line.contains("/organizations/") ? organization : page
    }
    defer { server.stop() }
    let console = try ConsoleSession(
      rows: 40, environment: ["WORKOS_API_URL": "http://127.0.0.1:\(server.port)"],
      waitsForList: false)
    try console.wait(for: "Longx".replacing("x", with: character))

    console.press(.enter)
    try console.wait(for: "[1 Overview]")
    for _ in 0..<20 { console.press(.down) }
    console.press(.escape)
    // ? right behind Esc would be another key.
    try console.waitUntilGone("[1 Overview]")
    console.type("?")
    try console.wait(for: Words.help)
    console.press(.escape)
    try console.waitUntilGone(Words.help)
    console.type("d")
    try console.wait(for: Words.deletion)
    console.press(.escape)
    try console.waitUntilGone(Words.deletion)
    console.type("/long")

    try console.wait(for: Words.matches(1, of: 1))
  }
}
