import Delivery

/// A flag is switched where it is seen how it stands now.
extension FlagsTab {
  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case TabWrite.Verb.switchOn.account:
      .impossible(
        "Flags are not switched from the journal, as nobody sees there how it stands now. Switch it "
          + "off in the tab Flags.")
    case TabWrite.Verb.switchOff.account:
      .impossible(
        "Flags are not switched from the journal, as nobody sees there how it stands now. Switch it "
          + "on in the tab Flags.")
    case TabWrite.Verb.takeOff.account:
      .impossible(
        "Flags are not switched from the journal, as nobody sees there how it stands now. Aim it here "
          + "again in the tab Flags.")
    default: leftToTab
    }
  }
}
