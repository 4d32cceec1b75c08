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

  func rowsToBeLeft(in layout: Layout, _ scene: Scene) -> Int {
    let count = bindings(scene).count
    let rows = count + 2 <= layout.rows - 2 ? count : (count + 1) / 2
    return rows + 2
  }

  private func bindings(_ scene: Scene) -> [KeyBinding] {
    scene.keyMap.bindings(in: .copying).filter { $0.action.rawValue.hasPrefix("copy-") }
  }

  /// What there is to choose from: each in a line of its own, or in few words, two in a line.
  private func lines(_ scene: Scene, room: Int) -> [TextLine] {
    let bindings = bindings(scene)
    func choice(_ binding: KeyBinding, _ words: String) -> [Span] {
      [Span(KeyName.of(binding.keys).padded(to: 4), Palette.key), Span(words)]
    }
    guard bindings.count > room else {
      return bindings.map { TextLine(spans: choice($0, $0.help)) }
    }
    let half = (bindings.count + 1) / 2
    let width = (bindings.prefix(half).map { DisplayWidth.of($0.title) }.max() ?? 0) + 2
    return (0..<half).map { row in
      let beside = row + half < bindings.count ? bindings[row + half] : nil
      return TextLine(
        spans: choice(bindings[row], bindings[row].title.padded(to: width))
          + (beside.map { choice($0, $0.title) } ?? []))
    }
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let layout = scene.layout
    let lines = lines(scene, room: layout.rows - layout.newsRows - 4)
    let box = DialogBox(
      rows: lines.count, columns: lines.map(\.width).max() ?? 20, in: layout)
    box.drawFrame(title: "Copy", on: &canvas)
    box.draw(lines, on: &canvas)
  }
}
