import Delivery
import WorkOS

/// The detail: opened, closed, and gone on with from one organization to the next.
extension Console {
  mutating func handle(_ event: DetailEvent, _ turn: inout Turn) {
    switch event {
    case .opened(let id):
      if let organization = list.organization(id) { detail.open(organization, &turn) }
    case .left where detail.sought != nil: handle(DetailEvent.seekingLeft, &turn)
    case .left where detail.stepsWanted == 0: if !returnToAnswer(&turn) { goBack(&turn) }
    case .closed where detail.stepsWanted > 0, .left:
      // What is awaited is given up first.
      detail.stepsWanted = 0
      list.update(.left, &turn)
    case .closed: if !returnToAnswer(&turn) { detail.close(&turn) }
    case .refreshWanted:
      detail.refresh(&turn)
      if overviewed != nil { overview.refresh(&turn) }
    case .auditLogRead(let id, let result): overview.take(id, result)
    case .retentionWanted:
      drafts.openedInTab = nil
      changeRetention(&turn)
    case .stepped(let count): step(by: count, &turn)
    case .sought(let id): seek(id, &turn)
    case .ledTo(let id, let records): go(to: AnswerPlace(id, ""), from: records, &turn)
    case .seekingLeft:
      if let sought = detail.sought { turn.cancel(sought.read) }
      detail.sought = nil
    }
  }

  // MARK: The next and the one before

  private mutating func step(by count: Int, _ turn: inout Turn) {
    guard let organization = detail.organization, count != 0 else { return }
    if detail.stepsWanted > 0 {
      // The page that is awaited comes first; steps back take back steps on, and with the last the page.
      let steps = detail.stepsWanted + count
      detail.stepsWanted = max(0, steps)
      if steps <= 0 { list.update(.left, &turn) }
      if steps < 0 { step(by: steps, &turn) }
      return
    }
    let row = list.row(of: organization.id) ?? list.selectedRow ?? 0
    show(row: row + count, &turn)
  }

  /// Opens the row of this number on the page on screen, or beyond it on the pages around.
  private mutating func show(row: Int, _ turn: inout Turn) {
    var row = row
    while !list.rows.indices.contains(row) {
      let (page, count) = (list.pageIndex, list.rows.count)
      if row < 0 { list.turnBack(&turn) } else { list.update(.nextPageWanted, &turn) }
      if list.isTurning, !list.isFiltered, row >= count {
        detail.stepsWanted = row - count + 1
        return
      }
      guard list.pageIndex != page else {
        turn.notice = row < 0 ? .firstOrganization : .lastOrganization
        row = row < 0 ? 0 : list.rows.count - 1
        if list.rows.isEmpty { return }
        break
      }
      row = row < 0 ? row + list.rows.count : row - count
    }
    let organization = list.rows[row].organization
    list.update(.rowWanted(row), &turn)
    guard organization.id != detail.organization?.id else { return }
    detail.open(organization, &turn)
    detail.isSteppedTo = true
  }

  /// Goes on once the page is there that was awaited.
  mutating func takeStepsWanted(_ turn: inout Turn) {
    guard detail.stepsWanted > 0, !list.isTurning else { return }
    let steps = detail.stepsWanted
    detail.stepsWanted = 0
    // Where it did not come, what is open stays.
    guard let selected = list.selectedRow, list.rows[selected].id != detail.organization?.id,
      selected == 0
    else { return }
    show(row: steps - 1, &turn)
  }

  // MARK: One that may be in no list

  private mutating func seek(_ id: Organization.ID, _ turn: inout Turn) {
    if let sought = detail.sought { turn.cancel(sought.read) }
    detail.sought = nil
    if let organization = list.organization(id) {
      list.update(.selected(id), &turn)
      detail.open(organization, &turn)
    } else {
      detail.sought = SoughtOrganization(id: id, read: turn.read(id, for: .sought))
    }
  }

  mutating func openSought(
    _ request: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    guard let sought = detail.sought, sought.read.id == request else { return }
    detail.sought = nil
    switch result {
    case .success(let organization):
      detail.close(&turn)
      (detail.organization, detail.readAt) = (organization, turn.now)
    case .failure(let error):
      if error.isNotFound, !tabs.unsent.isEmpty { drafts.gone.insert(sought.id) }
      turn.notice =
        error.isNotFound ? .organizationGone(name: sought.id.rawValue) : .readFailed(error)
    }
  }
}
