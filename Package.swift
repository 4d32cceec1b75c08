// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "workos-console",
  products: [
    .executable(name: "workos-console", targets: ["workos-console"])
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "Cells"),
    .target(name: "Curses", dependencies: ["Cells", "CNcurses"]),
    .target(name: "WorkOS"),
    .target(name: "ViewModel", dependencies: ["WorkOS"]),
    .target(name: "Frontend", dependencies: ["ViewModel", "WorkOS", "Cells"]),
    .target(name: "Records", dependencies: ["ViewModel", "WorkOS"]),
    .target(name: "Sandbox"),
    .executableTarget(
      name: "workos-console",
      dependencies: ["Cells", "Curses", "Frontend", "Records", "Sandbox", "ViewModel", "WorkOS"]
    ),
    .target(name: "TestSupport", dependencies: ["Cells", "WorkOS"], path: "Tests/TestSupport"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Cells", "Curses", "Frontend", "ViewModel", "WorkOS"],
      path: "Tests/Benchmarks",
      exclude: ["beside-peers.py"]
    ),
    .executableTarget(
      name: "Crashes", dependencies: ["Cells", "Curses"], path: "Tests/Crashes"),
    .target(name: "Storms", dependencies: ["ViewModel", "WorkOS"], path: "Tests/Storms"),
    .executableTarget(
      name: "Soak", dependencies: ["Sandbox", "Storms", "ViewModel", "WorkOS"], path: "Tests/Soak"),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "TestSupport"],
      exclude: ["generate-wide-ranges.py"]),
    .testTarget(name: "CursesTests", dependencies: ["Cells", "Curses", "TestSupport"]),
    .testTarget(name: "WorkOSTests", dependencies: ["WorkOS", "TestSupport"]),
    .testTarget(name: "SandboxTests", dependencies: ["Sandbox", "TestSupport"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "ViewModel", "WorkOS"]),
    .testTarget(
      name: "ViewModelTests", dependencies: ["Storms", "ViewModel", "WorkOS", "TestSupport"]),
    .testTarget(
      name: "FrontendTests",
      dependencies: ["Frontend", "ViewModel", "WorkOS", "Cells", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["Curses", "Frontend", "Sandbox", "ViewModel", "WorkOS", "workos-console"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["Cells", "Crashes", "Sandbox", "TestSupport", "workos-console"]),
  ],
  swiftLanguageModes: [.v6]
)
