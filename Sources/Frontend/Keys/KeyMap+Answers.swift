import Cells

/// Keys of the answers: who somebody is, and why they cannot sign in.
extension KeyMap {
  static let answers: [KeyBinding] = [
    KeyBinding(
      .showPerson, [.character("p")], in: [.list], "person",
      "who the person is whom the search has found", footer: 15),
    KeyBinding(
      .checkSignIn, [.character("W")], in: .browsing, "why no sign-in",
      "look why somebody cannot sign in to the organization, whose address is then asked for"),
    KeyBinding(
      .checkSignIn, [.character("W")], in: [.person], "why no sign-in",
      "look why they cannot sign in to the organization of the marked line", footer: 20),
    KeyBinding(
      .open, [.enter, .character("l"), .right], in: [.person], "open",
      "open the organization of the marked line, with what the line is about marked there",
      footer: 10),
    KeyBinding(
      .open, [.enter, .character("l"), .right], in: [.signIn], "go there",
      "open the tab that the marked line is about, with its row marked, to mend it there",
      footer: 10),
    KeyBinding(
      .copySummary, [.character("y")], in: [.person], "copy", "copy all of it as plain text",
      footer: 30),
    KeyBinding(
      .copySummary, [.character("y")], in: [.signIn], "copy for the ticket",
      "copy what was found as plain text", footer: 30),
    KeyBinding(
      .refresh, [.character("r"), .control("r")], in: [.person, .signIn], "read again",
      "read all of it again", footer: 40),
    KeyBinding(
      .back, [.escape, .character("h"), .left, .character("q")], in: [.person, .signIn], "back",
      "stop reading what is to be opened, else back to where you were", footer: 90),
    KeyBinding(
      .showJournal, [.character("L")], in: [.person, .signIn], "journal",
      "every write from here: when, who, what, and what came of it"),
    KeyBinding(
      .showRequests, [.character("!")], in: [.person, .signIn], "requests",
      "the requests of this session, with their times and request ids"),
    KeyBinding(
      .help, [.character("?"), .function(1)], in: [.person, .signIn], "help",
      "the keys of this pane", footer: 80),
    KeyBinding(
      .activateField, [.enter], in: [.signInEmail], "look", "look what their sign-in hangs on",
      footer: 10),
    KeyBinding(.back, [.escape], in: [.signInEmail], "cancel", "back; nothing is read", footer: 20),
  ]

  /// Those of all tabs.
  static let answersInTabs: [KeyBinding] = [
    KeyBinding(
      .checkSignIn, [.character("W")], in: .tabs, "why no sign-in",
      "look why whoever has the address in the marked row cannot sign in here; where there is none, "
        + "it is asked for")
  ]
}
