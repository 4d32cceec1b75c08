import Cells
import Frontend
import WorkOS

extension Driver {
  /// A console with the form of an organization open.
  static func editing(_ organization: Organization, rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver.listing([organization], rows: rows, columns: columns)
    driver.press(.character("e"))
    return driver
  }

  static var theirs: Organization {
    var theirs = Sample.acme
    theirs.name = "Acme Incorporated"
    theirs.externalID = "theirs"
    return theirs
  }

  /// A console in which two fields were changed by somebody else as well.
  static func conflicting() -> Driver {
    var driver = Driver.editing(Sample.acme)
    driver.type("!")
    driver.press(.down)
    driver.type("!")
    driver.press(.control("s"), .enter)
    driver.answerRead(.success(theirs))
    return driver
  }
}
