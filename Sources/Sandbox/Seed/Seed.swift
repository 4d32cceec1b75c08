struct Seed {
  let count: Int
  func makeStore() -> OrganizationStore { OrganizationStore() }
}
