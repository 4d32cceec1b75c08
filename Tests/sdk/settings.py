"""What the official Python SDK 10 is made to do with flags, keys, sign-in, directories, events and
the rest; see check_with_sdk.py."""

from members import organization_named
from workos._errors import BadRequestError, ConflictError, NotFoundError, UnprocessableEntityError
from workos.audit_logs import RetentionPeriod, RetentionPeriodInDays


def check_flags(report, sdk):
    api = sdk.feature_flags
    empty = organization_named(sdk, "Acme Test (delete me)")
    every = list(api.list_feature_flags(limit=4).auto_paging_iter())
    report.check("flags are walked", len(every) == 6, str(len(every)))
    report.check("a flag is read", api.get_feature_flag("beta-reports").enabled)
    api.add_flag_target(empty, "beta-reports")
    slugs = [flag.slug for flag in api.list_organization_feature_flags(empty).data]
    report.check("a flag is switched on", "beta-reports" in slugs, str(slugs))
    api.remove_flag_target(empty, "beta-reports")
    slugs = [flag.slug for flag in api.list_organization_feature_flags(empty).data]
    report.check("and off", "beta-reports" not in slugs, str(slugs))
    report.refuses(
        "a target that is none is refused",
        BadRequestError,
        lambda: api.add_flag_target("conn_1", "beta-reports"),
    )


def check_keys(report, sdk):
    api = sdk.api_keys
    acme = organization_named(sdk, "Acme Corporation")
    made = api.create_organization_api_key(acme, name="CI", permissions=["reports:read"])
    report.check("a key tells its value", made.value.startswith("sk_"))
    keys = list(api.list_organization_api_keys(acme, limit=2).auto_paging_iter())
    report.check("keys are walked", len(keys) == 6, str(len(keys)))
    expired = api.create_api_key_expire(made.id)
    report.check("a key is expired", expired.expires_at is not None)
    report.refuses("not twice", ConflictError, lambda: api.create_api_key_expire(made.id))
    report.check("a key is deleted", api.delete_api_key(made.id) is None)
    report.refuses("it is gone", NotFoundError, lambda: api.delete_api_key(made.id))
    report.refuses(
        "an unknown permission is refused",
        UnprocessableEntityError,
        lambda: api.create_organization_api_key(acme, name="CI", permissions=["fly"]),
    )


def check_connections(report, sdk):
    api = sdk.sso
    acme = organization_named(sdk, "Acme Corporation")
    okta = api.list_connections(organization_id=acme).data[0]
    report.check("a connection is listed", okta.connection_type == "OktaSAML")
    report.check("a connection is read", api.get_connection(okta.id).id == okta.id)
    every = list(api.list_connections(limit=9).auto_paging_iter())
    report.check("connections are walked", len({c.id for c in every}) == len(every) > 9)
    report.check("a connection is deleted", api.delete_connection(okta.id) is None)
    report.refuses("it is gone", NotFoundError, lambda: api.get_connection(okta.id))


def check_directories(report, sdk):
    api = sdk.directory_sync
    acme = organization_named(sdk, "Acme Corporation")
    google = api.list_directories(organization_id=acme).data[0]
    users = list(api.list_users(directory=google.id, limit=20).auto_paging_iter())
    counts = google.metadata.users
    report.check("users add up", counts.active + counts.inactive == len(users), str(len(users)))
    groups = api.list_groups(directory=google.id).data
    report.check("groups add up", google.metadata.groups == len(groups))
    report.check("a user is read", api.get_user(users[0].id).email == users[0].email)
    report.check("a group is read", api.get_group(groups[0].id).name == groups[0].name)
    found = api.list_users(directory=google.id, email=users[0].email).data
    report.check("a user is found by address", [u.id for u in found] == [users[0].id])
    report.check("a directory is read", api.get_directory(google.id).id == google.id)
    queued = api.create_directory_sync(google.id)
    report.check("a directory is synchronized", str(queued.status) == "queued", str(queued))
    report.check("a directory is deleted", api.delete_directory(google.id) is None)
    report.refuses("it is gone", NotFoundError, lambda: api.get_directory(google.id))


def check_events(report, sdk):
    api = sdk.events
    kinds = [
        "organization.created",
        "organization.updated",
        "organization.deleted",
        "organization_domain.created",
        "organization_domain.deleted",
        "organization_domain.verified",
        "organization_membership.created",
        "organization_membership.updated",
        "organization_membership.deleted",
        "organization_role.created",
        "organization_role.updated",
        "organization_role.deleted",
        "invitation.created",
        "invitation.resent",
        "invitation.revoked",
        "api_key.created",
        "api_key.updated",
        "api_key.revoked",
        "connection.deleted",
        "dsync.deleted",
        "authentication.password_succeeded",
        "authentication.password_failed",
    ]
    acme = organization_named(sdk, "Acme Corporation")
    every = []
    after = None
    while True:
        page = api.list_events(events=kinds, organization_id=acme, limit=20, after=after)
        every += page.data
        after = page.after
        if not after:
            break
    times = [event.created_at for event in every]
    report.check("events come oldest first", times == sorted(times) and len(times) > 20)
    told = {event.event for event in every}
    report.check("what was written is told", "connection.deleted" in told, str(sorted(told)))
    report.refuses("events must be named", BadRequestError, lambda: api.list_events(events=[]))
    report.refuses(
        "an offset is refused",
        BadRequestError,
        lambda: api.list_events(events=kinds, range_start="2026-10-01T00:00:00+00:00"),
    )


def check_audit_logs_and_portal(report, sdk):
    acme = organization_named(sdk, "Acme Corporation")
    configuration = sdk.organizations.get_audit_log_configuration(acme)
    report.check("the audit log has a state", configuration.state == "active")
    api = sdk.audit_logs
    named = RetentionPeriod(retention_period="6_MONTHS")
    set_by_name = api.update_organization_audit_logs_retention(acme, retention=named)
    report.check("a retention is set by name", set_by_name.retention_period_in_days == 180)
    days = RetentionPeriodInDays(retention_period_in_days=365)
    api.update_organization_audit_logs_retention(acme, retention=days)
    read = api.get_organization_audit_logs_retention(acme)
    report.check("and in days", read.retention_period_in_days == 365)
    link = sdk.admin_portal.generate_link(organization=acme, intent="sso", external_user_id="u")
    report.check("a link is made", link.link.startswith("https://"))
    revoked = sdk.admin_portal.revoke_link(organization=acme, external_user_id="u")
    report.check("and revoked", revoked is None)
    report.refuses(
        "not for an unknown organization",
        BadRequestError,
        lambda: sdk.admin_portal.generate_link(organization="bogus-id"),
    )


def check_it_contacts(report, sdk):
    api = sdk.organizations
    acme = organization_named(sdk, "Acme Corporation")
    made = api.create_it_contact(acme, email="new-it@acme.com")
    contacts = api.list_it_contacts(acme).data
    report.check("a contact is added", made.id in [contact.id for contact in contacts])
    report.refuses(
        "not twice", ConflictError, lambda: api.create_it_contact(acme, email="new-it@acme.com")
    )
    report.check("it is invited", api.invite_it_contact(acme, made.id, intents=["sso"]) is None)
    report.refuses(
        "not twice", ConflictError, lambda: api.invite_it_contact(acme, made.id, intents=["sso"])
    )
    report.check("the invitation is revoked", api.revoke_it_contact(acme, made.id) is None)
    report.check("it is removed", api.delete_it_contact(acme, made.id) is None)
