import Cells

extension KeyMap {
  package static let standard = KeyMap(
    bindings: moving + paging + opening + finding + searching + copying + writing + restoring
      + answers + form
      + formMoving + conflictMoving + line + killed + questions + program)

  private static let moving: [KeyBinding] = [
    KeyBinding(
      .moveDown, [.character("j"), .down], in: [.list], "down",
      "one row down; past the last row the next page begins"),
    KeyBinding(
      .moveUp, [.character("k"), .up], in: [.list], "up",
      "one row up; above the first row the page before ends"),
    KeyBinding(
      .moveDown, [.character("j"), .down], in: .reading.with(.draftFound), "down", "one line down"),
    KeyBinding(
      .moveUp, [.character("k"), .up], in: .reading.with(.draftFound), "up", "one line up"),
    KeyBinding(
      .moveDown, [.character("j"), .down], in: [.detail], "down",
      "mark the line below"),
    KeyBinding(.moveUp, [.character("k"), .up], in: [.detail], "up", "mark the line above"),
    KeyBinding(
      .moveDown, [.character("j"), .down], in: [.conflict], "down",
      "on in what is longer than the screen, else to the field below"),
    KeyBinding(
      .moveUp, [.character("k"), .up], in: [.conflict], "up",
      "back in what is longer than the screen, else to the field above"),
    KeyBinding(
      .moveDown, [.character("j"), .down], in: [.finding], "down", "the organization below"),
    KeyBinding(.moveUp, [.character("k"), .up], in: [.finding], "up", "the organization above"),
    KeyBinding(.pageDown, [.pageDown], in: [.filter], "down", "a screenful down in the matches"),
    KeyBinding(.pageUp, [.pageUp], in: [.filter], "up", "a screenful up in the matches"),
    KeyBinding(
      .moveToFirst, [.character("g"), .home], in: [.list], "first", "first row of the page"),
    KeyBinding(.moveToLast, [.character("G"), .end], in: [.list], "last", "last row of the page"),
    KeyBinding(
      .moveToFirst, [.character("g"), .home], in: .reading.with(.detail, .draftFound), "first",
      "to the beginning"),
    KeyBinding(
      .moveToLast, [.character("G"), .end], in: .reading.with(.detail, .draftFound), "last",
      "to the end"),
    KeyBinding(
      .nextPage, [.character("]")], in: [.list], "next", "next page from the server",
      footer: 40),
    KeyBinding(
      .previousPage, [.character("[")], in: [.list], "before", "page before, from the server",
      footer: 41),
  ]

