import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

/// What there is to tell below the panes, in as many lines as it needs.
struct News {
  /// As it is told, however long its lines are.
  var told: [TextLine]
  var lines: [TextLine]
  /// Whether the keys make room for it.
  var isInsteadOfKeys: Bool
}

extension Workspace {
  /// From so many rows up there always is room for both news and keys.
  private static let rowsForBoth = 14

  func news(_ pane: any Pane, _ scene: Scene) -> News? {
    let told = newsLines(pane, scene)
    guard !told.isEmpty else { return nil }
    let layout = scene.layout
    let isWaiting = pane.isWaiting(in: scene.console) || scene.console.detail.sought != nil
    let isSmall = layout.rows < Self.rowsForBoth
    // However long it is told: behind the next key it is seen again how to leave.
    let isSeen = told == newsAtLastKey
    let isInstead =
      isWaiting || scene.console.notice?.subject.givesWay == true
      || !scene.top.traits.isDisjoint(with: [.browses, .isTab])
      || isSmall && !isSeen
    let isAboveKeys = isSmall && !isInstead
    // Title, status line, and what is chosen from; where the keys make room, so does their line.
    var room = layout.rows - 2 - pane.rowsToBeLeft(in: layout, scene) + (isInstead ? 1 : 0)
    if isAboveKeys, room < 1 {
      // What is scrolled can spare a line for a while.
      guard pane.scrolledTo != nil else { return nil }
      room = 1
    }
    let most = layout.bodyRows - (isAboveKeys ? 4 : 2)
    return News(
      told: told,
      lines: told.flatMap { $0.wrapped(to: layout.columns - 2) }
        .ending(after: max(1, min(most, room))),
      isInsteadOfKeys: isInstead || room < 1)
  }

  private func newsLines(_ pane: any Pane, _ scene: Scene) -> [TextLine] {
    // What is asked, or typed in the last line, is not to be covered.
    if scene.top.isQuestion || scene.top.takesText && scene.top.coversStatus { return [] }
    if let line = pane.pressingNews(scene) { return [line] }
    if let sought = scene.console.detail.sought { return [scene.openingLine(sought.read)] }
    if let notice = scene.console.notice {
      // A form says by itself why nothing came of it.
      if case .tab(let told) = notice.subject, scene.console.tabs.form?.faults.failure == told,
        scene.console.otherNotices.isEmpty
      {
        return []
      }
      let words = NoticeWords(timeZone: surroundings.timeZone)
      return ([notice] + scene.console.otherNotices).map { words.line(for: $0.subject) }
    }
    return pane.news(scene).map { [$0] } ?? []
  }
}

extension Scene {
  /// What the last line says while an organization is read that is to be opened.
  func openingLine(_ read: Pending) -> TextLine {
    if let retry = console.retries[read.id], retry.until > now {
      return TextLine(ListWords.retry(retry, at: now), Palette.warning)
    }
    let seconds = Int(now.timeIntervalSince(read.since))
    return TextLine(
      "Reading the organization first" + (seconds < 1 ? "" : " · \(seconds) s") + " · Esc stops",
      Palette.accent)
  }
}
