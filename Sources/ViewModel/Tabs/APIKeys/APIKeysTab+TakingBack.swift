import Delivery

/// A key is known to those who were given it, and to nobody else.
extension APIKeysTab {
  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case .create:
      .impossible(
        "Somebody may be using the key by now, so it is not deleted from the journal. Expire or "
          + "delete it in the tab API keys.")
    case .expire:
      .impossible(
        "WorkOS does not make an expired key valid again. Create another in the tab API keys, and "
          + "hand that on.")
    case .delete:
      .impossible(
        "WorkOS cannot bring back a deleted key. Create another in the tab API keys, and hand that "
          + "on.")
    default: leftToTab
    }
  }
}
