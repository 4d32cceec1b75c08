import Delivery

/// What was handed out or sent is out of our hands.
extension PortalTab {
  package var kinds: [String] {
    ["portal link", "portal links", "IT contact", "invitation of an IT contact"]
  }

  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case TabWrite.Verb.makeLink.account:
      .impossible(
        "A link that was made works for five minutes. Revoke it in the tab Portal, if it was made "
          + "with an id.")
    case TabWrite.Verb.revokeLinks.account:
      .impossible(
        "WorkOS does not make a revoked link valid again. Make another in the tab Portal.")
    case .add:
      .impossible(
        "Somebody may count on the contact by now, so it is not removed from the journal. Remove it in "
          + "the tab Portal.")
    case .remove:
      .impossible(
        "WorkOS does not keep a contact that was removed. Add it again in the tab Portal.")
    case .invite:
      .impossible(
        "The e-mail was sent, and cannot be called back. The invitation can be revoked in the tab "
          + "Portal.")
    case .revoke:
      .impossible(
        "WorkOS does not make a revoked invitation valid again. Invite the contact anew in the tab "
          + "Portal.")
    default: leftToTab
    }
  }
}
