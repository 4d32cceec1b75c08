import Cells
import Foundation
import JSON
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// Words for all there is to say: whole sentences, and not too long.
@Suite(.timeLimit(.minutes(20)))
struct WordsTests {
  private static let name = "Acme Corporation"
  private static let failure = Sample.rejection(403, "This key may only read.")
  private let times = TimeWords(timeZone: .gmt)

  static let subjects: [Notice.Subject] = [
    .firstPage, .lastPage, .noMatch, .loadStopped,
    .listMoved(PageMovement(from: ["a", "b", "c"], to: ["a", "d", "c"]), since: Sample.now),
    .cursorRepeated, .organizationGone(name: name), .created(name: name), .updated(name: name),
    .adminInOtherRole(
      organization: name, isNew: true, admin: "jane@acme.com", role: "viewer", wanted: "admin",
      wasThere: true),
    .adminInOtherRole(
      organization: name, isNew: true, admin: "jane@acme.com", role: "viewer", wanted: "admin",
      wasThere: false),
    .nothingToSave, .fieldsNeedAttention(1), .fieldsNeedAttention(2), .conflictsUndecided(1),
    .conflictsUndecided(3), .draftKept, .draftRestored,
    .draftDiscarded, .writeStopped, .deletionUndone(name: name), .nothingToUndo,
    .undoTooLate(name: name, stopsTries: true), .deleted(name: name, already: false),
    .deleted(name: name, already: true), .deletionFailed(name: name, failure),
    .deletionUnconfirmed(name: name), .deletionOutdated(name: name),
    .deletionUncounted(name: name, .members, failure),
    .deletionNotSeen(name: name, failure, tries: 5), .deletionNotSeen(name: name, nil, tries: 1),
    .graceBegunAnew(.deletes(1)), .graceBegunAnew(.deletes(2)),
    .graceBegunAnew(.deletes(2), because: .screenTooSmall),
    .graceBegunAnew(.change(.remove, name: "bob@acme.com")), .graceBegunAnew(.several(3)),
    .graceBegunAnew(.several(2), canBeTakenBack: false),
    .savedPartly(
      done: 1, of: 3, failed: .addDomain("two.example", to: Sample.acme.id), failure,
      isUnknown: false),
    .savedPartly(
      done: 1, of: 3, failed: .addDomain("two.example", to: Sample.acme.id), nil, isUnknown: true),
    .savedBesideChanges(name: name, [.externalID, .domain("acme.com")]), .draftKeptHereOnly,
    .noOwner,
    .reviewOutdated, .nothingToPutBack, .verificationsLost([]),
    .keyRefused, .savedOtherwise(name: name, [.externalID, .domain("acme.com")]),
    .organizationGoneAlready(name: name), .organizationLeaving(name: name), .readFailed(failure),
    .busySaving, .copied(what: "the id"), .copied(what: "the name", dropped: 1),
    .copied(what: "the name", dropped: 12),
    .copied(what: "the id", summary: "org_01", by: .program("xclip")),
    .copied(what: "the id", summary: "org_01", by: .tmux),
    .copied(what: "the JSON", summary: "2 lines", by: .askedTmux),
    .copied(what: "the domains", summary: "a.example and 1 more line"),
    .notCopied(what: "the id", summary: "org_01"), .nothingToCopy(what: "external id"),
    .copyTooLong,
    .readOnly, .editorReturnedAtOnce(command: "code", flag: "--wait"),
    .editorReturnedAtOnce(command: "ed", flag: nil),
    .editorFileLeft(path: "/run/organization.json"),
    .draftsBroughtBack(1), .draftsBroughtBack(2), .draftsBroughtBack(1, mayExist: 1),
    .draftsBroughtBack(3, mayExist: 2), .saveStopped(done: 1, of: 3),
    .savedOtherwise(name: name, [.externalID], beside: [.metadata("plan")]), .nothingToRevert,
    .savedOtherwise(
      name: name, [.externalID],
      unverified: [FieldDifference(field: .domain("acme.com"), old: "verified", new: "failed")]),
    .savedBesideChanges(
      name: name, [],
      unverified: [FieldDifference(field: .domain("acme.com"), old: "verified", new: "pending")]),
    .takenForCreated(name: name, []),
    .takenForCreated(name: name, [.externalID, .domain("acme.com"), .metadata("plan")]),
    .createNotReverted, .revertUnknown, .notTakenBack(kind: "audit log retention"),
    .otherEnvironment, .alreadyAsItWas, .documentTaken, .documentEmpty,
    .documentBroughtBack(name: name), .keysRepeated, .valueTaken("acme.com", from: "bob@acme.com"),
    .deletionBeforeDocument, .followingEnded(failure),
  ]

