import Delivery

/// What is in a directory is said by the directory.
extension DirectoriesTab {
  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case TabWrite.Verb.synchronize.account:
      .impossible(
        "WorkOS has read the directory, and does not forget what it read. Put right in the directory "
          + "itself what is wrong; the next sync brings it.")
    case .remove:
      .impossible(
        "WorkOS cannot bring back a deleted directory. It is set up anew by the customer: make them "
          + "a link in the tab Portal.")
    default: leftToTab
    }
  }
}
