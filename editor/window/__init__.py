"""One window: its documents in tabs, menus, status bar; what its commands do."""
