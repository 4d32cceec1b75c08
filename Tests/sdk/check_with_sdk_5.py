#!/usr/bin/env python3
"""Checks the sandbox with the official Python SDK 5, which many still have, as check_with_sdk.py
does with the SDK 10: it reads answers more strictly and asks for other things.

    pip install -r Tests/sdk/requirements-5.txt
    python3 Tests/sdk/check_with_sdk_5.py PATH-TO-WORKOS-CONSOLE
"""

import sys
import traceback

from contract import KEY, ORGANIZATIONS, Report, Watcher, finish, sandbox
from workos import WorkOSClient
from workos.exceptions import (
    AuthenticationException,
    BadRequestException,
    ConflictException,
    NotFoundException,
    ServerException,
)


def check_lists(report, sdk):
    first = sdk.organizations.list_organizations(limit=10)
    report.check("the first page is full", len(first.data) == 10)
    # Iterating walks all pages, whatever the limit.
    every = list(sdk.organizations.list_organizations())
    ids = [organization.id for organization in every]
    report.check("iterating finds all", len(ids) == ORGANIZATIONS, str(len(ids)))
    report.check("iterating repeats none", len(set(ids)) == len(ids))
    oldest = list(sdk.organizations.list_organizations(order="asc"))
    report.check("ascending is the reverse", [o.id for o in oldest] == ids[::-1])
    owners = sdk.organizations.list_organizations(domains=["acme.com"])
    report.check("domains find the owner", [o.name for o in owners.data] == ["Acme Corporation"])


def check_life_of_an_organization(report, sdk):
    api = sdk.organizations
    created = api.create_organization(
        name="SDK 5 Çafé",
        external_id="sdk-5",
        metadata={"plan": "pro", "region": "eu"},
        domain_data=[{"domain": "sdk5.example", "state": "verified"}],
        idempotency_key="one",
    )
    report.check("the name survives", created.name == "SDK 5 Çafé")
    report.check("the domain is verified", created.domains[0].state == "verified")
    report.check("get returns the same", api.get_organization(created.id) == created)
    found = api.get_organization_by_external_id("sdk-5")
    report.check("the external id is found", found == created)
    merged = api.update_organization(organization_id=created.id, metadata={"seats": "5"})
    every = {"plan": "pro", "region": "eu", "seats": "5"}
    report.check("metadata merges", merged.metadata == every, str(merged.metadata))
    report.check("what is not sent stays", merged.domains == created.domains)
    named = api.update_organization(
        organization_id=created.id, name="Renamed", stripe_customer_id="cus_5"
    )
    report.check("the name changes", named.name == "Renamed")
    report.check("the Stripe id is set", named.stripe_customer_id == "cus_5")
    check_domains(report, sdk, created.id)
    refusal = report.refuses(
        "a taken external id is refused",
        BadRequestException,
        lambda: api.create_organization(name="Second", external_id="sdk-5"),
    )
    code = getattr(refusal, "code", None)
    report.check("with its code", code == "external_id_already_used", str(code))
    report.refuses(
        "an empty name is refused",
        BadRequestException,
        lambda: api.update_organization(organization_id=created.id, name=""),
    )
    report.check("delete returns", api.delete_organization(created.id) is None)
    report.refuses("it is gone", NotFoundException, lambda: api.get_organization(created.id))


def check_domains(report, sdk, organization):
    api = sdk.organization_domains
    added = api.create_organization_domain(organization_id=organization, domain="more5.example")
    report.check("a domain is added as pending", added.state == "pending")
    report.check("it can be read", api.get_organization_domain(added.id) == added)
    verifying = api.verify_organization_domain(added.id)
    report.check("it stays pending at first", verifying.state == "pending")
    report.refuses(
        "it cannot be added twice",
        ConflictException,
        lambda: api.create_organization_domain(organization, "more5.example"),
    )
    api.delete_organization_domain(added.id)
    report.refuses(
        "a removed domain is gone", NotFoundException, lambda: api.get_organization_domain(added.id)
    )


def check_refusals(report, base_url, watcher):
    stranger = client("sk_test_wrong", base_url, watcher)
    report.refuses(
        "a wrong key is refused",
        AuthenticationException,
        lambda: stranger.organizations.list_organizations(),
    )


def client(key, base_url, watcher):
    sdk = WorkOSClient(api_key=key, client_id="client_sandbox", base_url=base_url)
    # This version takes no client of one's own.
    sdk._http_client._client.event_hooks = {"response": [watcher]}
    return sdk


def check_faults(report, sdk):
    report.refuses(
        "500 is a server error", ServerException, lambda: sdk.organizations.list_organizations()
    )


def main():
    if len(sys.argv) != 2:
        print("usage: check_with_sdk_5.py PATH-TO-WORKOS-CONSOLE", file=sys.stderr)
        return 2
    report = Report()
    watcher = Watcher(report)
    with sandbox(sys.argv[1], "--fail", "GET /organizations 500 count=1") as base_url:
        sdk = client(KEY, base_url, watcher)
        parts = [
            lambda: check_faults(report, sdk),
            lambda: check_lists(report, sdk),
            lambda: check_life_of_an_organization(report, sdk),
            lambda: check_refusals(report, base_url, watcher),
        ]
        for part in parts:
            try:
                part()
            except Exception:
                report.check("no surprise", False, traceback.format_exc())
    return finish(report, watcher)


if __name__ == "__main__":
    sys.exit(main())
