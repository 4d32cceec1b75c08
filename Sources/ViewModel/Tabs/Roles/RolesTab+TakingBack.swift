import Delivery

/// What people may do hangs on roles, so they are changed where that is seen.
extension RolesTab {
  package func takingBack(_ written: TabWritten) -> TabTakingBack {
    switch written.verb {
    case .create:
      .impossible(
        "Somebody may have the role by now, so it is not deleted from the journal. Delete it in the "
          + "tab Roles.")
    case .update:
      .impossible(
        "What many people may do can hang on a role, so it is not changed back from the journal. "
          + "Change it in the tab Roles.")
    case .delete:
      .impossible(
        "WorkOS cannot bring back a deleted role. Create it again in the tab Roles.")
    default: leftToTab
    }
  }
}