  static let documentProblems: [DocumentProblem.Kind] = [
    .json(.notUTF8), .json(.missing(.value, found: nil)), .json(.missing(.key, found: "x")),
    .json(.missing(.colon, found: "x")), .json(.missing(.commaOrBrace, found: "\"")),
    .json(.missing(.commaOrBracket, found: "\"")), .json(.missing(.end, found: "{")),
    .json(.commaTooMany),
    .json(.textNotClosed), .json(.controlInText), .json(.badEscape), .json(.tooDeep),
    .wrongKind(name: "", wanted: .object, found: .list),
    .wrongKind(name: "metadata.seats", wanted: .text, found: .number),
    .wrongKind(name: "domain_data", wanted: .list, found: .boolean),
    .wrongKind(name: String(repeating: "界", count: 100), wanted: .object, found: .null),
    .unknownKey(
      "externalID",
      known: ["name", "external_id", "stripe_customer_id", "domain_data", "metadata"]),
    .repeatedKey("name"), .domainMissing,
    .unknownState("sure", known: ["pending", "verified", "legacy_verified"]),
    .stripeWhileCreating,
  ]

  @Test(arguments: documentProblems)
  func `what is wrong with a text is a sentence of at most 200 columns`(
    kind: DocumentProblem.Kind
  ) {
    for line in [nil, 100_000] {
      let subject = Notice.Subject.documentUnread(DocumentProblem(kind: kind, line: line))

      let words = NoticeWords(timeZone: .gmt).line(for: subject)

      #expect(words.spans.map(\.text).joined().isSentence)
      #expect(words.width <= 200)
    }
  }

  @Test(arguments: [
    EditorFailure.missing(String(repeating: "long ", count: 100)), .exited(1), .signaled(9),
    .cannotStart("/usr/bin/editor", reason: "Permission denied"),
    .file(reason: "No space left on device"),
  ])
  func `why an editor failed is a sentence of at most 200 columns`(failure: EditorFailure) {
    let words = NoticeWords(timeZone: .gmt).line(for: .editorFailed(failure))

    #expect(words.spans.map(\.text).joined().isSentence)
    #expect(words.width <= 200)
  }

  @Test(arguments: subjects)
  func `news is a sentence of at most 200 columns`(subject: Notice.Subject) {
    let line = NoticeWords(timeZone: .gmt).line(for: subject)
    let text = line.spans.map(\.text).joined()

    #expect(text.isSentence)
    #expect(line.width <= 200)
  }

  @Test(arguments: [("", "(no name)"), (" ", "(no name)"), ("Acme", "“Acme”")])
  func `news names an organization, or says that it has no name`(name: String, said: String) {
    let line = NoticeWords(timeZone: .gmt).line(for: .updated(name: name))

    #expect(line.spans.map(\.text).joined() == "Saved \(said).")
  }

  @Test(arguments: ["W", "界", "👩‍👩‍👧‍👦"])
  func `a long name leaves room for the news`(character: String) {
    let name = String(repeating: character, count: 300)

    let line = NoticeWords(timeZone: .gmt).line(for: .deletionFailed(name: name, Self.failure))

    #expect(line.width <= 200)
  }

  static let errors: [WorkOSError] =
    [
      .transport(.cancelled), .transport(.timedOut(seconds: 30)),
      .transport(.hostNotFound(host: "api.workos.com")),
      .transport(.connectionRefused(host: "api.workos.com")), .transport(.connectionLost),
      .transport(.secureConnectionFailed(detail: "the certificate has expired")),
      .transport(.certificateUntrusted(host: "api.workos.com")),
      .transport(.redirectRefused(status: 302, location: "https://login.example/")),
      .transport(.bodyTooLarge(limit: 8 * 1_048_576)),
      .transport(.authenticationChallenged(status: 401)),
      .transport(.other(detail: "something odd")),
      .transport(
        .encodingRefused(status: 200, encoding: String(repeating: "gzip, ", count: 30))),
      .transport(.addressUnusable(host: "[::1]")),
      .undecodable(.init(status: 200, detail: "no JSON", requestID: "req_1")),
      .rejected(.init(status: 429, retryAfter: 7.2)), .rejected(.init(status: 429)),
      .rejected(.init(status: 429, retryAfter: 7.2, isToAnother: true)),
      .rejected(
        .init(
          status: 422, message: "Validation failed.",
          fieldErrors: [.init(field: "name", message: "Name is too long.")], requestID: "req_1")),
    ]
    + [101, 304, 400, 401, 403, 404, 408, 409, 418, 422, 500, 503].map {
      Sample.rejection($0, "No.")
    }

