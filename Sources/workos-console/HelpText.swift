import WorkOS

/// What `--help` and `--version` print.
enum HelpText {
  static let version = "workos-console \(Version.withCommit)"

  /// What there is help about: the console, or one of the subcommands.
  enum Topic: String, CaseIterable, Sendable {
    case console, sandbox, keymap, journal, paths, get, list, create, members, who, why

    /// The command that prints the help.
    var command: String {
      self == .console ? "workos-console --help" : "workos-console \(rawValue) --help"
    }

    /// Whether it is told by words beside the options what the command is about.
    var takesWords: Bool {
      switch self {
      case .get, .members, .who, .why: true
      case .console, .sandbox, .keymap, .journal, .paths, .list, .create: false
      }
    }

    var text: String {
      switch self {
      case .console: HelpText.whole
      case .sandbox: HelpText.sandbox
      case .keymap: HelpText.keymap
      case .journal: HelpText.journal
      case .paths: HelpText.paths
      case .get: HelpText.get
      case .list: HelpText.list
      case .create: HelpText.create
      case .members: HelpText.members
      case .who: HelpText.who
      case .why: HelpText.why
      }
    }
  }

  static let whole = """
    workos-console: a terminal admin console for WorkOS organizations

    Usage:
      workos-console [options]            browse, edit and delete organizations
      workos-console get ID               print one organization
      workos-console list [options]       print organizations, the newest first
      workos-console create --name NAME   create an organization
      workos-console members ORG          print the members of an organization
      workos-console who EMAIL            print who has an address, and where
      workos-console why EMAIL ORG        print what their sign-in there hangs on
      workos-console sandbox [options]    run the embedded server alone
      workos-console keymap               print every key, as Markdown
      workos-console journal [options]    print what was written, the oldest first
      workos-console paths                print where the journal and the drafts are
      workos-console help SUBCOMMAND      print the help of one of these

    Options:
      --sandbox              work on an embedded server with made-up organizations
      --api-url URL          the API's address (default https://api.workos.com)
      --api-key-file FILE    read the API key from a file that only you may read
      --api-key-command CMD  read the API key from the first line a command prints
      --read-only            only look: no key changes anything
      --delete-grace N       seconds in which z undoes a delete, 0 to 60 (default 5)
      --page-size N          organizations on a page, 1 to 100 (default 50)
      --version              print the version
      --help                 print this

    Options of the sandbox, alone or with --sandbox:
    \(sandboxOptions)

    Options of journal:
    \(journalOptions)

    Environment:
      WORKOS_API_KEY                        the API key
      WORKOS_API_URL, WORKOS_API_BASE_URL   the API's address, where --api-url is
                                            not given
      https_proxy, all_proxy, no_proxy      for https to another machine; nothing
                                            else uses a proxy
      XDG_STATE_HOME                        where the journal and the drafts go
                                            (~/.local/state)
      VISUAL, EDITOR                        the editor of ^O in the form (vi)
      TMUX, WAYLAND_DISPLAY, DISPLAY        copy by tmux, wl-copy, xclip or xsel;
                                            else the terminal
      NO_COLOR                              no colours
      ESCDELAY                              milliseconds an Esc waits for the rest
                                            of a key (25)

    A private certificate authority has to be one of the system's: copy its
    certificate as NAME.crt to /usr/local/share/ca-certificates and run
    update-ca-certificates, as root. SSL_CERT_FILE, SSL_CERT_DIR and CURL_CA_BUNDLE
    are not read.

    In the console, ? shows the keys. Exit status: 0 quit, 1 error, 2 usage, 3 API
    key refused.
    """

  private static let get = """
    workos-console get: one organization

    Usage:
      workos-console get ID [options]

    \(organizationID("ID"))
    To a terminal it prints a field on each line, anywhere else the JSON of the
    server on one.

    Options:
    \(serverOptions)

    \(statuses)
    """

  private static let list = """
    workos-console list: organizations, the newest first

    Usage:
      workos-console list [options]

    To a terminal it prints a table, anywhere else a JSON object on each line.

    Options:
      --search TEXT          only those with this in their name
      --domain DOMAIN        only those with this domain; of several, with any
      --limit N              so many at most, over as many pages as it takes
                             (default 100)
      --csv                  comma-separated values, safe to open in a spreadsheet
    \(serverOptions)

    \(statuses)
    """

