import Foundation
import Sandbox
import TestSupport
import Testing

/// A new organization with its first admin, whose second step fails at first.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct FirstAdminTests {
  @Test func `what failed is said, and what is left is sent on its own`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.someoneElse.sendsFaults(
      "POST /user_management/organization_memberships 403 count=1")
    let email = try console.someoneElse.anyEmail()
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type("Zebra Works")
    console.press(.backTab, .backTab)
    console.type(email)

    console.press(.control("s"))
    try console.wait(for: [
      Words.newReview, "POST /organizations", "POST /user_management/organization_memberships",
      "{its new id}", "\"role_slug\": \"admin\"",
    ])
    console.press(.enter)
    try console.wait(for: "The organization is saved;")
    #expect(console.writes == ["POST 201", "POST 403"])
    console.press(.control("s"))
    try console.wait(for: "What is sent")
    console.press(.enter)
    try console.wait(for: "is a member of")

    #expect(console.writes == ["POST 201", "POST 403", "POST 201"])
    console.type("L")
    try console.wait(for: [Words.journal, "Zebra Works"])
    // The line of the create leads to what was created, though its last request was the membership's.
    console.press(.down, .enter)
    try console.wait(for: ["[1 Overview]", "Zebra Works", "org_"])
  }
}
