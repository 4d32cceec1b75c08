import WorkOS

/// The console at one moment, for whoever only looks at it: by reference, as it is a large value to copy.
package final class Snapshot: Sendable {
  package let console: Console
  /// The organization the keys are about: the open one, or else the selected one.
  package let subject: Organization?

  package init(_ console: Console) {
    self.console = console
    subject = console.detail.organization ?? console.list.selectedOrganization
  }
}
