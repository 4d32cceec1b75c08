#!/usr/bin/env python3
"""Checks the sandbox with the official Python SDK 10 and the official OpenAPI description.

    pip install -r Tests/sdk/requirements.txt
    python3 Tests/sdk/check_with_sdk.py PATH-TO-WORKOS-CONSOLE

Starts `workos-console sandbox`, drives it through the SDK, and validates every response against
the description. Ends with a line `N passed, N failed`; the exit status is 0 only if none failed.
"""

import sys
import traceback

import httpx2
import members
import settings
from contract import KEY, ORGANIZATIONS, Report, Watcher, finish, sandbox
from workos import WorkOSClient
from workos._errors import (
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    RateLimitExceededError,
    ServerError,
    UnprocessableEntityError,
)
from workos.organizations.models import OrganizationDomainData


def check_lists(report, sdk):
    first = sdk.organizations.list_organizations(limit=10)
    report.check("the first page is full", len(first.data) == 10)
    report.check("the first page has no page before it", first.before is None)

    every = list(sdk.organizations.list_organizations(limit=100).auto_paging_iter())
    ids = [organization.id for organization in every]
    report.check("auto-pagination finds all", len(ids) == ORGANIZATIONS, str(len(ids)))
    report.check("auto-pagination repeats none", len(set(ids)) == len(ids))
    times = [organization.created_at for organization in every]
    report.check("newest come first", times == sorted(times, reverse=True))

    oldest = list(sdk.organizations.list_organizations(limit=37, order="asc").auto_paging_iter())
    report.check("ascending is the reverse", [o.id for o in oldest] == ids[::-1])

    normal = sdk.organizations.list_organizations(limit=10, order="normal")
    report.check("normal order has reversed cursors", normal.before == ids[9] and not normal.after)
    older = sdk.organizations.list_organizations(limit=10, order="normal", before=normal.before)
    report.check("before leads to older ones", [o.id for o in older.data] == ids[10:20])

    back = sdk.organizations.list_organizations(limit=10, before=ids[20])
    report.check("before leads back", [o.id for o in back.data] == ids[10:20])

    found = sdk.organizations.list_organizations(search="aCmE")
    report.check("search ignores case", any(o.name == "Acme Corporation" for o in found.data))
    owners = sdk.organizations.list_organizations(domains=["acme.com", "nobody.example"])
    report.check("domains find the owner", [o.name for o in owners.data] == ["Acme Corporation"])

    report.refuses(
        "a limit of 0 is refused",
        UnprocessableEntityError,
        lambda: sdk.organizations.list_organizations(limit=0),
    )


def check_life_of_an_organization(report, sdk):
    api = sdk.organizations
    created = api.create_organization(
        name="SDK Çafé 東京 🇯🇵",
        external_id="sdk/1 %",
        metadata={"plan": "pro", "region": "eu"},
        domain_data=[
            OrganizationDomainData(domain="sdk.example", state="verified"),
            OrganizationDomainData(domain="pending.example", state="pending"),
        ],
    )
    report.check("the name survives", created.name == "SDK Çafé 東京 🇯🇵")
    report.check("two domains are made", len(created.domains) == 2)
    report.check("get returns the same", api.get_organization(created.id) == created)
    found = api.get_organization_by_external_id("sdk/1 %")
    report.check("the external id is found", found == created)

    merged = api.update_organization(created.id, metadata={"plan": None, "seats": "5"})
    report.check("metadata merges", merged.metadata == {"region": "eu", "seats": "5"})
    report.check("domains stay", merged.domains == created.domains)
    renamed = api.update_organization(created.id, name="Renamed", stripe_customer_id="cus_sdk")
    report.check("the name changes", renamed.name == "Renamed")
    report.check("the Stripe id is set", renamed.stripe_customer_id == "cus_sdk")
    cleared = api.update_organization(created.id, external_id=None, metadata={})
    report.check("null clears the external id", cleared.external_id is None)
    report.check("an empty object clears metadata", cleared.metadata == {})
    one = api.update_organization(
        created.id, domain_data=[OrganizationDomainData(domain="sdk.example", state="verified")]
    )
    report.check("domain_data replaces the list", one.domains == created.domains[:1])

    check_domains(report, sdk, created.id)
    check_refusals(report, sdk, created.id)

    report.check("delete returns", api.delete_organization(created.id) is None)
    report.refuses("it is gone", NotFoundError, lambda: api.get_organization(created.id))
    report.refuses(
        "a second delete finds nothing", NotFoundError, lambda: api.delete_organization(created.id)
    )


def check_domains(report, sdk, organization):
    api = sdk.organization_domains
    added = api.create_organization_domain(domain="more.example", organization_id=organization)
    report.check("a domain is added as pending", str(added.state.value) == "pending")
    report.check("it can be read", api.get_organization_domain(added.id) == added)
    verifying = api.verify_organization_domain(added.id)
    report.check("it stays pending", str(verifying.state.value) == "pending")
    report.refuses(
        "it cannot be added twice",
        ConflictError,
        lambda: api.create_organization_domain(
            domain="more.example", organization_id=organization
        ),
    )
    api.delete_organization_domain(added.id)
    report.refuses(
        "a removed domain is gone", NotFoundError, lambda: api.get_organization_domain(added.id)
    )


