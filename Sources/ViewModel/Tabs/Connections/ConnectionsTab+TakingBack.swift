import Delivery

/// What an identity provider was set up with is held by WorkOS alone.
extension ConnectionsTab {
  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case .remove:
      .impossible(
        "WorkOS cannot bring back a deleted connection. It is set up anew by the customer: make them "
          + "a link in the tab Portal.")
    default: leftToTab
    }
  }
}
