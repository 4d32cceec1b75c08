import WorkOS