  private static let opening: [KeyBinding] = [
    KeyBinding(
      .open, [.enter, .character("l"), .right], in: [.list], "open",
      "open the detail, read afresh", footer: 10),
    KeyBinding(
      .back, [.escape, .character("h"), .left], in: [.list], "back",
      "clear the filter, else stop loading, else leave the search, back to where you were; never quits"
    ),
    KeyBinding(
      .back, [.escape, .character("h"), .character("q")], in: [.detail], "back",
      "back: to the organization that led here, or the list", footer: 10),
    KeyBinding(
      .back, [.escape], in: .searchLines, "back", "back to what was shown before", footer: 11),
    KeyBinding(
      .back, [.escape, .character("q")], in: [.help], "close", "close", footer: 90),
    KeyBinding(
      .back, [.escape, .character("q"), .character("Y")], in: [.copying], "close", "close",
      footer: 90),
    KeyBinding(
      .back, [.escape, .character("q"), .character("D")], in: [.drafts], "close",
      "stop reading what is to be opened, else close", footer: 90),
    KeyBinding(.back, [.escape], in: [.naming], "cancel", "cancel; nothing happens", footer: 20),
    KeyBinding(
      .back, [.escape], in: [.losing], "back", "back to the review, nothing sent", footer: 20),
    KeyBinding(
      .back, [.escape, .character("n")], in: [.reactivating], "not now",
      "back to the form; they are not added", footer: 20),
    KeyBinding(
      .back, [.escape, .character("n")], in: [.rewriting], "back",
      "back to the review, nothing sent", footer: 20),
    KeyBinding(
      .back, [.escape], in: [.finding], "leave it",
      "back to the form; nothing is sent, and the draft is kept", footer: 20),
    KeyBinding(
      .back, [.escape], in: [.form], "leave", "leave the form; the draft is kept", footer: 12),
    KeyBinding(
      .back, [.escape, .character("n")], in: [.review], "back", "back to the form, nothing sent",
      footer: 12),
    KeyBinding(
      .back, [.escape], in: [.conflict], "back", "back to the form, nothing sent", footer: 15),
    KeyBinding(
      .back, [.escape, .character("n")], in: [.deletion, .discarding, .quitting, .restoring],
      "cancel",
      "cancel; nothing happens", footer: 20),
    KeyBinding(
      .back, [.escape, .character("n")], in: [.draftFound], "cancel",
      "open nothing; the draft stays", footer: 20),
    KeyBinding(.nextPane, [.tab, .backTab], in: .browsing, "pane", "to the other pane"),
    KeyBinding(
      .nextPane, [.tab], in: [.journal, .drafts, .requests], "read on",
      "the next lines of what is said of the marked line; behind the last ones the first again",
      footer: 15),
    KeyBinding(
      .showJSON, [.character("J")], in: .browsing, "JSON", "the JSON as the server sent it",
      footer: 60),
    KeyBinding(
      .showJournal, [.character("L")], in: .browsing, "journal",
      "every write from here: when, who, what, and what came of it"),
    KeyBinding(
      .showDrafts, [.character("D")], in: .browsing, "drafts",
      "what was typed and not saved, to be opened again or discarded"),
    KeyBinding(
      .showRequests, [.character("!")], in: .browsing, "requests",
      "the requests of this session, with their times and request ids"),
    KeyBinding(
      .wideColumns, [.character("w")], in: [.list], "wide", "more columns, or fewer", footer: 70),
    KeyBinding(
      .help, [.character("?"), .function(1)],
      in: KeyScope.tabs.with(
        .list, .detail, .json, .review, .conflict, .finding, .copying, .journal, .drafts, .requests,
        .eventChoice, .tabReview
      ),
      "help",
      "the keys of this pane",
      footer: 80),
    KeyBinding(.help, [.function(1)], in: .typing, "help", "the keys of this pane", footer: 80),
    KeyBinding(.back, [.character("?"), .function(1)], in: [.help], "close", "close the help"),
  ]

  private static let finding: [KeyBinding] = [
    KeyBinding(
      .filter, [.character("/")], in: .browsing, "find",
      "filter the loaded rows as you type; then Enter asks the server", footer: 20),
    KeyBinding(
      .searchServer, [.enter], in: [.filter], "ask server",
      "keep what matches, and ask the server for it as domain (of an address or a URL, too), id, name "
        + "and external id; domain:acme.com, id:org_…, name:acme or ext:cust_42 asks for one alone",
      footer: 10),
    KeyBinding(
      .earlierText, [.up], in: .searchLines, "earlier text",
      "the text that was looked for before", footer: 85),
    KeyBinding(
      .laterText, [.down], in: .searchLines, "later text",
      "the text after that, back to what is typed"
    ),
    KeyBinding(
      .nextPane, [.tab], in: [.filter], "keep", "into the rows, keeping the filter",
      footer: 82),
    KeyBinding(
      .nextMatch, [.character("n")], in: [.list], "next match",
      "next loaded row that matches the last filter"),
    KeyBinding(
      .previousMatch, [.character("N")], in: [.list], "match before",
      "the loaded row before that matches the last filter"),
    KeyBinding(
      .flipOrder, [.character("o")], in: [.list], "order", "newest first, or oldest first",
      footer: 65),
    KeyBinding(
      .refresh, [.character("r"), .control("r")], in: .browsing, "refresh",
      "read again; the selection stays", footer: 62),
  ]

  private static let copying: [KeyBinding] = [
    KeyBinding(
      .copyID, [.character("y")], in: [.list, .copying], "copy id", "copy the id", footer: 50),
    KeyBinding(
      .copyLine, [.character("y")], in: [.detail], "copy",
      "copy the value of the marked line; with none marked, the id", footer: 50),
    KeyBinding(
      .copyJSON, [.character("y")], in: [.json], "copy", "copy the JSON", footer: 10),
    KeyBinding(
      .copyMenu, [.character("Y")], in: .browsing, "copy…", "choose what to copy"),
    KeyBinding(
      .copyCurl, [.character("y")], in: [.requests], "copy curl",
      "copy the request as a curl command, with $WORKOS_API_KEY for the key", footer: 10),
    KeyBinding(
      .copyID, [.character("y")], in: [.journal], "copy id",
      "copy the id of what was written, as it stands in the line", footer: 20),
    KeyBinding(
      .copyJSON, [.character("y")], in: [.drafts], "copy JSON",
      "copy what would be sent, as JSON", footer: 20),
    KeyBinding(.copyName, [.character("n")], in: [.copying], "name", "copy the name", footer: 51),
    KeyBinding(
      .copyExternalID, [.character("x")], in: [.copying], "external id", "copy the external id",
      footer: 52),
    KeyBinding(
      .copyDomains, [.character("d")], in: [.copying], "domains", "copy the domains, one a line",
      footer: 53),
    KeyBinding(
      .copyRecords, [.character("t")], in: [.copying], "TXT records",
      "copy the DNS records that verify its domains, one a line", footer: 53),
    KeyBinding(
      .copyJSON, [.character("j")], in: [.copying], "JSON", "copy the JSON as the server sent it",
      footer: 54),
    KeyBinding(
      .copyCurl, [.character("c")], in: [.copying], "curl",
      "copy a curl command that reads it, with $WORKOS_API_KEY for the key", footer: 55),
  ]

