import Cells
import ViewModel
import WorkOS

extension PaneName {
  package static let copying = PaneName("copying", "Copy menu", .coversStatus)
}

/// What of an organization can be copied.
struct CopyMenuPane: Pane {
  private var organization: Organization?

  init() {}

  init(of organization: Organization) {
    self.organization = organization
  }

  func opening(by action: Action, _ scene: Scene) -> [Reaction]? {
    guard action == .copyMenu, scene.console.tabs.current == nil else { return nil }
    return scene.subject.map { [.put(CopyMenuPane(of: $0))] }
  }

  let causes: PaneCauses = []

  func name(in console: Console) -> PaneName? { organization == nil ? nil : .copying }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    guard let organization else { return [] }
    self = CopyMenuPane()
    return action == .back ? [] : copy(action, of: organization, scene)
  }

  mutating func quitWanted() { self = CopyMenuPane() }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    guard let organization else { return nil }
    let isThere =
      switch action {
      case .copyName: !organization.name.isBlank
      case .copyExternalID: organization.externalID != nil
      case .copyDomains: !organization.domains.isEmpty
      case .copyRecords: organization.domains.contains { VerificationRecord(for: $0) != nil }
      default: true
      }
    return isThere ? nil : .nothingThere
  }

  private func copy(
    _ action: Action, of organization: Organization, _ scene: Scene
  ) -> [Reaction] {
    switch action {
    case .copyID: [.copy(CopiedText(line: organization.id.rawValue), what: "the id")]
    case .copyName: [.copy(CopiedText(line: organization.name), what: "the name")]
    case .copyExternalID:
      organization.externalID.map { [.copy(CopiedText(line: $0), what: "the external id")] }
        ?? [.send(.noticed(.nothingToCopy(what: "external id")))]
    case .copyDomains:
      organization.domains.isEmpty
        ? [.send(.noticed(.nothingToCopy(what: "domain")))]
        : [.copy(CopiedText(lines: organization.domains.map(\.domain)), what: "the domains")]
    case .copyRecords: copyRecords(of: organization)
    case .copyJSON: [.copy(CopiedText(json: organization.json), what: "the JSON")]
    case .copyCurl:
      [
        .copy(
          CopiedText(
            line: CurlCommand.reading(organization.id, at: scene.surroundings.baseURL)),
          what: "the command")
      ]
    default: []
    }
  }

  private func copyRecords(of organization: Organization) -> [Reaction] {
    let records = organization.domains.compactMap(VerificationRecord.init)
    return records.isEmpty
      ? [.send(.noticed(.nothingToCopy(what: "DNS record of an unverified domain")))]
      : [.copy(CopiedText(lines: records.map(\.line)), what: "the DNS records")]
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let bindings = scene.keyMap.bindings(in: .copying)
      .filter { $0.action.rawValue.hasPrefix("copy-") }
    let lines = bindings.map { binding in
      TextLine(
        spans: [
          Span(KeyName.of(binding.keys).padded(to: 4), Palette.key), Span(binding.help),
        ])
    }
    let box = DialogBox(
      rows: lines.count, columns: lines.map(\.width).max() ?? 20, in: scene.layout)
    box.drawFrame(title: "Copy", on: &canvas)
    box.draw(lines, on: &canvas)
  }
}
