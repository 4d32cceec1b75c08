import Delivery

/// What was sent to people is not called back.
extension InvitationsTab {
  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case .invite, .resend:
      .impossible(
        "The e-mail was sent, and cannot be called back. The invitation can be revoked in the tab "
          + "Invitations, as long as nobody has accepted it.")
    case .revoke:
      .impossible(
        "WorkOS does not make a revoked invitation valid again. Send another in the tab "
          + "Invitations.")
    default: leftToTab
    }
  }
}