  private static let create = """
    workos-console create: a new organization

    Usage:
      workos-console create --name NAME [options]

    It is in the journal before it is sent. When its answer is lost it is not sent
    again, as it may have been carried out: what may have come of it is looked for,
    and told. So is what was created, or may have been, where it cannot be printed
    or a signal ends it.

    It prints the organization as get does. With --admin the membership stands below
    it, with its id and role; in JSON as a member "membership" of the organization's
    object, as the server sent it.

    What holds a control character, or another that cannot be seen, is refused:
    there is no review that would show it.

    Options:
      --name NAME            what it is called
      --domain DOMAIN        a domain of it, still to be verified; may be given
                             several times
      --external-id ID       your own id for it
      --metadata KEY=VALUE   a pair of metadata; may be given several times
      --admin EMAIL          the user who becomes its first member, once it is there
      --admin-role SLUG      as what (default admin); may be given several times,
                             where a member can have several roles
    \(serverOptions)

    \(statuses)
    """

  /// How an organization is named on a command line; `Organization.ID(pasted:)` reads it.
  static func organizationID(_ placeholder: String) -> String {
    """
    \(placeholder) is an organization's id in any form: with or without its org_, in
    upper or lower case, or in an address of the dashboard. Its external id goes
    behind ext: (ext:crm-42).
    """
  }

  static let serverOptions = """
      --json                 JSON, also to a terminal, and errors as {"error":{…}}
      --api-url URL          the API's address (default https://api.workos.com)
      --api-key-file FILE    read the API key from a file that only you may read
      --api-key-command CMD  read the API key from the first line a command prints
      --help                 print this
    """

  static let statuses = """
    Environment:
      WORKOS_API_KEY                        the API key
      WORKOS_API_URL, WORKOS_API_BASE_URL   the API's address, where --api-url is
                                            not given

    Exit status: 0 done, 1 error, 2 usage, 3 API key refused, 4 not found, 5 refused
    by the server.
    """

  private static let sandbox = """
    workos-console sandbox: a server with made-up organizations, on this machine
    alone

    Usage:
      workos-console sandbox [options]

    It prints its address, its API key and each request, until ^C. With
    workos-console --sandbox the console brings up one of its own.

    Options:
    \(sandboxOptions)
      --help                 print this

    What can go wrong on request (--fail METHOD PATH WHAT HOW-OFTEN) is in the
    README.
    """

  private static let keymap = """
    workos-console keymap: every key, as Markdown

    Usage:
      workos-console keymap

    Options:
      --help                 print this
    """

  private static let journal = """
    workos-console journal: what was written, the oldest first

    Usage:
      workos-console journal [options]

    Each line tells when; in which environment, and the ending of the key; what was
    done, to which organization, and its id; the outcome; by whom, at which host;
    and the id of the request.

    Options:
    \(journalOptions)
      --help                 print this

    Environment:
      XDG_STATE_HOME         where the journal is (~/.local/state); workos-console
                             paths prints it
      TZ                     the zone of the times
    """

  private static let paths = """
    workos-console paths: where the journal and the drafts are, whether there are
    any or not

    Usage:
      workos-console paths

    Options:
      --help                 print this

    Environment:
      XDG_STATE_HOME         the directory they are in (~/.local/state)
    """

  private static let sandboxOptions = """
      --port N               the port on 127.0.0.1 (alone: 4100; with --sandbox: a
                             free one)
      --organizations N      how many it holds at first, 0 to 100000 (default 1000)
      --latency TIME         wait before each answer, such as 80ms or 2s
      --fail SPEC            answer wrongly, such as “GET /organizations 429
                             retry-after=8 count=3”
      --idempotency POLICY   honoured: one Idempotency-Key creates once; ignored
                             (default)
      --several-roles        a member can have more than one role
    """

  private static let journalOptions = """
      --since WHEN           from 90m, 2h or 3d ago, or from 2026-11-20 or
                             2026-11-20T14:00
      --limit N              only the newest N
      --json                 a JSON object on each line
    """
}
