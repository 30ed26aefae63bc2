"""Which Foretype this is; pyproject.toml and the metainfo's releases say the same."""

VERSION = "0.2.0"
