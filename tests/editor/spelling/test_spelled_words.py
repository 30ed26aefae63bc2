"""Which words of a line are looked up."""

import time

import pytest

from editor.page.markup import Language
from editor.spelling.spelled_words import NOTHING_BEFORE, WordReader, is_prose, lookup_form, parts, words


def read(language, *lines):
    before, found = NOTHING_BEFORE, []
    for line in lines:
        here, before = words(language, line, before)
        found.append([word.text for word in here])
    return found


def plain(line):
    return read(Language.PLAIN, line)[0]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("One, (two) “three”—four… five!", ["One", "two", "three", "four", "five"]),
        ("don't don’t dogs' 'quoted' ’tis", ["don't", "don’t", "dogs", "quoted"]),
        ("state-of-the-art x--yes", ["state-of-the-art", "yes"]),
        ("naïve cafe\u0301 Straße", ["naïve", "cafe\u0301", "Straße"]),
        ("NASA iPhone McDonald CPUs a I", []),
        ("2nd COVID-19 x² 1990s m3", []),
        ("https://a.example/pth www.exmple htp://x (see ftp://x) me@exmple.org", ["see"]),
        ("README.md e.g. /usr/bn ~/fil src/main/wrds C:\\fil and/or", ["and", "or"]),
        ("snake_case name() key=value #tag $HOME --option -x", []),
        ("😀word привет", ["word", "привет"]),
        ("", []),
    ],
)
def test_in_plain_text(line, found):
    assert plain(line) == found


def test_places_are_counted_as_qt_counts():
    assert words(Language.PLAIN, "😀 é word", NOTHING_BEFORE)[0] == [(5, "word")]


def test_in_html_tags_attributes_comments_scripts_and_styles_are_left_out():
    assert read(
        Language.HTML,
        '<p class="wrng">one<b>two</b> &nbsp;three&nbsp;four &eacute;t&eacute; <!-- wrng',
        "wrng --> five <script",
        "src=wrng> var wrng; if (a <b) wrng",
        "</script><style>wrng { }</style> six",
    ) == [["one", "two", "three", "four"], ["five"], [], ["six"]]


def test_in_markdown_code_links_and_tags_are_left_out():
    assert read(
        Language.MARKDOWN,
        "# One `wrng` ``wr`ng``",
        'two [three](wrng "wrng") <i class=wrng>four</i> **five** _six_ [seven][wrng]',
        "[wrng]: wrng",
        "~~~",
        "wrng",
        "~~~",
        "eight",
    ) == [["One"], ["two", "three", "four", "five", "six", "seven"], [], [], [], [], ["eight"]]


def test_an_indented_block_is_code_but_not_in_a_list_nor_in_a_paragraph():
    assert read(
        Language.MARKDOWN, "one", "    two", "", "    wrng", "    wrng", "", "- three", "", "    four", "", "five"
    ) == [
        ["one"],
        ["two"],
        [],
        [],
        [],
        [],
        ["three"],
        [],
        ["four"],
        [],
        ["five"],
    ]


def test_parts_of_a_word_are_those_that_may_be_looked_up():
    assert parts("well-known") == [(0, "well"), (5, "known")]
    assert parts("X-rayed") == [(2, "rayed")]
    assert lookup_form("don’t re\u2011do so\u00adft") == "don't re-do soft"


@pytest.mark.parametrize("suffix", ["", ".txt", ".md", ".html", ".tex", ".letter"])
def test_words_are_looked_up_in_prose(suffix):
    assert is_prose(suffix)


@pytest.mark.parametrize("suffix", [".py", ".json", ".c", ".log"])
def test_no_words_are_looked_up_in_programs_and_data(suffix):
    assert not is_prose(suffix)


def test_a_long_line_is_read_in_pieces_with_the_same_words():
    line = "One word here. Another 😀 there! And e.g. this? Without an end " * 40
    reader = WordReader()
    assert reader.read(Language.PLAIN, line, NOTHING_BEFORE) == words(Language.PLAIN, line, NOTHING_BEFORE)


def test_of_a_line_that_changed_only_a_piece_is_read_again():
    reader, line = WordReader(), "Some words stand here. " * 200 + "The end."
    first, _ = reader.read(Language.PLAIN, line, NOTHING_BEFORE)
    before = set(reader._known)
    reader.begin_pass()
    reader.read(Language.PLAIN, line.replace("The end", "An end"), NOTHING_BEFORE)
    assert len(first) == 802
    assert {text for _, text, _ in set(reader._known) - before} == {"An end."}


@pytest.mark.parametrize("piece", ["a-", "'", "/", "_", "(a", "#", "[(", "`", "<a ", "](", "a.", "%", "&a", "--"])
@pytest.mark.parametrize("language", Language)
def test_no_line_takes_long(language, piece):
    line = piece * (20_000 // len(piece))
    started = time.process_time()
    words(language, line, NOTHING_BEFORE)
    assert time.process_time() - started < 1
