"""What the official Python SDK 10 is made to do with people and roles; see check_with_sdk.py."""

from workos._errors import (
    AuthorizationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    UnprocessableEntityError,
)
from workos.organization_membership import RoleMultiple, RoleSingle


def organization_named(sdk, name):
    found = sdk.organizations.list_organizations(search=name, limit=100).data
    return next(o.id for o in found if o.name == name)


def code(refusal):
    return getattr(refusal, "code", None)


def check_members(report, sdk):
    api = sdk.organization_membership
    acme = organization_named(sdk, "Acme Corporation")
    every = ["active", "inactive", "pending"]
    usual = list(api.list_organization_memberships(organization_id=acme).auto_paging_iter())
    report.check("only active members are listed", {m.status for m in usual} == {"active"})
    members = list(
        api.list_organization_memberships(
            organization_id=acme, statuses=every, limit=7
        ).auto_paging_iter()
    )
    report.check("all members are walked", len({m.id for m in members}) == 24, str(len(members)))
    report.check("every status occurs", {str(m.status.value) for m in members} == set(every))
    jane = next(m for m in members if m.user.email == "jane@acme.com")
    report.check("the user is inside", jane.user.first_name == "Jane")
    report.check("one is read alone", api.get_organization_membership(jane.id).id == jane.id)
    pending = next(m for m in members if m.status == "pending")
    inactive = next(m for m in members if m.status == "inactive")

    empty = organization_named(sdk, "Acme Test (delete me)")
    added = api.create_organization_membership(
        user_id=jane.user_id, organization_id=empty, role=RoleSingle(role_slug="billing")
    )
    report.check("a member is added with a role", added.role.slug == "billing")
    report.refuses(
        "nobody is added twice",
        ConflictError,
        lambda: api.create_organization_membership(user_id=jane.user_id, organization_id=empty),
    )
    changed = api.update_organization_membership(added.id, role=RoleSingle(role_slug="admin"))
    report.check("the role changes", changed.role.slug == "admin")
    off = api.deactivate_organization_membership(added.id)
    report.check("a member is deactivated", off.status == "inactive")
    again = api.create_organization_membership(user_id=jane.user_id, organization_id=empty)
    report.check("adding reactivates", again.id == added.id and again.status == "active")
    off = api.deactivate_organization_membership(added.id)
    on = api.reactivate_organization_membership(added.id)
    report.check("a member is reactivated", (off.status, on.status) == ("inactive", "active"))
    report.check("a member is removed", api.delete_organization_membership(added.id) is None)
    report.refuses(
        "they are gone", NotFoundError, lambda: api.get_organization_membership(added.id)
    )

    refusals = [
        (
            "a pending member is not deactivated",
            BadRequestError,
            "cannot_deactivate_pending_organization_membership",
            lambda: api.deactivate_organization_membership(pending.id),
        ),
        (
            "a pending member is not reactivated",
            BadRequestError,
            "cannot_reactivate_pending_organization_membership",
            lambda: api.reactivate_organization_membership(pending.id),
        ),
        (
            "a role that is not there is refused",
            UnprocessableEntityError,
            "invalid_role",
            lambda: api.update_organization_membership(
                inactive.id, role=RoleSingle(role_slug="emperor")
            ),
        ),
        (
            "several roles are refused",
            UnprocessableEntityError,
            "multiple_roles_not_enabled",
            lambda: api.update_organization_membership(
                inactive.id, role=RoleMultiple(role_slugs=["admin", "member"])
            ),
        ),
        (
            "an organization or a user is needed",
            BadRequestError,
            "missing_user_id_or_organization_id",
            lambda: api.list_organization_memberships(),
        ),
    ]
    for what, error, expected, call in refusals:
        refusal = report.refuses(what, error, call)
        report.check("with its code", code(refusal) == expected, str(code(refusal)))


