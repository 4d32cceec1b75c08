import Cells
import ViewModel
import WorkOS

extension PaneName {
  package static let doctor = PaneName("domain-doctor", "Domain doctor", [.isRead])
}

extension Action {
  /// The action of the Domains tab.
  static let verifyDomain = Action("verify-domain")
  static let copyForCustomer = Action("copy-for-customer")
}

/// What DNS has of a domain that is to be verified, beside what is expected.
struct DoctorPane: Pane {
  private var text = ScrolledText()

  init() {}

  let causes: PaneCauses = .tab

  func name(in console: Console) -> PaneName? { console.tabs.doctor.map { _ in .doctor } }

  // MARK: Keys

  var scrolledTo: [Int]? { [text.scroll.top] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    if text.scroll.perform(action, screenful: scene.layout.listRows, count: keyboard.count) {
      return []
    }
    guard let doctor = scene.console.tabs.doctor else { return [] }
    switch action {
    case .back: return [.send(.tab(.doctor(.closed)))]
    case .refresh: return [.send(.tab(.doctor(.lookAgainWanted)))]
    case .verifyDomain: return [.send(.tab(.actionWanted(action.rawValue)))]
    case .copyForCustomer:
      return [
        .copy(CopiedText(lines: DoctorWords.letter(doctor.domain)), what: "a text for the customer")
      ]
    default: return []
    }
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    let tabs = scene.console.tabs
    if action == .copyForCustomer, tabs.examined?.state?.isVerified == true {
      return .because("It is verified: there is nothing for the customer to add.")
    }
    guard action == .verifyDomain, let doctor = tabs.doctor else { return nil }
    // What is asked for is about the row that is marked.
    guard tabs.state?.selected?.id == doctor.row else {
      return .because("The domain is no longer in the list.")
    }
    if tabs.watch(of: doctor.row) != nil {
      return .because("WorkOS is looking for the record already.")
    }
    guard let tab = tabs[action: action.rawValue], let notice = tabs.hindrance(to: tab) else {
      return nil
    }
    return .because(TabNoticeWords.words(for: notice, scene.times).0)
  }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    guard let doctor = scene.console.tabs.doctor else { return }
    let words = DoctorWords(
      doctor: doctor, now: scene.console.tabs.examined,
      isWaiting: scene.console.tabs.watch(of: doctor.row) != nil,
      isReadOnly: scene.console.workplace.isReadOnly, keyMap: scene.keyMap,
      holders: scene.console.tabs.sharedDomains.holders(of: doctor.domain.domain))
    let title = "Domain doctor: "
    // The frame of a box as wide as the screen, and a blank on each side.
    let room = max(16, scene.layout.columns - DisplayWidth.of(title) - 8)
    let name = DomainWords.both(doctor.domain.domain, fitting: room)
    text.fit(
      words.lines, title: title + ListWords.shortened(name, columns: room), in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) { text.draw(scene, on: &canvas) }
}
