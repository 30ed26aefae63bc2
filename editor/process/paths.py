"""Where Foretype keeps its own files."""

from dataclasses import dataclass
from pathlib import Path

from resources.user_folders import cache_folder, config_folder, data_folder, log_folder


@dataclass(frozen=True, slots=True)
class Paths:
    """The files and folders of one person; a test hands in others."""

    preferences: Path
    recovery: Path
    cache: Path

    @property
    def gallery(self) -> Path:
        """Favourites, trained generators and their runs."""
        return self.recovery.parent / "gallery"

    @property
    def learned(self) -> Path:
        """What was learned from the person's own text."""
        return self.recovery.parent / "learned"

    @property
    def worth(self) -> Path:
        """The counts of what the suggestions are worth, beside the recovery journals."""
        return self.recovery.with_name("worth.json")

    @property
    def last_session(self) -> Path:
        """The windows that were open at the end, beside the recovery journals."""
        return self.recovery.with_name("session.json")

    @property
    def recent(self) -> Path:
        """The list of recent files, beside the recovery journals."""
        return self.recovery.with_name("recent.json")

    @property
    def words(self) -> Path:
        """The person's own words, which no dictionary has, beside the preferences."""
        return self.preferences.with_name("words.txt")

    @property
    def profiles(self) -> Path:
        """The folder of the models fine-tuned here, beside the recovery journals."""
        return self.recovery.with_name("profiles")


def user_paths() -> Paths:
    """Return the folders that the platform prescribes; nothing is created yet."""
    return Paths(
        preferences=config_folder() / "preferences.json",
        recovery=data_folder() / "recovery",
        cache=cache_folder(),
    )


def user_log_folder() -> Path:
    """Return where the platform wants log files; nothing is created yet."""
    return log_folder()
