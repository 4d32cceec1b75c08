import Cells
import TestSupport
import Testing

/// Fails the test unless the driver's screen is the golden of that name.
func expectScreen(
  _ name: String, of driver: Driver, withStyles: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var driver = driver
  let screen = driver.screen
  let cells = (0..<screen.rows).flatMap { screen.row($0) }
  for cell in cells where cell.base.properties.isAlphabetic {
    // Colours are for signs; and dim are words only below a box.
    #expect(cell.style.color == .standard, sourceLocation: sourceLocation)
    #expect(
      !cell.style.attributes.contains(.dim) || screen.text.contains("┌"),
      sourceLocation: sourceLocation)
  }
  GoldenScreen(name, besideTest: goldenNeighbour)
    .expect(screen, withStyles: withStyles, sourceLocation: sourceLocation)
}

/// The file beside which the goldens lie: this one's folder is one too deep.
private let goldenNeighbour = #filePath.replacing("/Support/", with: "/")
