import WorkOS

/// What happened in an organization. Its pane is its own, as its lines come from two sources, newest
/// first where the server lists the oldest first: see `OrganizationEvents`.
package struct EventsTab: Tab {
  package static let name = "events"

  package let id = EventsTab.name
  package let title = "Events"
  package let words = TabWords(one: "event", many: "events", empty: "Nothing happened.")
  package let columns: [TabColumn] = []
  package let hasPaneOfItsOwn = true

  package init() {}

  /// Never asked for.
  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Events.list(.all, of: organization, Events.Stretch(from: .oldest)).map { _ in Page(items: []) }
  }

  package var actions: [TabAction] {
    [
      TabAction(
        "follow-events", "f", "follow", "have new events come in by themselves, or no longer",
        writes: false, lead: { _ in nil }),
      TabAction(
        "choose-period", "t", "time", "choose how far back to look", writes: false,
        lead: { _ in nil }),
      TabAction(
        "choose-kinds", "K", "kinds", "choose which kinds of events to see", writes: false,
        lead: { _ in nil }),
    ]
  }
}