def check_users(report, sdk):
    api = sdk.user_management
    bob = api.list_users(email="bob@gmail.com").data
    report.check("a user is found by address", [u.email for u in bob] == ["bob@gmail.com"])
    report.check("and read alone", api.get_user(bob[0].id) == bob[0])
    memberships = sdk.organization_membership.list_organization_memberships(user_id=bob[0].id)
    report.check("a person is in two organizations", len(memberships.data) == 2)
    acme = organization_named(sdk, "Acme Corporation")
    users = list(api.list_users(organization_id=acme, limit=5).auto_paging_iter())
    report.check("the users of an organization are walked", len(users) > 10)
    report.refuses(
        "an unknown user is not found",
        NotFoundError,
        lambda: api.get_user("user_01M69DE12P0000000000000000"),
    )


def check_roles(report, sdk):
    api = sdk.authorization
    acme = organization_named(sdk, "Acme Corporation")
    slugs = [role.slug for role in api.list_organization_roles(acme).data]
    report.check("roles are listed, the environment's first", slugs[0] == "admin", str(slugs))
    made = api.create_organization_role(acme, name="Data Steward", description="Looks after data")
    report.check("a role is made", made.slug.startswith("org-data-steward-"))
    report.refuses(
        "not twice by one slug",
        ConflictError,
        lambda: api.create_organization_role(acme, name="Data Steward", slug=made.slug),
    )
    named = api.update_organization_role(acme, made.slug, name="Steward")
    report.check("it is renamed", named.name == "Steward")
    full = api.set_organization_role_permissions(
        acme, made.slug, permissions=["reports:read", "audit:read"]
    )
    report.check("its permissions are set", full.permissions == ["reports:read", "audit:read"])
    more = api.add_organization_role_permission(acme, made.slug, body_slug="reports:write")
    report.check("one is added", more.permissions[-1] == "reports:write")
    api.remove_organization_role_permission(acme, made.slug, "audit:read")
    less = api.get_organization_role(acme, made.slug)
    report.check("one is taken", less.permissions == ["reports:read", "reports:write"])
    report.refuses(
        "a role of the environment is not written",
        AuthorizationError,
        lambda: api.update_organization_role(acme, "admin", name="King"),
    )
    report.check("it is deleted", api.delete_organization_role(acme, made.slug) is None)
    report.refuses(
        "it is gone", NotFoundError, lambda: api.get_organization_role(acme, made.slug)
    )
    permissions = list(api.list_permissions(limit=4).auto_paging_iter())
    report.check("permissions are walked", len(permissions) == 6)


def check_invitations(report, sdk):
    api = sdk.user_management
    acme = organization_named(sdk, "Acme Corporation")
    seeded = api.list_invitations(organization_id=acme).data
    states = {str(invitation.state.value) for invitation in seeded}
    report.check("every state occurs", states == {"pending", "accepted", "expired", "revoked"})
    sent = api.send_invitation(email="new@acme.com", organization_id=acme, role_slug="member")
    report.check("one is sent, with its secrets", sent.token in sent.accept_invitation_url)
    report.check("one is read", api.get_invitation(sent.id) == sent)
    report.check("one is sent again", api.resend_invitation(sent.id).state == "pending")
    report.check("one is revoked", api.revoke_invitation(sent.id).state == "revoked")
    refusals = [
        ("invite_not_pending", lambda: api.revoke_invitation(sent.id)),
        ("invite_revoked", lambda: api.resend_invitation(sent.id)),
        (
            "user_already_organization_member",
            lambda: api.send_invitation(email="jane@acme.com", organization_id=acme),
        ),
        (
            "expires_in_days_too_long",
            lambda: api.send_invitation(
                email="x@acme.com", organization_id=acme, expires_in_days=99
            ),
        ),
    ]
    for expected, call in refusals:
        refusal = report.refuses(expected, BadRequestError, call)
        report.check("with its code", code(refusal) == expected, str(code(refusal)))
    report.refuses(
        "an address that is none is refused",
        UnprocessableEntityError,
        lambda: api.send_invitation(email="nobody", organization_id=acme),
    )
