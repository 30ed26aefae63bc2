"""Profiles can be listed, named, removed and rolled back, and a kill at any moment loses none."""

import json
import os
from pathlib import Path

import pytest

from editor.errors import ProfileError
from editor.profiles.profiles import Profile, Profiles, chosen_model
from editor.tuning.tuning_run import TuningRun, TuningRuns, copy_documents


def publish(folder: Path, **card) -> Path:
    folder.mkdir(parents=True)
    (folder / "card.json").write_text(json.dumps({"family": "lm-pair", "name": "x"} | card))
    return folder


def never() -> bool:
    return False


@pytest.fixture
def profiles(tmp_path):
    return Profiles(tmp_path / "profiles")


@pytest.fixture
def letters(profiles) -> Profile:
    publish(profiles.folder / "letters" / "0001", parent="english")
    publish(profiles.folder / "letters" / "0002", parent="letters")
    found = profiles.find("letters")
    assert found is not None
    return found


def own_names(profiles: Profiles) -> list[str]:
    return [profile.name for profile in profiles.all() if not profile.is_shipped]


def test_the_shipped_language_models_are_always_there_and_the_faces_are_not_among_them(profiles):
    names = [profile.name for profile in profiles.all()]
    assert names[0] == "english"
    assert "faces" not in names
    assert not profiles.folder.exists()


def test_newest_version_is_in_use_and_the_one_before_is_known(profiles, letters):
    assert letters.model == letters.folder / "0002"
    assert letters.previous == letters.folder / "0001"
    assert letters.card["parent"] == "letters"
    assert chosen_model(letters.folder) == letters.model
    assert profiles.next_version("letters") == letters.folder / "0003"


def test_folder_that_is_no_profile_is_a_model_of_its_own(tmp_path):
    assert chosen_model(tmp_path / "missing") == tmp_path / "missing"
    assert chosen_model(publish(tmp_path / "model")) == tmp_path / "model"


def test_what_is_not_published_is_no_version(profiles, letters):
    for name in ("0003.finetuning", ".0003.abc", "documents"):
        (letters.folder / name).mkdir()
    (letters.folder / "0009").write_text("a file")
    assert profiles.find("letters") == letters


def test_profile_whose_card_is_broken_is_listed_so_that_it_can_be_removed(profiles, letters):
    (letters.model / "card.json").write_text("{")
    found = profiles.find("letters")
    assert found is not None
    assert found.card == {}
    profiles.delete(found)
    assert own_names(profiles) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "needs a name"),
        ("   ", "needs a name"),
        ("a/b", "holds /"),
        ("a\\b", "holds \\"),
        ("..", "dot"),
        (".hidden", "dot"),
        ("a\nb", "invisible"),
        ("a\ud800", "invisible"),
        ("x" * 61, "61 characters"),
        ("NUL", "special meaning"),
        ("con.txt", "special meaning"),
        ("english", "already"),
        ("LETTERS", "already"),
    ],
)
def test_name_that_will_not_do_is_refused_in_a_sentence(profiles, letters, name, words):
    with pytest.raises(ProfileError) as refused:
        profiles.check_new_name(name)
    assert words in str(refused.value)


@pytest.mark.parametrize("name", ["Briefe an Mutter", " käse ", "смета-2026", "a.b", "日記"])
def test_names_are_as_people_write_them(profiles, name):
    assert profiles.check_new_name(name) == name.strip()


def test_rename_moves_every_version(profiles, letters):
    renamed = profiles.rename(letters, " novel ")
    assert renamed.name == "novel"
    assert renamed.previous is not None
    assert own_names(profiles) == ["novel"]


def test_rename_may_change_the_case_alone_or_nothing(profiles, letters):
    assert profiles.rename(letters, "letters") == letters
    assert profiles.rename(letters, "Letters").name == "Letters"


def test_roll_back_returns_to_the_version_before_and_there_is_one_way_back(profiles, letters):
    before = profiles.roll_back(letters)
    assert before.model == letters.folder / "0001"
    assert before.card["parent"] == "english"
    assert not (letters.folder / "0002").exists()
    with pytest.raises(ProfileError, match="no earlier version"):
        profiles.roll_back(before)


