import Testing
import WorkOS

@testable import ViewModel

/// The roles of an organization, of which only its own are written.
struct RolesTabTests {
  private static let path =
    "/authorization/organizations/\(Organization.ID.number(1).rawValue)/roles"

  private func role(
    _ slug: String, _ name: String, isOwn: Bool = true, permissions: [String] = []
  ) throws -> TabRow {
    let list = permissions.map { "\"\($0)\"" }.joined(separator: ",")
    return try .made(
      """
      {"slug":"\(slug)","name":"\(name)","permissions":[\(list)],
      "type":"\(isOwn ? "OrganizationRole" : "EnvironmentRole")"}
      """
    ) { TabRow($0 as Received<Role>) }
  }

  private func visit(permissions: [String] = ["audit:read"]) throws -> TabVisit {
    TabVisit(
      RolesTab(),
      [
        try role("org-auditor", "Auditor", permissions: permissions),
        try role("admin", "Admin", isOwn: false),
      ])
  }

  @Test(arguments: ["edit-role", "set-permissions", "delete-role"])
  func `a role of the environment is only read, and that is said`(action: String) throws {
    var visit = try visit()

    visit.tab(.selectionMoved(by: 1), .actionWanted(action))

    #expect(
      visit.notice
        == .notPossible(
          "Admin is a role of the whole environment. It is only read here, as a change would reach "
            + "every organization."))
    #expect(visit.tabs.form == nil && visit.tabs.asking == nil)
  }

  @Test func `a role is created with its slug, or with one that WorkOS makes`() throws {
    var visit = try visit()
    visit.tab(.actionWanted("create-role"), .textChanged(" Reviewer ", field: "name"), .submitted)
    #expect(visit.write?.changes.map(\.new) == ["Reviewer", "made by WorkOS, from the name"])
    visit.tab(.formLeft, .textChanged("org-reviewer", field: "slug"), .submitted, .reviewAccepted)
    visit.answer(.row(nil))

    #expect(visit.sent == [#"POST \#(Self.path) {"slug":"org-reviewer","name":"Reviewer"}"#])
    visit.answer(.row(try role("org-reviewer", "Reviewer")))
    #expect(visit.rows.last == "Reviewer", "in the order of priority a new one is the last")
  }

  @Test(arguments: ["Reviewer", "org-Reviewer", "reviewer", "org-a b"])
  func `a slug that WorkOS would refuse is refused at once`(slug: String) throws {
    var visit = try visit()

    visit.tab(
      .actionWanted("create-role"), .textChanged("Reviewer", field: "name"),
      .textChanged(slug, field: "slug"), .submitted)

    #expect(visit.tabs.form?.problem(in: "slug") != nil)
    #expect(visit.write == nil)
  }

  @Test func `a slug that is taken is said at its field`() throws {
    var visit = try visit()
    visit.tab(
      .actionWanted("create-role"), .textChanged("Reviewer", field: "name"), .submitted,
      .reviewAccepted)
    visit.answer(.row(nil))

    visit.refuse(409, code: "organization_role_slug_conflict")
    visit.answer(.row(nil))

    #expect(visit.tabs.form?.problem(in: "slug") == "No.")
  }

  @Test func `permissions are picked of all pages, and what goes and comes is reviewed`() throws {
    var visit = try visit()
    visit.tab(.actionWanted("set-permissions"))
    #expect(visit.asked?.path == "/authorization/permissions")
    visit.answer(
      .choicePage(Page(items: [TabChoice("audit:read", "Read the audit log")], after: "perm_1")))
    visit.answer(.choicePage(Page(items: [TabChoice("reports:read", "Read reports")])))

    visit.tab(
      .picked("reports:read", field: "permissions", beside: false),
      .picked("audit:read", field: "permissions", beside: false), .submitted)
    #expect(
      visit.write?.changes == [
        TabChange("Permission", "audit:read", ""), TabChange("Permission", "", "reports:read"),
      ])
    visit.tab(.reviewAccepted)
    visit.answer(.row(try role("org-auditor", "Auditor", permissions: ["audit:read"])))

    #expect(
      visit.sent == [
        #"PUT \#(Self.path)/org-auditor/permissions {"permissions":["reports:read"]}"#
      ])
  }

  @Test func `all permissions can be taken away`() throws {
    var visit = try visit()
    visit.tab(.actionWanted("set-permissions"))
    visit.answer(.choicePage(Page(items: [TabChoice("audit:read", "Read the audit log")])))

    visit.tab(.picked("audit:read", field: "permissions", beside: false), .submitted)

    #expect(visit.write?.call.request.body?.text == #"{"permissions":[]}"#)
  }

  @Test func `what someone else allowed meanwhile is told, and nothing is sent`() throws {
    var visit = try visit()
    visit.tab(
      .actionWanted("edit-role"), .textChanged("Reader", field: "name"), .submitted, .reviewAccepted
    )

    visit.answer(
      .row(try role("org-auditor", "Auditor", permissions: ["audit:read", "billing:manage"])))

    #expect(visit.sent == [])
    #expect(
      visit.notice
        == .outdated(
          .change, name: "Auditor",
          [TabChange("Permissions", "audit:read", "audit:read, billing:manage")]))
    #expect(visit.tabs.form?.values["name"].text == "Reader")
  }

  private func auditor(_ description: String) throws -> TabRow {
    try .made(
      """
      {"slug":"org-auditor","name":"Auditor","description":"\(description)",
      "type":"OrganizationRole"}
      """
    ) { TabRow($0 as Received<Role>) }
  }

  @Test func `someone else's change to a field that was not touched is not undone by the next try`()
    throws
  {
    var visit = TabVisit(RolesTab(), [try auditor("Old")])
    visit.tab(
      .actionWanted("edit-role"), .textChanged("Reader", field: "name"), .submitted, .reviewAccepted
    )
    visit.answer(.row(try auditor("Theirs")))

    visit.tab(.submitted)

    #expect(visit.tabs.form?.values["description"].text == "Theirs")
    #expect(visit.write?.call.request.body?.text == #"{"name":"Reader"}"#)
  }

  @Test func `what is typed over someone else's change is marked in the review`() throws {
    var visit = TabVisit(RolesTab(), [try auditor("Old")])
    visit.tab(
      .actionWanted("edit-role"), .textChanged("Mine", field: "description"), .submitted,
      .reviewAccepted)
    visit.answer(.row(try auditor("Theirs")))

    visit.tab(.submitted)

    #expect(
      visit.write?.warnings
        == ["Someone else has changed this since it was typed (Description: Old → Theirs)."])
  }

  @Test func `nor by a form that is opened again after it`() throws {
    var visit = TabVisit(RolesTab(), [try auditor("Old")])
    visit.tab(.actionWanted("edit-role"), .textChanged("Reader", field: "name"), .formLeft)
    visit.tab(.refreshWanted)
    visit.answer(.page(Page(items: [try auditor("Theirs")])))

    visit.tab(.actionWanted("edit-role"), .foundAnswered(.goOn), .submitted)

    #expect(visit.tabs.form?.values["description"].text == "Theirs")
    #expect(visit.write?.call.request.body?.text == #"{"name":"Reader"}"#)
  }

  @Test func `only what was changed is sent, and an empty description as null`() throws {
    var visit = TabVisit(
      RolesTab(),
      [
        try .made(
          #"{"slug":"org-a","name":"A","description":"Old","type":"OrganizationRole"}"#
        ) { TabRow($0 as Received<Role>) }
      ])

    visit.tab(.actionWanted("edit-role"), .textChanged("", field: "description"), .submitted)

    #expect(visit.write?.call.request.body?.text == #"{"description":null}"#)
  }

  @Test func `a delete waits, and is refused while somebody has the role`() throws {
    var visit = try visit()
    visit.tab(.actionWanted("delete-role"), .confirmed)
    #expect(visit.sent == [])
    visit.scenario.wait(5)
    visit.answer(.row(try role("org-auditor", "Auditor", permissions: ["audit:read"])))
    #expect(visit.sent == ["DELETE \(Self.path)/org-auditor"])

    visit.refuse(409, code: "role_has_assignments")

    #expect(visit.rows == ["Auditor", "Admin"])
    #expect(visit.notice?.isFailure == true)
  }

  @Test func `of tens of thousands of permissions each is there, in order, and can be picked`()
    throws
  {
    let slugs = (0..<30_000).map { "permission:\($0)" }
    var visit = try visit(permissions: [slugs[29_999], slugs[5], "gone"])
    visit.tab(.actionWanted("set-permissions"))
    for start in stride(from: 0, to: slugs.count, by: 100) {
      let page = slugs[start..<start + 100].map { TabChoice($0, "Name of \($0)") }
      let isLast = start + 100 == slugs.count
      visit.answer(.choicePage(Page(items: page, after: isLast ? nil : "after_\(start)")))
    }

    visit.tab(
      .picked(slugs[20_000], field: "permissions", beside: false),
      .picked(slugs[5], field: "permissions", beside: false))

    let form = try #require(visit.tabs.form)
    #expect(form.choices["permissions"]?.all.map(\.value) == slugs)
    #expect(form.values.picked("permissions") == [slugs[20_000], slugs[29_999], "gone"])
    #expect(form.values["permissions"].picked[1].label == "Name of \(slugs[29_999])")
    #expect(form.isPicked(slugs[20_000], in: "permissions"))
    #expect(!form.isPicked(slugs[5], in: "permissions"))
    visit.tab(.formLeft)
    #expect(visit.tabs.form == nil)
  }

  @Test func `a permission that comes twice is there once`() throws {
    var visit = try visit()
    visit.tab(.actionWanted("set-permissions"))
    visit.answer(.choicePage(Page(items: [TabChoice("a:b", "Old name")], after: "perm_1")))

    visit.answer(
      .choicePage(Page(items: [TabChoice("a:b", "New name"), TabChoice("c:d", "C")])))

    #expect(visit.tabs.form?.choices["permissions"]?.all.map(\.value) == ["a:b", "c:d"])
  }
}
