import TestSupport
import Testing

/// Fails the test unless the driver's screen is the golden of that name.
func expectScreen(
  _ name: String, of driver: Driver, withStyles: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var driver = driver
  GoldenScreen(name, besideTest: goldenNeighbour)
    .expect(driver.screen, withStyles: withStyles, sourceLocation: sourceLocation)
}

/// The file beside which the goldens lie: this one's folder is one too deep.
private let goldenNeighbour = #filePath.replacing("/Support/", with: "/")
