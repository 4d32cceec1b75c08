/// How many members a seeded organization has, and which of them are written by hand.
struct MemberPlan {
  var count: Int
  var people: [SeedMembers.Person] = []
  var guests: [SeedMembers.Guest] = []
  /// How many of the first are admins, and active.
  var admins = 1
  /// Whether nobody else is one.
  var hasFewAdmins = false
  var isDirectoryManaged = false

  init(position: Int) {
    var random = SplitMix(seed: 0xBEE ^ UInt64(position) &* 0x9E37_79B9)
    // Few members are more frequent than many.
    count = 3 + random.number(below: 1 + random.number(below: 38))
    isDirectoryManaged = position % 9 == 4
    if SeedShowcase.organizations.indices.contains(position) {
      adapt(to: SeedShowcase.organizations[position].name)
    }
  }

  private mutating func adapt(to name: String) {
    switch name {
    case "Acme Corporation":
      people = Self.acme
      count = 24
      isDirectoryManaged = false
    case "Northwind Traders":
      // Bob works for both; Ravi is active here, and not there.
      guests = [
        .init(email: "bob@gmail.com", home: Self.acmePosition, role: "viewer")
      ]
    case "Globex Industries": count = 10_000
    case "Initech":
      count = 9
      hasFewAdmins = true
    case "Smørbrød & Co.":
      count = 1
      hasFewAdmins = true
    case "Acme Test (delete me)": count = 0
    case "Umbrella Health":
      count = 38
      isDirectoryManaged = true
    case "Stark Robotics": people = Self.hostile
    default: break
    }
  }

  private static let acmePosition = 1

  private static let acme: [SeedMembers.Person] = [
    .init(firstName: "Jane", lastName: "Doe", email: "jane@acme.com", role: "admin"),
    .init(
      firstName: "Ravi", lastName: "Kumar", email: "ravi.kumar@acme.com", role: "member",
      status: .inactive),
    .init(
      firstName: "Lena", lastName: "Fischer", email: "lena.fischer@acme.com", role: "member",
      status: .pending),
    .init(firstName: "Bob", lastName: "Brown", email: "bob@gmail.com", role: "billing"),
  ]

  /// Names that try to take over a terminal.
  private static let hostile: [SeedMembers.Person] = [
    .init(
      firstName: "Evil\u{1B}[2J", lastName: "\u{202E}eoD\u{9B}31m", email: "evil@stark.example",
      role: "admin"),
    .init(
      firstName: "👩‍🚀 Zoë\nSecond", lastName: "Line", email: "zoe@stark.example", role: "viewer"),
  ]
}
