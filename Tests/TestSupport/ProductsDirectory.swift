import Foundation

/// Where the build put the executables, beside the tests that are running.
package enum ProductsDirectory {
  /// The path of a built executable; nil when it has not been built.
  package static func executable(_ name: String) -> String? {
    candidates.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// XCTest is told the test bundle's path; Swift Testing's runner lies in the products itself.
  private static var candidates: [String] {
    let runner = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return (CommandLine.arguments + [runner].compactMap { $0 }).map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path
    }
  }
}
