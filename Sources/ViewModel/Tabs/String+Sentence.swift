extension String {
  /// The same as it begins a sentence.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