  private static let writing: [KeyBinding] = [
    KeyBinding(
      .takeBack, [.character("R")], in: [.journal], "take back",
      "create a deleted organization again, or revert an update, after a review", writes: true,
      footer: 10),
    KeyBinding(
      .edit, [.enter, .character("e")], in: [.drafts], "open",
      "open the draft in its form, once what it is about has been read", writes: true, footer: 10),
    KeyBinding(
      .discardDraft, [.character("x"), .control("r"), .character("d")], in: [.drafts], "discard",
      "discard the draft, after asking", writes: true, footer: 11),
    KeyBinding(
      .add, [.character("a")], in: .browsing, "add", "create an organization", writes: true,
      footer: 31),
    KeyBinding(
      .edit, [.character("e")], in: [.list], "edit", "edit the organization", writes: true,
      footer: 30),
    KeyBinding(
      .edit, [.character("e")], in: [.detail], "edit",
      "edit the organization, beginning with the marked line; on Retention, how long the audit log "
        + "is kept", writes: true, footer: 30),
    KeyBinding(
      .delete, [.character("d"), .delete], in: .browsing, "delete",
      "delete the organization, after asking", writes: true, footer: 32),
    KeyBinding(
      .undo, [.character("z")], in: .browsing, "undo", "take back the delete that was queued last",
      writes: true, footer: 33),
  ]

  private static let restoring: [KeyBinding] = [
    KeyBinding(
      .putBack, [.character("P")], in: .browsing, "put back",
      "put right what changed with the last save beyond what was asked for, after a review",
      writes: true)
  ]

  private static let form: [KeyBinding] = [
    KeyBinding(
      .save, [.control("s"), .function(2)], in: [.form, .conflict], "save",
      "see what will change, then send it", writes: true, footer: 10),
    KeyBinding(
      .nextField, [.tab], in: [.form], "next field", "next field", writes: true, footer: 20),
    KeyBinding(
      .previousField, [.backTab], in: [.form], "field before", "the field before", writes: true),
    KeyBinding(.nextRow, [.down], in: [.form], "row down", "the row below", writes: true),
    KeyBinding(.previousRow, [.up], in: [.form], "row up", "the row above", writes: true),
    KeyBinding(
      .activateField, [.enter], in: [.form], "next, add",
      "next field; on “add”, a new row", writes: true),
    KeyBinding(
      .toggleDomainState, [.control("t")], in: [.form], "switch",
      "pending or verified, for this domain, as Space does on the state; the next role, for the "
        + "first admin; on the role itself one more beside it, while Space takes the next one",
      writes: true, footer: 31),
    KeyBinding(
      .removeRow, [.control("x")], in: [.form], "remove row",
      "remove this domain or pair; one that the server has can be put back; of several roles the last "
        + "one", writes: true,
      footer: 30),
    KeyBinding(
      .editAsJSON, [.control("o")], in: [.form], "editor",
      "open the form as JSON in $VISUAL or $EDITOR", writes: true, footer: 35),
    KeyBinding(
      .discardDraft, [.control("r")], in: [.form], "discard",
      "discard what was typed, after asking",
      writes: true, footer: 40),
    KeyBinding(
      .goToOwner, [.control("g")], in: [.form], "go there",
      "go to the organization that has what the server refused as taken; the draft is kept"),
  ]