  @Test(arguments: errors)
  func `an error is sentences of at most 200 columns`(error: WorkOSError) {
    let text = ErrorWords.sentence(error)

    #expect(text.isSentence)
    #expect(DisplayWidth.of(text) <= 200)
    #expect(!text.contains("..") && !text.contains(".”."))
  }

  @Test(arguments: errors)
  func `an error in short is a few words`(error: WorkOSError) {
    #expect((1...24).contains(ErrorWords.short(error).count))
  }

  @Test func `the request id is there to be quoted`() {
    #expect(ErrorWords.sentence(Self.failure).contains("req_01HZX5B7"))
  }

  @Test func `what the message says already is not said again for a field`() {
    func sentence(_ fields: String...) -> String {
      ErrorWords.sentence(
        .rejected(
          .init(
            status: 422, message: "The domain is taken.",
            fieldErrors: fields.map { .init(field: "domain", code: "taken", message: $0) })))
    }

    let once = "The server did not accept this: “The domain is taken”. Change it and try again."
    #expect(sentence("The domain is taken.") == once)
    #expect(
      sentence("The domain is taken.", "Too long.", "Too long.")
        == "The server did not accept this: “The domain is taken”: Too long. Change it and try again."
    )
  }

  @Test func `the seconds to wait are rounded up`() {
    let text = ErrorWords.sentence(.rejected(.init(status: 429, retryAfter: 7.2)))

    #expect(text == "Too many requests (429). The server asks to wait 8 s.")
    let held = ErrorWords.sentence(
      .rejected(.init(status: 429, retryAfter: 7.2, isToAnother: true)))
    #expect(
      held == "Held back, not sent: the server asked to wait 8 s after another request (429).")
  }

  static let problems: [DraftProblem] =
    [
      .nameMissing, .nameLong(count: 300), .notASCII("é"), .tooLong(count: 700, limit: 600),
      .pastDocumentedLimit(count: 70, limit: 64), .domainRepeated, .consumerDomain, .keyMissing,
      .keyRepeated, .valueEmpty, .emptied, .refused(""), .refused("No good."), .refused("No good"),
      .host(.empty), .host(.notOnlyAHost(suggestion: nil)),
      .host(.notOnlyAHost(suggestion: "acme.com")), .host(.noDot), .host(.invalidCharacter("_")),
      .host(.invalidLabel), .host(.tooLong), .host(.notConvertible), .notASCII("\u{200B}"),
      .addressInDoubt(.unseenCharacters), .addressInDoubt(.mistakableLetters),
    ].flatMap { kind in
      [FormField.externalID, .metadata, .metadataKey(1)].map { DraftProblem(field: $0, kind: kind) }
    }

  @Test(arguments: problems)
  func `a problem of a field is a sentence that fits its row`(problem: DraftProblem) {
    let text = FieldWords.sentence(problem)

    #expect(text.isSentence)
    #expect(DisplayWidth.of(text) <= 70)
  }

  @Test(arguments: [
    (0, "just now"), (59, "just now"), (60, "1 minute ago"), (3599, "59 minutes ago"),
    (3600, "1 hour ago"), (86400, "1 day ago"), (13 * 86400, "1 week ago"),
    (40 * 86400, "1 month ago"), (800 * 86400, "2 years ago"), (-120, "in 2 minutes"),
  ])
  func `times are told in the largest unit`(seconds: Int, words: String) {
    let times = TimeWords(timeZone: .gmt)

    #expect(times.relative(Sample.now - TimeInterval(seconds), to: Sample.now) == words)
  }

  @Test func `times are those of the reader's zone`() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 9 * 3600))

    #expect(TimeWords(timeZone: zone).time(Sample.now) == "18:26:53 UTC+9")
  }

  @Test(arguments: ["GMT", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"])
  func `days and clocks are those of the calendar in every year`(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let times = TimeWords(timeZone: zone)
    let calendar = Date.ISO8601FormatStyle(timeZone: zone)
    // From 1831 to 11,000, so that the bounds of what is counted here lie within.
    let dates = stride(from: -4.4e9, through: 2.85e11, by: 1.0e8 + 12_345.678)
      .map(Date.init(timeIntervalSince1970:))
    let leapDays = [951_782_399, 951_782_400, 951_868_800, 4_107_542_399, 4_107_542_400]
      .map { Date(timeIntervalSince1970: TimeInterval($0)) }

    for date in dates + leapDays {
      #expect(times.day(date) == calendar.year().month().day().format(date))
      #expect(
        times.clock(date) == calendar.time(includingFractionalSeconds: false).format(date))
    }
  }

  @Test(arguments: errors.filter(\.leavesWriteUnknown))
  func `of what may have been carried out it is said what happened, not to try again`(
    error: WorkOSError
  ) {
    let text = ErrorWords.happened(error)

    #expect(text.isSentence)
    #expect(!text.lowercased().contains("try"))
    #expect(ErrorWords.sentence(error).hasPrefix(text.components(separatedBy: " [")[0]))
  }

  @Test(
    arguments: [
      ("\u{200B}", "U+200B"), ("\u{A0}", "U+00A0"), ("é", "“é”"), ("a\u{200D}", "U+200D"),
    ] as [(Character, String)])
  func `a character that does not belong is named, also one that cannot be seen`(
    character: Character, name: String
  ) {
    let problem = DraftProblem(field: .externalID, kind: .notASCII(character))

    #expect(FieldWords.sentence(problem) == "Only ASCII is accepted here, not \(name).")
  }

  @Test func `JSON of which something was left out does not pass for what the server sent`() {
    let json = RawJSON(#"{"id":"invitation_1","token":"Zx81"}"#)

    #expect(json.origin == "as the server sent it")
    #expect(json.withholding(["token"]).origin == "without what is secret (“…”)")
    #expect(json.withholding(["token"]).thing == "the JSON without what is secret")
  }

  @Test(
    arguments: [
      (.deletes(1), true, "the delete waits again from the start. z undoes it."),
      (.deletes(1), false, "the delete waits again from the start. z stops it."),
      (.deletes(2), true, "2 deletes wait again from the start. z undoes one."),
      (
        .change(.remove, name: "bob@xn--mller-kva.de"), true,
        "removing “bob@müller.de” waits again from the start. z undoes it."
      ),
      (.several(3), true, "3 changes wait again from the start. z undoes one."),
    ] as [(Notice.Queued, Bool, String)])
  func `what waits again is named`(
    queued: Notice.Queued, canBeTakenBack: Bool, words: String
  ) {
    let subject = Notice.Subject.graceBegunAnew(queued, canBeTakenBack: canBeTakenBack)

    let line = NoticeWords(timeZone: .gmt).line(for: subject)

    #expect(line.spans.map(\.text).joined() == "The program was stopped, so " + words)
  }

  @Test func `what could not be counted again before a delete is named`() {
    let line = NoticeWords(timeZone: .gmt).line(
      for: .deletionUncounted(name: "Acme", .connections, Self.failure))

    #expect(
      line.spans.map(\.text).joined()
        == "“Acme” was not deleted: its connections could not be counted again (error 403). "
        + "d asks again. [request req_01HZX5B7]")
  }

  @Test func `of a search for a person that is not available nothing is said of one thing`() {
    let line = NoticeWords(timeZone: .gmt).line(for: .personUnread(Sample.rejection(404)))

    #expect(
      line.spans.map(\.text).joined()
        == "Whether a user has this address is not known: Not available in this environment (404). "
        + "[request req_01HZX5B7]")
  }

  @Test func `of a 404 to a delete no more is said than the server said`() {
    let words = ErrorWords.sentenceOfDelete(Sample.rejection(404))

    #expect(words == "The server said that it does not have it (404). r looks again.")
    #expect(ErrorWords.sentenceOfDelete(Sample.rejection(403)).contains("403"))
  }
}

extension String {
  /// Whether it begins with a capital or a sign and ends in a full stop, save for a request id.
  fileprivate var isSentence: Bool {
    let end = range(of: " [request ")?.lowerBound ?? endIndex
    return self[..<end].hasSuffix(".") || self[..<end].hasSuffix("?")
  }
}
