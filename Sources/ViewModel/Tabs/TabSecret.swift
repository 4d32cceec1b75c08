import Delivery
import Foundation

/// Something that opens a door for whoever has it, such as the value of a key, a link or a token.
///
/// It is in the console's state while its dialog is open and no longer; it is in no description, mirror,
/// journal or log, and a row keeps none. A tab gets one by the answer to a write, in `TabRow.secrets`, or
/// by a call of its own, `TabLead.secret`.
package struct TabSecret: Equatable, Sendable {
  package struct Value: Equatable, Sendable {
    /// What it is, such as “Link”.
    package let label: String
    /// The secret itself; only its dialog and the clipboard may hold it.
    package let text: String

    package init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// When it goes by itself.
  package struct Clock: Equatable, Sendable {
    package let seconds: TimeInterval
    /// Said before the time that is left, such as “The link works for another”.
    package let words: String
    /// Said once it is over, as a sentence.
    package let ending: String

    package init(_ seconds: TimeInterval, _ words: String, ending: String) {
      self.seconds = seconds
      self.words = words
      self.ending = ending
    }
  }

  /// What the dialog is called, such as “The new API key”.
  package let title: String
  /// What it belongs to, such as the key's name.
  package let name: String
  /// What is to be known about it, in sentences.
  package let text: [String]
  package let values: [Value]
  /// Whether nobody can show it again: it is legible at once, and closing it uncopied asks.
  package let isShownOnce: Bool
  /// Whether closing it uncopied asks, as another one would have to be made.
  package let asksWhenUncopied: Bool
  package let clock: Clock?

  package init(
    _ title: String, of name: String, _ text: [String], values: [Value], isShownOnce: Bool = false,
    asksWhenUncopied: Bool? = nil, clock: Clock? = nil
  ) {
    self.title = title
    self.name = name
    self.text = text
    self.values = values
    self.isShownOnce = isShownOnce
    self.asksWhenUncopied = asksWhenUncopied ?? isShownOnce
    self.clock = clock
  }
}

extension TabSecret {
  /// The same where what it belongs to is not as it was sent.
  var ofAnother: TabSecret {
    TabSecret(
      title, of: name,
      text + ["The server shows something else than was sent: look at it before you hand this on."],
      values: values, isShownOnce: isShownOnce, asksWhenUncopied: asksWhenUncopied, clock: clock)
  }
}

extension TabSecret.Value: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  package var description: String { "\(label) …" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["label": label]) }
}

/// A secret while its dialog is open.
package struct TabSecretSession: Equatable, Sendable {
  package let secret: TabSecret
  /// When it goes by itself; nil: only when it is closed.
  package let ends: Date?
  /// Whether it can be read, and not only copied.
  package var isShown: Bool
  /// Whether it was handed to a clipboard.
  package var isCopied = false
  /// Whether it was to be closed, and it is asked whether that is meant.
  package var isClosing = false

  init(_ secret: TabSecret, at now: Date) {
    self.secret = secret
    ends = secret.clock.map { now.addingTimeInterval($0.seconds) }
    isShown = secret.isShownOnce
  }

  /// Whether closing it loses what nobody has.
  package var isAtStake: Bool { secret.asksWhenUncopied && !isCopied }
}

/// A secret that is being read.
struct TabSecretReading: Equatable, Sendable {
  var pending: Pending
  /// What is read, such as “the link to accept”.
  var what: String
}
