import Records
import Testing

/// Where files go.
@Suite(.timeLimit(.minutes(20)))
struct StateDirectoryTests {
  @Test(
    arguments: [
      ("/state", "/home/ada", "/state/workos-console"),
      ("/state/", "/home/ada", "/state/workos-console"),
      (nil, "/home/ada", "/home/ada/.local/state/workos-console"),
      ("", "/home/ada", "/home/ada/.local/state/workos-console"),
      ("relative", "/home/ada", "/home/ada/.local/state/workos-console"),
      (nil, "/", "/.local/state/workos-console"),
      (nil, "relative", nil), (nil, nil, nil), ("relative", nil, nil),
    ] as [(String?, String?, String?)])
  func `the state directory is the one the XDG specification names`(
    stateHome: String?, home: String?, path: String?
  ) {
    #expect(StateDirectory(stateHome: stateHome, home: home)?.path == path)
  }

  @Test func `the journal and the drafts are in it`() {
    let directory = StateDirectory(path: "/state/workos-console")

    #expect(directory.journal == "/state/workos-console/journal.jsonl")
    #expect(directory.drafts == "/state/workos-console/drafts")
  }
}
