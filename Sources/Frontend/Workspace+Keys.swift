import Cells
import Foundation
import ViewModel

extension Workspace {
  /// Takes a key that was pressed at `now`, and returns what it leads to.
  ///
  /// - Parameter now: the time on a clock that only goes forward, the one of `frameWritten`.
  package mutating func handle(_ key: Key, _ snapshot: Snapshot, at now: Duration) -> [Command] {
    // What it brings up is noted after it, and it before what it answers.
    defer { keyboard.lastKey = key }
    // What a question or the help hides for a while is no news behind it.
    newsAtLastKey = news?.told ?? newsAtLastKey
    let (index, pane) = follow(snapshot.console).top
    let action = keyMap.action(for: key, in: pane)
    // Where nothing can be seen, nothing may be changed.
    if layout.isTooSmall, ![.quit, .suspend, .repaint].contains(action) { return [] }
    if keyboard.isTailOfPaste(key, meaning: action, in: pane, at: now) {
      return keyboard.asking == nil ? [.send(.keyPressed), .send(.noticed(.keyBehindPaste))] : []
    }
    // What was typed ahead was not meant as an answer, nor is what was pasted; leaving harms nothing.
    noteQuestion(of: index, in: snapshot.console)
    let isForLine = isForLine(key, meaning: action, in: pane, snapshot.console)
    let missed = keyboard.takeTextOfMissedLine(
      key, meaning: action, isForLine: isForLine, in: pane, at: now, keyMap)
    if let missed { return missed }
    // Of a burst of keys none is told about.
    let isListening = keyboard.asking?.isListening(at: now) == true
    if keyboard.ignores(key, meaning: action, in: pane, at: now) {
      // What answers nothing, however late it came, is said to do nothing.
      let isPaste = if case .paste = key { true } else { false }
      let isMeaningless =
        isListening && action == nil && !isPaste && !pane.takesText && !pane.isQuestion
      return isMeaningless ? keyboard.sayUnbound(key, in: pane, keyMap) : []
    }
    keyboard.lastKey = key
    if action == .suspend { screenWasAway() }
    if keyboard.takeCount(key, meaning: action, in: pane) { return [.send(.keyPressed)] }
    guard action != nil || pane.takesText && key.isText else {
      return keyboard.sayUnbound(key, in: pane, keyMap)
    }
    keyboard.unboundKey = nil
    keyboard.asking?.remark = nil
    if action?.isKill != true { keyboard.kills.isOpen = false }
    defer { keyboard.count = nil }
    // How far it can go does not hang on whether it was drawn yet, nor on news that is there for a moment.
    let isMovement = action?.isMovement == true && panes[index].scrolledTo != nil
    if isMovement { layout.newsRows = 0 }
    let scene = scene(snapshot, top: pane)
    if isMovement { panes[index].fit(scene) }
    let place = panes[index].scrolledTo
    let reactions =
      action.map { perform($0, in: index, scene) } ?? type(key, in: index, scene)
    if isMovement, let action, reactions.isEmpty, panes[index].scrolledTo == place,
      snapshot.console.detail.sought == nil, !snapshot.console.drafts.isOpening
    {
      return sayEnd(of: action)
    }
    let leavesLine = pane.takesText && action?.leavesLine == true
    return [.send(.keyPressed)] + (leavesLine ? [.send(.wentOn)] : [])
      + reactions.flatMap { carryOut($0, in: index, scene) }
  }

  /// Whether a key is pressed to type something in the line or the form that it opens, if it can.
  private func isForLine(
    _ key: Key, meaning action: Action?, in pane: PaneName, _ console: Console
  ) -> Bool {
    // Where it means nothing, it is pressed for what it does beside the rows of the list.
    guard let action else { return keyMap.action(for: key, in: .list)?.isForLine == true }
    // Whose sign-in it is need not be asked of a person's card.
    if action == .checkSignIn, pane == .person { return false }
    if action.isForLine { return true }
    return console.tabs[action: action.rawValue].map { console.tabs.beginsWithText($0) } ?? false
  }

  /// Says that there is nothing more in the direction of a movement.
  private mutating func sayEnd(of movement: Action) -> [Command] {
    let end = movement.isUpward ? Notice.End.beginningOfText : .endOfText
    guard keyboard.asking != nil else {
      return [.send(.keyPressed), .send(.noticed(.atEnd(end)))]
    }
    // In the frame: news below would take a line, and so move the end.
    keyboard.asking?.remark = NoticeWords.words(for: end)
    return [.send(.keyPressed)]
  }

  /// Carries out what is for the panes; what is not comes back.
  private mutating func carryOut(
    _ reaction: Reaction, in pane: Int, _ scene: Scene
  ) -> [Command] {
    switch reaction {
    case .command(let command): return [command]
    case .put(let pane):
      put(pane)
      return [.send(.wentOn)]
    case .toggleWidth: isWide.toggle()
    case .handOn(let action):
      guard let below = panes[..<pane].lastIndex(where: { $0.name(in: scene.console) != nil })
      else { break }
      let reactions = panes[below].perform(action, scene, &keyboard)
      return reactions.flatMap { carryOut($0, in: below, scene) }
    }
    return []
  }

  private mutating func type(_ key: Key, in pane: Int, _ scene: Scene) -> [Reaction] {
    let text: String
    switch key {
    case .character(let character): text = String(character)
    case .paste(let pasted): text = panes[pane].textPasted(pasted)
    default: return []
    }
    let reactions = panes[pane].edit(scene, &keyboard) { $0.insert(text) }
    let blanks = LineEditor.controls(in: text)
    // What the pane itself has to say of it comes after that.
    return reactions.isEmpty || blanks == 0
      ? reactions : [.send(.noticed(.pastedAsOneLine(blanks)))] + reactions
  }

  private mutating func perform(
    _ action: Action, in pane: Int, _ scene: Scene
  ) -> [Reaction] {
    switch action {
    case .quit:
      // A dialog that is open stays open behind the question, or the question would be skipped.
      for index in panes.indices { panes[index].quitWanted() }
      return [.send(.quitWanted)]
    case .suspend: return [.command(.suspend)]
    case .repaint: return [.command(.repaint)]
    case .help: return [.put(HelpPane(of: scene.top))]
    default: break
    }
    let hindrance = panes[pane].hindrance(to: action, scene)
    if case .because(let words)? = hindrance {
      return [.send(.noticed(.notPossible(because: words)))]
    }
    let opening =
      action.isMovement ? nil : panes.lazy.compactMap { $0.opening(by: action, scene) }.first
    let reactions = opening ?? panes[pane].perform(action, scene, &keyboard)
    // No key is silent: what it is for is not there. One that has opened a line has done something.
    let isOpenAsBefore = panes[pane].name(in: scene.console) == scene.top
    guard reactions.isEmpty, isOpenAsBefore, let hindrance, !scene.top.takesText,
      let key = keyboard.lastKey
    else { return reactions }
    let words =
      hindrance == .notThereYet
      ? "Nothing is here yet for \(KeyName.of(key)) to do: it is still being read."
      : "There is nothing here for \(KeyName.of(key)) to do."
    return [.send(.noticed(.notPossible(because: words)))]
  }
}
