#!/usr/bin/env python3
"""Tries on the sandbox what schemathesis makes of the official OpenAPI description: examples, edge
cases, random requests good and bad, and chains of them.

    pip install -r Tests/sdk/requirements.txt
    python3 Tests/sdk/check_with_schemathesis.py PATH-TO-WORKOS-CONSOLE [OPTIONS-OF-ST-RUN…]

What it must put up with is in contract.py (the description) and schemathesis.toml (the checks),
each with its reason.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from contract import KEY, description, find, sandbox

# An empty cursor is none.
CURSOR = "^(org_0[0-9A-HJKMNP-TV-Z]{25})?$"
# No name of a consumer's domain matches.
DOMAIN = "^[a-z][a-z0-9]{0,20}(-[a-z0-9]{1,5})?\\.example$"


def narrowed(document):
    """The description with forms for what it calls plain text, so that good requests are good."""
    # It makes up no members, keys and the like; the SDKs do that.
    names = r"/(organizations|organization_domains)(/\{id\}(/verify)?|/external_id/.*)?"
    paths = document["paths"].items()
    document["paths"] = {path: item for path, item in paths if re.fullmatch(names, path)}
    for operation in find(document, lambda node: "operationId" in node):
        # Both cursors at once are refused; the description does not say that they may be.
        kept = [p for p in operation.get("parameters", []) if p["name"] != "before"]
        operation["parameters"] = kept
        for parameter in kept:
            if parameter["name"] == "after":
                del parameter["schema"]["example"]
                parameter["schema"]["pattern"] = CURSOR
    schemas = document["components"]["schemas"]
    for name, schema in schemas.items():
        if name.endswith("Dto") and "properties" in schema:
            narrow_request(schema)
    # Recorded from the real API: null takes the Stripe id, and a key of the metadata, away.
    schemas["UpdateOrganizationDto"]["properties"]["stripe_customer_id"] = {
        "type": ["string", "null"],
        "minLength": 1,
    }
    return document


def narrow_request(schema):
    # The real API refuses names it does not know, and this one, deprecated as it is.
    schema["additionalProperties"] = False
    properties = schema["properties"]
    properties.pop("allow_profiles_outside_organization", None)
    if "name" in properties:
        properties["name"]["minLength"] = 1
    if "metadata" in properties:
        properties["metadata"]["additionalProperties"]["type"] = ["string", "null"]
        properties["metadata"]["propertyNames"]["minLength"] = 1
    for name in ("domain_data", "domains"):
        if name in properties:
            properties[name]["uniqueItems"] = True  # The rest is in schemathesis_hooks.py.
    for name in ("domain", "domains"):
        narrow_domain(properties.get(name))


def narrow_domain(schema):
    for text in find(schema, lambda node: node.get("type") == "string" and "enum" not in node):
        text.pop("example", None)
        text["pattern"] = DOMAIN


def main():
    if len(sys.argv) < 2:
        print("usage: check_with_schemathesis.py PATH-TO-WORKOS-CONSOLE [OPTIONS]", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as directory, sandbox(sys.argv[1]) as base_url:
        path = Path(directory) / "openapi.json"
        path.write_text(json.dumps(narrowed(description())))
        command = [str(Path(sys.executable).parent / "st")]
        command += ["--config-file", str(Path(__file__).parent / "schemathesis.toml")]
        command += ["run", str(path), "--url", base_url, "--header", f"Authorization: Bearer {KEY}"]
        hooks = str(Path(__file__).parent / "schemathesis_hooks.py")
        environment = {**os.environ, "SCHEMATHESIS_HOOKS": hooks}
        return subprocess.run(command + sys.argv[2:], cwd=directory, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
