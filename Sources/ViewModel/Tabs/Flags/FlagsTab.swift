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

  package var actions: [TabAction] { [switchOn, switchOff, takeOff] }

  private var switchOn: TabAction {
    TabAction(
      "switch-flag-on", "a", "switch on", "switch a flag on for this organization alone"
    ) { subject in
      let organization = subject.organization
      return .form(
        TabForm(
          title: "Switch on for \(organization.name)", fields: [Self.flagField(subject)]
        ) { values in
          values["flag"].picked.first.map { Self.switching(on: $0, organization) }
        })
    }
  }

  /// One of all flags of the environment.
  private static func flagField(_ subject: TabSubject) -> TabField {
    let isOn = Set(subject.rows.map(\.id))
    return TabField(
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
  }

  private static func switching(on choice: TabChoice, _ organization: Organization) -> TabWrite {
    let isOff = choice.flag?.item.isEnabled == false
    let warning = TabQuestion(
      "Off for everybody",
      [
        "\(choice.label) is off in the whole environment. It stays off here too, until it is switched on "
          + "there, which is not done from here. Until then it is in no list of this organization; x "
          + "takes it off again all the same."
      ], accept: "Aim it")
    var write = TabWrite(
      .switchOn, "flag", choice.label,
      call: Flags.aim(choice.value, at: organization.id).map { _ in nil },
      check: reading(choice.value, of: organization.id, PageRequest(limit: 100)),
      changes: [
        TabChange("Flag", "", choice.label), TabChange("On for", "", organization.name),
        TabChange("Others", "", "as before"),
      ],
      questions: isOff ? [warning] : [],
      isDone: { row in row != nil && row?.item(Flag.self)?.isEnabled != false },
      obstacle: { "\($0.name) is on for this organization already." },
      done: isOff
        ? "\(choice.label) is aimed at \(organization.name), and off until its environment has it on."
        : "\(choice.label) is on for \(organization.name).")
    if isOff {
      write.canBeSeen = false
      write.adviceWhenLost = unseen
    }
    return write
  }

  /// What is off for everybody is in no list, wherever it is aimed.
  private static let unseen = "Nothing here shows it; done again, it does no harm."

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

  private var takeOff: TabAction {
    TabAction(
      "take-flag-off", "x", "take off",
      "have a flag that is off for everybody, and so in no list, be aimed here no longer, after asking"
    ) { subject in
      let organization = subject.organization
      return .form(
        TabForm(
          title: "Take a flag off \(organization.name)", fields: [Self.flagField(subject)]
        ) { values in
          values["flag"].picked.first.map { Self.taking(off: $0, organization) }
        })
    }
  }

  /// No answer tells at whom a flag is aimed that is off for everybody.
  private static func taking(off choice: TabChoice, _ organization: Organization) -> TabWrite {
    let check = reading(choice.value, of: organization.id, PageRequest(limit: 100))
    let known = choice.flag.flatMap {
      $0.item.isEnabled == true ? TabRow($0.item, json: $0.json) : nil
    }
    var write = TabWrite(
      .takeOff, "flag", choice.label,
      call: Flags.unaim(choice.value, at: organization.id).map { _ in nil },
      check: check.map { $0 ?? known },
      changes: [TabChange("Flag", choice.label, ""), TabChange("Aimed at", organization.name, "")],
      questions: [
        TabQuestion(
          "Take this flag off?",
          [
            "of \(organization.name) alone",
            choice.flag?.item.isEnabled == false
              ? "\(choice.label) is off in the whole environment, so that nobody loses anything now."
              : "Whether \(choice.label) is off in the whole environment was not said.",
            "Once it is on there, this organization has it only as everybody has. Where it is not aimed "
              + "here, nothing changes.",
          ], accept: "Take off")
      ],
      isDone: { _ in false },
      obstacle: {
        "\($0.name) is not off for everybody: where it is on here it is in the list, and d there "
          + "switches it off."
      },
      done: "\(choice.label) is aimed at \(organization.name) no longer, if it was.")
    write.canBeSeen = false
    write.adviceWhenLost = unseen
    return write
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

extension TabChoice {
  /// The flag that is picked, as the server sent it.
  fileprivate var flag: Received<Flag>? {
    guard let json, let flag = try? JSONDecoder().decode(Flag.self, from: json.bytes) else {
      return nil
    }
    return Received(flag, json: json)
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