  private static let line: [KeyBinding] = [
    KeyBinding(.caretLeft, [.left], in: .typing, "left", "one character left"),
    KeyBinding(.caretRight, [.right], in: .typing, "right", "one character right"),
    KeyBinding(
      .caretWordLeft, [.alt(.left), .held(.control, .left), .alt("b")], in: .typing, "word left",
      "to the start of the word"),
    KeyBinding(
      .caretWordRight, [.alt(.right), .held(.control, .right), .alt("f")], in: .typing,
      "word right",
      "to the end of the word"),
    KeyBinding(
      .caretToStart, [.home, .control("a")], in: .typing, "start", "to the start of the line"),
    KeyBinding(.caretToEnd, [.end, .control("e")], in: .typing, "end", "to the end of the line"),
    KeyBinding(
      .deleteBackward, [.backspace], in: .typing, "erase",
      "erase the character before"),
    KeyBinding(
      .deleteForward, [.delete, .control("d")], in: .typing, "erase", "erase the character here"),
    KeyBinding(
      .deleteWord, [.control("w")], in: .typing, "erase word", "erase back to the blank before"),
    KeyBinding(
      .deleteWordBackward, [.alt(.backspace), .held(.control, .backspace)], in: .typing,
      "erase word", "erase to the start of the word"),
    KeyBinding(
      .deleteWordForward, [.alt("d"), .alt(.delete), .held(.control, .delete)], in: .typing,
      "erase word", "erase to the end of the word"),
    KeyBinding(
      .deleteToStart, [.control("u")], in: .typing, "erase line",
      "erase to the start of the line"),
    KeyBinding(
      .deleteToEnd, [.control("k")], in: .typing, "erase rest", "erase to the end of the line"),
  ]

  private static let questions: [KeyBinding] = [
    KeyBinding(
      .accept, [.enter, .control("s"), .function(2), .character("y")], in: [.review], "send",
      "send what is shown", writes: true, footer: 10),
    KeyBinding(
      .accept, [.character("y")], in: .confirming, "yes",
      "yes", writes: true, footer: 10),
    KeyBinding(
      .switchButton, [.tab, .backTab, .left, .right], in: .confirming,
      "other button",
      "to the other button", writes: true, footer: 30),
    KeyBinding(
      .pressButton, [.enter], in: .confirming, "press",
      "press the marked button: at first that is Cancel", writes: true),
    KeyBinding(
      .accept, [.enter], in: [.naming], "delete", "delete, once the name is right", writes: true,
      footer: 10),
    KeyBinding(
      .accept, [.enter], in: [.losing], "save", "save, once what is asked for is typed",
      writes: true, footer: 10),
    KeyBinding(
      .acknowledge, [.character("y")], in: [.finding], "it is this one",
      "the marked organization is what was created; nothing is sent", writes: true, footer: 10),
    KeyBinding(
      .createAgain, [.character("s")], in: [.finding], "send again",
      "create one, whatever became of the first", writes: true, footer: 11),
    KeyBinding(
      .lookAgain, [.character("r")], in: [.finding], "look again", "look once more", footer: 12),
    KeyBinding(
      .goOnWithDraft, [.character("c"), .enter], in: [.draftFound], "continue",
      "open the form with what was typed before", writes: true, footer: 10),
    KeyBinding(
      .beginAfresh, [.character("s")], in: [.draftFound], "start afresh",
      "open the form untouched; the draft is kept beside it", writes: true, footer: 11),
    KeyBinding(
      .chooseMine, [.character("m"), .left], in: [.conflict], "mine", "take what you typed",
      writes: true, footer: 13),
    KeyBinding(
      .chooseTheirs, [.character("t"), .right], in: [.conflict], "theirs",
      "take what is on the server now", writes: true, footer: 14),
    KeyBinding(
      .chooseOther, [.character(" ")], in: [.conflict], "pick",
      "pick yours, then theirs, and so on", writes: true, footer: 12),
    KeyBinding(
      .finishThenQuit, [.character("s")], in: [.quitting], "send, then quit",
      "send queued deletes now, wait for the answers, then quit", writes: true, footer: 10),
    KeyBinding(
      .abandonAndQuit, [.character("x")], in: [.quitting], "quit now",
      "undo queued deletes, wait for no answer, and quit; drafts are kept", footer: 11),
  ]

  private static let program: [KeyBinding] = [
    KeyBinding(.quit, [.character("q")], in: [.list], "quit", "quit", footer: 90),
    KeyBinding(
      .quit, [.control("c")], in: .everywhere, "quit",
      "quit; asks when something is unfinished"),
    KeyBinding(
      .suspend, [.control("z")], in: .everywhere, "suspend", "back to the shell; fg returns"),
    KeyBinding(.repaint, [.control("l")], in: .everywhere, "repaint", "draw the screen anew"),
  ]
}
