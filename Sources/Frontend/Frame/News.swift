import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

/// What there is to tell below the panes, in as many lines as it needs.
struct News {
  var lines: [TextLine]
  /// Whether the keys make room for it; they come back with the next key.
  var isInsteadOfKeys: Bool
}

extension Workspace {
  func news(_ pane: any Pane, _ scene: Scene) -> News? {
    let lines = newsLines(pane, scene)
    guard !lines.isEmpty else { return nil }
    let isWaiting = pane.isWaiting(in: scene.console) || scene.console.detail.sought != nil
    // On a small screen there is no room for both.
    let isInstead =
      isWaiting || scene.console.notice?.subject.givesWay == true
      || !scene.top.traits.isDisjoint(with: [.browses, .isTab])
      || scene.layout.rows < 14
    // Title, status line, and what is chosen from; where the keys make room, so does their line.
    let layout = scene.layout
    let room = layout.rows - 2 - pane.rowsToBeLeft(in: layout, scene) + (isInstead ? 1 : 0)
    return News(
      lines: lines.flatMap { $0.wrapped(to: layout.columns - 2) }
        .ending(after: max(1, min(layout.bodyRows - 2, room))),
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
