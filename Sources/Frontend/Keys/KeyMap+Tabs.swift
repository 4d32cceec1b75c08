import Cells
import ViewModel

/// The keys of tabs: those that all of them have, and those that each of them declares.
extension KeyMap {
  static let tabs: [KeyBinding] = [
    KeyBinding(
      .nextTab, [.right], in: .tabbed, "next tab", "the tab to the right"),
    KeyBinding(
      .previousTab, [.left], in: .tabbed, "tab before", "the tab to the left, else back to the list"
    ),
    KeyBinding(
      .back, [.escape, .character("h"), .character("q")], in: .tabs.without(.directoryUsers),
      "back",
      "stop waiting, else drop the filter, else back: to the organization that led here, or the list",
      footer: 90),
    KeyBinding(
      .back, [.escape, .character("h"), .character("q")], in: [.directoryUsers], "back",
      "stop waiting, else drop the filter, else back to the directories", footer: 90),
    KeyBinding(
      .nextPane, [.tab], in: .tabs, "list", "back to the list of organizations"),
    KeyBinding(
      .nextOrganization, [.character("]")], in: .tabs, "next",
      "the same tab of the next organization of the list", footer: 70),
    KeyBinding(
      .previousOrganization, [.character("[")], in: .tabs, "before",
      "the same tab of the organization before"),
    KeyBinding(
      .nextMatch, [.character("n")], in: .tabs, "next match",
      "the next row that matches the filter; without one, the next organization"),
    KeyBinding(
      .previousMatch, [.character("N")], in: .tabs, "match before",
      "the row before that matches the filter; without one, the organization before"),
    KeyBinding(
      .filter, [.character("/")], in: .tabs, "filter",
      "show only the rows with what is typed; more are loaded while few match", footer: 40),
    KeyBinding(
      .refresh, [.character("r"), .control("r")], in: .tabs, "refresh",
      "read again; the marked row stays", footer: 60),
    KeyBinding(
      .open, [.enter], in: .tabs, "open",
      "open the marked row: all that it says, or where it leads",
      footer: 35),
    KeyBinding(
      .copyLine, [.character("y")], in: .tabs, "copy",
      "copy what is mostly wanted of the marked row, such as the e-mail address", footer: 50),
    KeyBinding(
      .copyMenu, [.character("Y")], in: .tabs, "copy menu",
      "choose what of the marked row to copy: its id, another value, or its JSON"),
    KeyBinding(
      .showJSON, [.character("J")], in: .tabs, "JSON",
      "the JSON of the marked row, without what is secret",
      footer: 65),
    KeyBinding(
      .undo, [.character("z")], in: .tabs, "undo", "take back what was queued last", writes: true,
      footer: 33),
    KeyBinding(
      .showJournal, [.character("L")], in: .tabs, "journal",
      "every write from here: when, who, what, and what came of it"),
    KeyBinding(
      .showDrafts, [.character("D")], in: .tabs, "drafts",
      "what was typed and not saved, to be opened again or discarded"),
    KeyBinding(
      .showRequests, [.character("!")], in: .tabs, "requests",
      "the requests of this session, with their times and request ids"),
    KeyBinding(
      .back, [.escape, .character("q"), .enter], in: [.tabDetails], "close", "close", footer: 90),
    KeyBinding(
      .copyLine, [.enter, .character("y")], in: [.tabCopying], "copy", "copy what is marked",
      footer: 10),
    KeyBinding(
      .back, [.escape, .character("q"), .character("Y")], in: [.tabCopying], "close", "close",
      footer: 90),
    KeyBinding(
      .open, [.enter, .character("l"), .right], in: [.tabReferences], "open",
      "open the marked organization; Esc there leads back here", footer: 10),
    KeyBinding(
      .back, [.escape, .character("q"), .character("h"), .left], in: [.tabReferences], "close",
      "close; nothing is opened", footer: 90),
    KeyBinding(
      .keepText, [.enter, .tab], in: [.tabFilter], "keep", "back to the rows, with the text kept",
      footer: 10),
    KeyBinding(
      .save, [.control("s"), .function(2)], in: [.tabForm, .tabChoice], "review",
      "see what will be sent", writes: true, footer: 10),
    KeyBinding(
      .nextField, [.tab], in: [.tabForm, .tabChoice], "next field", "next field", writes: true,
      footer: 20),
    KeyBinding(
      .previousField, [.backTab], in: [.tabForm, .tabChoice], "field before", "the field before",
      writes: true),
    KeyBinding(.nextRow, [.down], in: [.tabForm], "down", "the field below", writes: true),
    KeyBinding(.previousRow, [.up], in: [.tabForm], "up", "the field above", writes: true),
    KeyBinding(
      .pageDown, [.pageDown], in: [.tabForm, .tabChoice], "screen down", "read a screenful down",
      writes: true),
    KeyBinding(
      .pageUp, [.pageUp], in: [.tabForm, .tabChoice], "screen up", "read a screenful up",
      writes: true),
    KeyBinding(
      .nextRow, [.down, .character("j")], in: [.tabChoice], "down", "the choice below",
      writes: true),
    KeyBinding(
      .previousRow, [.up, .character("k")], in: [.tabChoice], "up", "the choice above",
      writes: true),
    KeyBinding(
      .pick, [.character(" ")], in: [.tabChoice], "pick",
      "pick the marked one, and no other; of any number, pick it or no longer",
      writes: true, footer: 11),
    KeyBinding(
      .pickBeside, [.control("t")], in: [.tabChoice], "pick beside",
      "pick the marked one beside others, or no longer", writes: true, footer: 30),
    KeyBinding(
      .activateField, [.enter], in: [.tabForm, .tabChoice], "next, review",
      "next field; in the last one, see what will be sent", writes: true),
    KeyBinding(
      .discardDraft, [.control("r")], in: [.tabForm, .tabChoice], "discard",
      "close the form without what was typed", writes: true, footer: 40),
    KeyBinding(
      .goToOwner, [.control("g")], in: [.tabForm], "go there",
      "go to the organization that has what the server refused as taken; the draft is kept"),
    KeyBinding(
      .back, [.escape], in: [.tabForm, .tabChoice], "leave",
      "leave the form; what was typed is there again when it is opened anew", footer: 12),
    KeyBinding(
      .undo, [.character("z")], in: [.tabSending], "undo",
      "take it back, as long as nothing is sent",
      writes: true, footer: 10),
    KeyBinding(
      .back, [.escape], in: [.tabSending], "leave", "leave the form; what is being sent goes on",
      footer: 12),
    KeyBinding(
      .help, [.function(1)], in: [.tabChoice, .tabSending], "help", "the keys of this pane",
      footer: 80),
    KeyBinding(
      .accept, [.enter, .control("s"), .function(2), .character("y")], in: [.tabReview], "send",
      "send what is shown", writes: true, footer: 10),
    KeyBinding(
      .back, [.escape, .character("n")], in: [.tabReview], "back", "back to the form, nothing sent",
      footer: 12),
    KeyBinding(
      .accept, [.enter], in: [.tabNaming], "do it", "do it, once the name is right", writes: true,
      footer: 10),
    KeyBinding(.back, [.escape], in: [.tabNaming], "cancel", "cancel; nothing happens", footer: 20),
    KeyBinding(
      .back, [.escape, .character("n")], in: [.tabQuestion], "cancel", "cancel; nothing happens",
      footer: 20),
    KeyBinding(
      .copySecret, [.character("y")], in: [.tabSecret], "copy",
      "copy the marked value, whether it can be read or not", footer: 10),
    KeyBinding(
      .showSecret, [.character("v")], in: [.tabSecret], "show",
      "show what is masked, or mask it", footer: 11),
    KeyBinding(
      .nextRow, [.down, .character("j")], in: [.tabSecret], "down",
      "the value below; on in one that is longer than the screen"),
    KeyBinding(
      .previousRow, [.up, .character("k")], in: [.tabSecret], "up",
      "the value above; back in one that is longer than the screen"),
    KeyBinding(
      .closeSecret, [.escape, .character("q")], in: [.tabSecret], "close",
      "close, which wipes it from here; what was not copied and cannot be shown again asks",
      footer: 12),
    KeyBinding(
      .help, [.function(1), .character("?")], in: [.tabSecret], "help", "the keys of this pane",
      footer: 80),
  ]

  /// The digits that open the tabs, the overview's first; those beyond them are reached by arrows.
  static let tabDigits: [Character] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

  /// The console's key map with the keys of these tabs.
  package static func standard(with tabs: [any Tab]) -> KeyMap {
    let overview = KeyBinding(
      .tab("overview"), [.character("1")], in: .tabbed, "overview", "the overview")
    let digits = zip(tabDigits.dropFirst(), tabs).map { digit, tab in
      KeyBinding(
        .tab(tab.id), [.character(digit)], in: .tabbed, tab.title, "the \(tab.words.many)")
    }
    let actions = tabs.flatMap { tab in
      tab.actions.enumerated().map { place, action in
        KeyBinding(
          Action(action.id), [.character(action.key)], in: [PaneName.tab(tab)], action.title,
          action.help, writes: action.writes, footer: 10 + place)
      }
    }
    // What a tab can do comes before what all of them can.
    return KeyMap(
      bindings: actions + standard.bindings + Self.tabs + events + doctor + answersInTabs + [
        overview
      ] + digits,
      panes: standard.panes + tabs.map(PaneName.tab) + PaneName.ofTabs)
  }
}