def test_two_versions_are_kept(profiles, letters):
    publish(letters.folder / "0003")
    profiles.keep_two_versions("letters")
    assert sorted(path.name for path in letters.folder.iterdir()) == ["0002", "0003"]


def test_shipped_model_is_not_changed(profiles):
    english = profiles.find("english")
    assert english is not None
    for change in (profiles.delete, profiles.roll_back, lambda profile: profiles.rename(profile, "mine")):
        with pytest.raises(ProfileError, match="stays as it is"):
            change(english)
    assert english.model.is_dir()


def test_removal_is_one_step_and_its_rest_is_swept_at_the_next_start(profiles, letters, monkeypatch):
    monkeypatch.setattr(
        "editor.profiles.profiles.shutil.rmtree", lambda *_, **__: None
    )  # killed right after the first step
    profiles.delete(letters)
    assert own_names(profiles) == []
    assert list(profiles.folder.iterdir())
    monkeypatch.undo()
    assert own_names(Profiles(profiles.folder)) == []
    assert list(profiles.folder.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_disk_that_refuses_is_a_sentence(profiles, letters):
    profiles.folder.chmod(0o500)
    try:
        with pytest.raises(ProfileError, match="cannot be renamed"):
            profiles.rename(letters, "other")
    finally:
        profiles.folder.chmod(0o700)


def run_of(profiles: Profiles, name: str = "letters") -> TuningRun:
    english = profiles.find("english")
    assert english is not None
    return TuningRun(name, str(profiles.next_version(name)), str(english.model), "english", 5.0, 2, 100)


def test_run_is_found_again_until_it_is_given_up(profiles, letters):
    runs, run = TuningRuns(profiles), run_of(profiles)
    runs.save(run)
    runs.copies("letters").mkdir()
    (letters.folder / "0003.finetuning").mkdir()
    (letters.folder / ".0003.tmp").mkdir()
    assert runs.unfinished() == [run]
    runs.discard(run)
    assert runs.unfinished() == []
    assert sorted(path.name for path in letters.folder.iterdir()) == ["0001", "0002"]


def test_run_that_is_given_up_leaves_no_profile_that_never_was(profiles):
    runs, run = TuningRuns(profiles), run_of(profiles, "new")
    runs.save(run)
    with pytest.raises(ProfileError, match="already"):
        profiles.check_new_name("new")
    runs.discard(run)
    assert profiles.check_new_name("new") == "new"


def test_run_of_a_renamed_profile_goes_on_under_the_new_name(profiles, letters):
    runs = TuningRuns(profiles)
    runs.save(TuningRun("letters", str(letters.folder / "0003"), str(letters.model), "letters", 5.0, 1, 10))
    renamed = profiles.rename(letters, "novel")
    (run,) = runs.unfinished()
    assert (run.profile, run.version, run.base) == ("novel", str(renamed.folder / "0003"), str(renamed.model))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"format_version": 9}', b'{"format_version": 1, "profile": 3}']
)
def test_broken_run_file_is_no_run(profiles, letters, content):
    (letters.folder / "run.json").write_bytes(content)
    assert TuningRuns(profiles).unfinished() == []


def test_documents_are_copied_in_order_so_that_they_may_change_meanwhile(tmp_path):
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbfsecond\r\n")
    (tmp_path / "a.txt").write_bytes(b"first")
    (tmp_path / "c.txt").write_bytes(b"\0")
    copied = copy_documents([tmp_path], tmp_path / "copies", never)
    assert copied == (2, 13)
    assert [path.read_bytes() for path in sorted((tmp_path / "copies").iterdir())] == [b"first\n", b"second\n"]


def test_command_reads_the_copies_and_publishes_the_next_version(profiles, letters):
    runs, run = TuningRuns(profiles), run_of(profiles)
    command = runs.command(run, keep=False)
    assert command.arguments[:4] == ("-m", "lm", "finetune", str(letters.folder / "documents"))
    assert str(letters.folder / "0003") in command.arguments
    assert "--keep" not in command.arguments
    assert "--keep" in runs.command(run, keep=True).arguments