def check_refusals(report, sdk, organization):
    api = sdk.organizations
    taken = next(
        o.external_id for o in api.list_organizations(limit=100).data if o.external_id is not None
    )
    refusal = report.refuses(
        "a taken external id is refused",
        BadRequestError,
        lambda: api.update_organization(organization, external_id=taken),
    )
    code = getattr(refusal, "code", None)
    report.check("with its code", code == "external_id_already_used", str(code))
    report.refuses(
        "a taken domain is a conflict",
        ConflictError,
        lambda: api.create_organization(name="Second", domains=["acme.com"]),
    )
    report.refuses(
        "an empty external id is refused",
        UnprocessableEntityError,
        lambda: api.update_organization(organization, external_id=""),
    )
    report.refuses(
        "a long metadata value is refused",
        BadRequestError,
        lambda: api.update_organization(organization, metadata={"a": "x" * 601}),
    )
    report.refuses(
        "the deprecated profile switch is refused",
        UnprocessableEntityError,
        lambda: api.update_organization(organization, allow_profiles_outside_organization=True),
    )


def check_faults(report, sdk, http, honours_idempotency_keys):
    def fail(text):
        http.post("/sandbox/faults", content=text).raise_for_status()

    fail("GET /organizations 503 count=1")
    fail("GET /organizations 429 retry-after=0 count=1")
    page = sdk.organizations.list_organizations(limit=1)
    report.check("the SDK recovers from 503 and 429", len(page.data) == 1)

    once = WorkOSClient(
        api_key=KEY, client_id="client_sandbox", base_url=str(http.base_url), max_retries=0
    )
    fail("GET 500 count=1")
    report.refuses(
        "500 is a server error", ServerError, lambda: once.organizations.list_organizations()
    )
    fail("GET 429 retry-after=7 count=1")
    limited = report.refuses(
        "429 is a rate limit",
        RateLimitExceededError,
        lambda: once.organizations.list_organizations(),
    )
    report.check("Retry-After arrives", getattr(limited, "retry_after", None) == 7)

    fail("POST drop-after count=1")
    made = sdk.organizations.create_organization(name="Sent twice")
    same = sdk.organizations.list_organizations(search="Sent twice").data
    # The SDK trusts the header, which is ignored by default, as the real API does.
    number = 1 if honours_idempotency_keys else 2
    report.check(f"a create tried twice makes {number}", len(same) == number, str(len(same)))
    report.check("the last of them is told", same[0].id == made.id)

    stranger = WorkOSClient(
        api_key="sk_test_wrong", client_id="client_sandbox", base_url=str(http.base_url)
    )
    report.refuses(
        "a wrong key is refused",
        AuthenticationError,
        lambda: stranger.organizations.list_organizations(),
    )
    writes = http.get("/sandbox/writes").json()["data"]
    applied = [write for write in writes if write["applied"]]
    report.check("the write log tells what was done", applied[-1]["organization_id"] == made.id)


def run(program, report, watcher, *options):
    with sandbox(program, *options) as base_url:
        http = httpx2.Client(event_hooks={"response": [watcher]})
        control = httpx2.Client(base_url=base_url, headers={"Authorization": f"Bearer {KEY}"})
        sdk = WorkOSClient(
            api_key=KEY, client_id="client_sandbox", base_url=base_url, http_client=http
        )
        parts = [
            lambda: check_lists(report, sdk),
            lambda: check_life_of_an_organization(report, sdk),
            lambda: members.check_members(report, sdk),
            lambda: members.check_users(report, sdk),
            lambda: members.check_roles(report, sdk),
            lambda: members.check_invitations(report, sdk),
            lambda: settings.check_flags(report, sdk),
            lambda: settings.check_keys(report, sdk),
            lambda: settings.check_connections(report, sdk),
            lambda: settings.check_directories(report, sdk),
            lambda: settings.check_events(report, sdk),
            lambda: settings.check_audit_logs_and_portal(report, sdk),
            lambda: settings.check_it_contacts(report, sdk),
            lambda: check_faults(report, sdk, control, "honoured" in options),
        ]
        for part in parts:
            try:
                part()
            except Exception:
                report.check("no surprise", False, traceback.format_exc())


def main():
    if len(sys.argv) != 2:
        print("usage: check_with_sdk.py PATH-TO-WORKOS-CONSOLE", file=sys.stderr)
        return 2
    report = Report()
    watcher = Watcher(report)
    run(sys.argv[1], report, watcher)
    run(sys.argv[1], report, watcher, "--idempotency", "honoured")
    return finish(report, watcher)


if __name__ == "__main__":
    sys.exit(main())
