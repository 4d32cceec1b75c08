import Foundation
import JSON
import WorkOS

/// The flags that are on for an organization. They are switched for it alone, never for an environment.
package struct FlagsTab: Tab {
  package let id = "flags"
  package let title = "Flags"
  package let words = TabWords(
    one: "flag", many: "flags", empty: "No flag is on for this organization.")
  package let columns = [
    TabColumn("Name", .name), TabColumn("Slug", .identifier), TabColumn("Here", .state),
    TabColumn("Default", .state), TabColumn("Tags", .text),
  ]

  package init() {}

  package func page(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<TabRow>> {
    Flags.list(of: organization, page).map { $0.map { TabRow($0.item, json: $0.json) } }
  }

  package func details(of row: TabRow) -> [TabFact] {
    guard let flag = row.item(Flag.self) else { return [] }
    let reason =
      switch flag.isOnByDefault {
      case true?: "by default, as for everybody in this environment"
      case false?: "for this organization, and others that it is aimed at"
      case nil: "whether by default was not said"
      }
    return [
      TabFact("On", reason), flag.description.map { TabFact("Description", $0) },
      flag.owner.map { TabFact("Owner", $0) },
    ].compactMap(\.self)
  }

  package func row(keptAs json: RawJSON) -> TabRow? {
    TabRow.kept(as: json) { TabRow(($0 as Received<Flag>).item, json: $0.json) }
  }

  package var actions: [TabAction] { [switchOn, switchOff] }

  private var switchOn: TabAction {
    TabAction(
      "switch-flag-on", "a", "switch on", "switch a flag on for this organization alone"
    ) { subject in
      let organization = subject.organization
      let isOn = Set(subject.rows.map(\.id))
      let field = TabField(
        "flag", "Flag",
        .paged(
          { page in
            Flags.list(page).map { page in
              page.map { flag in
                let note = flag.item.note(isOnHere: isOn.contains(flag.item.slug))
                return TabChoice(flag.item.slug, flag.item.name, note: note, json: flag.json)
              }
            }
          }, picked: [], takesSeveral: false), names: ["flag", "slug"])
      return .form(
        TabForm(title: "Switch on for \(organization.name)", fields: [field]) { values in
          values["flag"].picked.first.map { Self.switching(on: $0, organization) }
        })
    }
  }

  private static func switching(on choice: TabChoice, _ organization: Organization) -> TabWrite {
    let flag = choice.json.flatMap { try? JSONDecoder().decode(Flag.self, from: $0.bytes) }
    let isOff = flag?.isEnabled == false
    let warning = TabQuestion(
      "Off for everybody",
      [
        "\(choice.label) is off in the whole environment. It stays off here too, until it is switched on "
          + "there, which is not done from here. Until then it is in no list of this organization, so "
          + "that it cannot be taken off here either."
      ], accept: "Aim it")
    return TabWrite(
      .switchOn, "flag", choice.label,
      call: Flags.aim(choice.value, at: organization.id).map { _ in nil },
      check: reading(choice.value, of: organization.id, PageRequest(limit: 100)),
      changes: [
        TabChange("Flag", "", choice.label), TabChange("On for", "", organization.name),
        TabChange("Others", "", "as before"),
      ],
      questions: isOff ? [warning] : [],
      isDone: { row in row != nil && (isOff || row?.item(Flag.self)?.isEnabled != false) },
      obstacle: { "\($0.name) is on for this organization already." },
      done: isOff
        ? "\(choice.label) is aimed at \(organization.name), and off until its environment has it on."
        : "\(choice.label) is on for \(organization.name).")
  }

  private var switchOff: TabAction {
    TabAction(
      "switch-flag-off", "d", "switch off",
      "switch the flag off for this organization alone, after asking",
      rowHindrance: Self.onForEverybody
    ) { row, subject in
      let question = TabQuestion(
        "Switch this flag off?",
        [
          "for \(subject.organization.name) alone",
          "People there lose what it gives them. It can be switched on again.",
        ], accept: "Switch off", answer: .nameWhereLive)
      return .write(
        TabWrite(
          .switchOff, "flag", row.name, id: row.id,
          call: Flags.unaim(row.id, at: subject.organization.id).map { _ in nil },
          check: Self.reading(
            row.id, of: subject.organization.id, subject.page(around: row.id)),
          before: row, questions: [question], waits: true, isDone: { $0 == nil },
          done: "\(row.name) is off for \(subject.organization.name)."))
    }
  }

  /// There is no call for whether one flag is on for an organization.
  private static func reading(
    _ slug: String, of organization: Organization.ID, _ page: PageRequest
  ) -> Call<TabRow?> {
    Flags.list(of: organization, page).map { page in
      page.items.first { $0.item.slug == slug }.map { TabRow($0.item, json: $0.json) }
    }
  }

  /// Why aiming it elsewhere would change nothing; nil: it would.
  private static func onForEverybody(_ row: TabRow) -> String? {
    row.item(Flag.self)?.isOnByDefault == true
      ? "\(row.name) is on for everybody by default. That is the whole environment's, and is not "
        + "changed from here." : nil
  }
}

extension TabRow {
  init(_ flag: Flag, json: RawJSON) {
    let byDefault = flag.isOnByDefault.map { $0 ? "on" : "off" } ?? "not said"
    self.init(
      id: flag.slug, name: flag.name,
      cells: [
        .text(flag.name), .text(flag.slug),
        // None is listed that is off; one is that waits for its environment.
        flag.isEnabled == false ? .state("aimed, off", .waiting) : .state("on", .good),
        .state(byDefault, .quiet),
        .text(flag.tags.joined(separator: ", ")),
      ],
      agreed: [TabFact("Name", flag.name), TabFact("Default", byDefault)], json: json)
  }
}

extension Flag {
  /// What is said of it beside its name, where it is picked.
  fileprivate func note(isOnHere: Bool) -> String {
    let state =
      isOnHere
      ? "on here already"
      : isEnabled == false
        ? "off for everybody" : isOnByDefault == true ? "on for everybody by default" : nil
    return [name == slug ? nil : slug, state].compactMap(\.self).joined(separator: " · ")
  }
}
