"""What a description cannot say of a good request, for check_with_schemathesis.py."""

import schemathesis


@schemathesis.hook
def filter_body(context, body):
    """Passes over a list that names one domain in two states, which the sandbox refuses."""
    entries = body.get("domain_data") if isinstance(body, dict) else None
    if not isinstance(entries, list):
        return True
    names = [entry.get("domain") for entry in entries if isinstance(entry, dict)]
    return len({str(name).lower() for name in names}) == len(names)
