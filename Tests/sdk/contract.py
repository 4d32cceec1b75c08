"""What the checks with official software have in common: the sandbox they start, the official
description, and the report.

openapi.json is WorkOS's OpenAPI description (github.com/workos/openapi-spec, MIT licence, as its
`info.license` says), version 0.61.0, commit 7fd83599, cut down to the operations the sandbox has,
and to the events it tells.
"""

import contextlib
import json
import re
import subprocess
from pathlib import Path

from openapi_schema_validator import OAS31Validator

KEY = "sk_test_sandbox"
ORGANIZATIONS = 250
# What the SDK knows and this version of the description does not; the SDK reads the answers.
NEWER = re.compile(r"/it_contacts|/portal/revoke_link$|/directories/[^/]*/sync$")
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")


@contextlib.contextmanager
def sandbox(program, *options):
    """The address of a sandbox that runs as long as the block."""
    command = [program, "sandbox", "--port", "0", "--organizations", str(ORGANIZATIONS), *options]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        line = server.stdout.readline().strip()
        match = re.match(r"listening on (http://127\.0\.0\.1:\d+)$", line)
        if match is None:
            raise RuntimeError(f"the sandbox does not say where it listens: {line!r}")
        # Nobody reads the log from here on, and a full pipe would hold the sandbox up.
        drain = subprocess.Popen(["cat"], stdin=server.stdout, stdout=subprocess.DEVNULL)
        yield match.group(1)
    finally:
        server.terminate()
        server.wait(timeout=10)
    drain.wait(timeout=10)


def description():
    """The official description, widened where the sandbox is right to go beyond it."""
    document = json.loads((Path(__file__).parent / "openapi.json").read_text())
    paths = document["paths"]
    message = {"type": "object", "required": ["message"]}

    def answers(status, *operation):
        path, method = operation
        schema = {"application/json": {"schema": message}}
        paths[path][method]["responses"][status] = {"description": "", "content": schema}

    # A client has to bear with a state it does not know, so one seeded domain has such a one.
    for states in find(document, lambda node: "legacy_verified" in node.get("enum", [])):
        states["enum"] = states["enum"] + ["on_hold"]
    # Recorded from the real API, though not described.
    answers("404", "/organizations/{id}", "delete")
    # Only successes and conflicts are described, and something must be answered to bad requests.
    answers("400", "/organization_domains", "post")
    answers("404", "/organization_domains", "post")
    answers("422", "/organization_domains", "post")
    answers("404", "/organization_domains/{id}/verify", "post")
    # Three codes are described, none of them for a body that is missing, is no JSON, or names a
    # consumer's domain.
    with_code = {"type": "object", "required": ["message", "code"]}
    for path, method in [("/organizations", "post"), ("/organizations/{id}", "put")]:
        content = paths[path][method]["responses"]["400"]["content"]["application/json"]
        content["schema"] = with_code
    return document


def find(node, holds):
    """Every object within `node` for which `holds`."""
    if isinstance(node, dict):
        if holds(node):
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for element in node:
            yield from find(element, holds)


class Report:
    """Counts what held and what did not, and says so."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, what, holds, detail=""):
        if holds:
            self.passed += 1
            print(f"ok    {what}")
        else:
            self.failed += 1
            print(f"FAIL  {what}{': ' if detail else ''}{detail}")

    def refuses(self, what, error, call):
        try:
            call()
        except error as refusal:
            self.check(what, True)
            return refusal
        except Exception as other:  # anything else is the finding
            self.check(what, False, f"{type(other).__name__}: {other}")
        else:
            self.check(what, False, f"no {error.__name__}")
        return None


class Description:
    """The OpenAPI description, asked which schema a response must follow."""

    def __init__(self):
        self.document = description()
        self.operations = []
        for template, item in self.document["paths"].items():
            pattern = re.compile("^" + re.sub(r"\{[^}]*\}", "[^/]+", template) + "$")
            # A literal path wins over a template that happens to match it as well.
            self.operations.append((template.count("{"), pattern, template, item))
        self.operations.sort(key=lambda operation: operation[0])

    def complaint(self, method, path, status, body):
        """What is wrong with a response, or None."""
        for _, pattern, template, item in self.operations:
            operation = item.get(method.lower())
            if operation is None or not pattern.match(path):
                continue
            response = operation["responses"].get(str(status))
            if response is None:
                # 401 and 429 may come everywhere; the description does not repeat them.
                return None if status >= 400 else f"{status} is not described for {template}"
            schema = response.get("content", {}).get("application/json", {}).get("schema")
            return self.mismatch(schema, body) if schema else None
        return None if NEWER.search(path) else f"{method} {path} is not described"

    def mismatch(self, schema, body):
        try:
            value = json.loads(body)
        except ValueError as error:
            return f"not JSON: {error}"
        rooted = {"components": self.document["components"], **schema}
        errors = OAS31Validator(rooted).iter_errors(value)
        found = [f"{error.json_path}: {error.message[:200]}" for error in errors]
        return "; ".join(found[:3]) or None


class Watcher:
    """Sees every response the SDK gets, and validates it."""

    def __init__(self, report):
        self.report = report
        self.description = Description()
        self.seen = 0

    def __call__(self, response):
        response.read()
        self.seen += 1
        request = response.request
        what = f"{request.method} {request.url.raw_path.decode()[:70]} → {response.status_code}"
        problems = []
        if not response.headers.get("x-request-id"):
            problems.append("no X-Request-ID")
        is_json = response.headers.get("content-type", "").startswith("application/json")
        if response.status_code >= 400 and not isinstance(response.json().get("message"), str):
            problems.append("an error without message")
        if is_json:
            problems += self.odd_times(response.json())
        path = request.url.raw_path.decode().split("?")[0]
        complaint = self.description.complaint(
            request.method, path, response.status_code, response.content
        )
        problems += [complaint] if complaint else []
        self.report.check(f"response to {what}", not problems, "; ".join(problems))

    def odd_times(self, value):
        if isinstance(value, list):
            return [problem for element in value for problem in self.odd_times(element)]
        if not isinstance(value, dict):
            return []
        odd = [
            f"{key} is {member!r}"
            for key, member in value.items()
            if key in ("created_at", "updated_at") and not TIME.match(str(member))
        ]
        return odd + [problem for member in value.values() for problem in self.odd_times(member)]


def finish(report, watcher):
    """Says the result, and the exit status that goes with it."""
    report.check("responses were seen", watcher.seen > 20, str(watcher.seen))
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0
