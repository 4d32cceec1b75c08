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
    .target(name: "JSON"),
    .target(name: "WorkOS", dependencies: ["JSON"]),
    .target(name: "Delivery", dependencies: ["WorkOS", "JSON"]),
    .target(name: "ViewModel", dependencies: ["Delivery", "WorkOS", "JSON"]),
    .target(name: "Frontend", dependencies: ["ViewModel", "Delivery", "WorkOS", "Cells", "JSON"]),
    .target(name: "Records", dependencies: ["ViewModel", "Delivery", "WorkOS", "JSON"]),
    .target(name: "CResolver", linkerSettings: [.linkedLibrary("resolv")]),
    .target(name: "CWipe"),
    .target(name: "Resolver", dependencies: ["CResolver", "ViewModel"]),
    .target(name: "Sandbox"),
    .executableTarget(
      name: "workos-console",
      dependencies: [
        "CWipe", "Cells", "Curses", "Delivery", "Frontend", "JSON", "Records", "Resolver",
        "Sandbox",
        "ViewModel", "WorkOS",
      ]
    ),
    .target(
      name: "TestSupport", dependencies: ["Cells", "JSON", "ViewModel", "WorkOS"],
      path: "Tests/TestSupport"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Cells", "Curses", "Frontend", "JSON", "Sandbox", "ViewModel", "WorkOS"],
      path: "Tests/Benchmarks",
      exclude: ["beside-peers.py"]
    ),
    .executableTarget(
      name: "Crashes", dependencies: ["Cells", "Curses"], path: "Tests/Crashes"),
    .target(
      name: "Storms", dependencies: ["Delivery", "JSON", "TestSupport", "ViewModel", "WorkOS"],
      path: "Tests/Storms"),
    .executableTarget(
      name: "Soak", dependencies: ["Delivery", "Sandbox", "Storms", "ViewModel", "WorkOS"],
      path: "Tests/Soak"),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "TestSupport"],
      exclude: ["generate-wide-ranges.py"]),
    .testTarget(name: "CursesTests", dependencies: ["Cells", "Curses", "TestSupport"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "WorkOSTests", dependencies: ["WorkOS", "JSON", "TestSupport"]),
    .testTarget(name: "SandboxTests", dependencies: ["Sandbox", "TestSupport"]),
    .testTarget(
      name: "DeliveryTests", dependencies: ["Delivery", "JSON", "TestSupport", "WorkOS"]),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "Delivery", "JSON", "ViewModel", "WorkOS"]),
    .testTarget(name: "ResolverTests", dependencies: ["Resolver", "TestSupport", "ViewModel"]),
    .testTarget(
      name: "ViewModelTests",
      dependencies: ["Storms", "Delivery", "JSON", "ViewModel", "WorkOS", "TestSupport"]),
    .testTarget(
      name: "FrontendTests",
      dependencies: [
        "Frontend", "Delivery", "JSON", "Storms", "ViewModel", "WorkOS", "Cells", "TestSupport",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Curses", "Delivery", "Frontend", "Sandbox", "ViewModel", "WorkOS", "workos-console",
      ]),
    .testTarget(
      name: "TabTests",
      dependencies: [
        "Cells", "Delivery", "Frontend", "JSON", "Records", "Sandbox", "TestSupport", "ViewModel",
        "WorkOS",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["CWipe", "Cells", "Crashes", "Sandbox", "TestSupport", "workos-console"]),
  ],
  swiftLanguageModes: [.v6]
)
