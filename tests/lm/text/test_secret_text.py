"""What looks like a secret is left out; what people write is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.text.secret_text import BREAK, looks_secret, without_secrets


@pytest.mark.parametrize(
    "token",
    [
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "550e8400-e29b-41d4-a716-446655440000",
        "d41d8cd98f00b204e9800998ecf8427e",
        "sk-proj-4f9aT3xQ9bLmZ72",
        "aB3dE5fGh7Jk9LmN",
        "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7",
    ],
)
def test_keys_and_tokens_are_secrets(token):
    assert looks_secret(token)
    assert without_secrets(f"the key {token} was there") == f"the key {BREAK} was there"


@pytest.mark.parametrize(
    "token",
    [
        "Donaudampfschifffahrtsgesellschaft",
        "antidisestablishmentarianism",
        "well-known-and-loved",
        "COVID-19-related",
        "section2",
        "2026-11-22",
        "foo_bar_baz_qux_long_name",
        "====================",
        "+49-30-1234567",
    ],
)
def test_words_names_and_numbers_are_not(token):
    assert without_secrets(f"the word {token} was there") == f"the word {token} was there"


@pytest.mark.parametrize("text", ["password: hunter22", "Password = 'hunter22'", 'API_KEY="hunter22"', "pwd:hunter22"])
def test_a_password_that_is_named_so_is_left_out(text):
    assert "hunter22" not in without_secrets(f"my {text} ok")


def test_a_password_is_known_by_what_was_typed_before_it():
    assert without_secrets(" hunter22 ok", before="the password:") == f" {BREAK} ok"


def test_a_card_number_is_left_out_and_another_number_is_not():
    assert without_secrets("pay 4111 1111 1111 1111 now") == f"pay {BREAK} now"
    assert without_secrets("pay 4111 1111 1111 1112 now") == "pay 4111 1111 1111 1112 now"


def test_a_key_block_is_left_out_whole_with_and_without_its_end():
    block = "-----BEGIN RSA PRIVATE KEY-----\nabc\ndef\n-----END RSA PRIVATE KEY-----"
    assert without_secrets(f"a\n{block}\nb") == f"a\n{BREAK}\nb"
    assert without_secrets("a\n-----BEGIN RSA PRIVATE KEY-----\nabc") == f"a\n{BREAK}"


def test_a_secret_in_a_megabyte_is_found():
    text = "some words here\n" * 60_000 + "token: abcd1234efgh\n"
    assert "abcd1234efgh" not in without_secrets(text)


@given(st.text(alphabet="aB3- 4:\n'=", max_size=80))
def test_what_is_left_is_the_text_less_what_was_left_out(text):
    position = 0
    for part in without_secrets(text).split(BREAK):
        position = text.index(part, position) + len(part)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "pw: X",
            "Kennwort: X",
            "Passwort = X",
            "mdp: X",
            "mot de passe : X",
            "contraseña: X",
            "contrasen\u0303a: X",
            "clave: X",
        ),
        *(
            "my password is X",
            "The wifi password is 'X'",
            "your password was X.",
            "Mein Kennwort lautet X",
            "X is my password",
        ),
        *(
            "Das Passwort für das WLAN ist X",
            "Le mot de passe du wifi est X",
            "La contraseña es X",
            "wifi pw X",
            "password - X",
        ),
        *(
            "Password:\nX",
            "Passwort\nX\n",
            "Contraseña:\n\nX",
            "login: mia / pass: X",
            "WLAN-Schlüssel: X",
            "clé wifi : X",
        ),
        *(
            "https://mia:X@example.org/",
            "postgres://mia:X@db/x",
            "Authorization: Bearer X",
            "Bearer X",
            "sk-X",
            "passphrase: X y z",
        ),
        *("Zugangscode X", "code d’accès : X", "código de seguridad: X", "My PIN is X", "Passwort:X"),
    ],
)
def test_a_secret_is_known_by_the_names_that_people_give_it(text):
    value = "Kirsche88x"
    assert value not in without_secrets(text.replace("X", value) + "\nand so on")
    assert without_secrets(text.replace("X", value) + "\nand so on").endswith("\nand so on")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("IBAN: DE89 3704 0044 0532 0130 00", "3704"),
        ("pay to GB29 NWBK 6016 1331 9268 19 now", "NWBK"),
        ("DE89 3704", "3704"),
        ("CVC 737", "737"),
        ("Prüfziffer: 737", "737"),
        ("El PIN es 4711", "4711"),
        ("card number 4111 1111 1111 1112", "4111"),
        ("123-45-6789", "6789"),
    ],
)
def test_numbers_of_cards_and_accounts_are_left_out(text, number):
    assert number not in without_secrets(text)


@pytest.mark.parametrize(
    "text",
    [
        "I forgot my password again and had to wait.",
        "The password is required to log in.",
        "Her password was wrong.",
        "The secret of my success is hard work.",
        "The key to the house is under the mat.",
        "Das ist der Schlüssel zum Erfolg.",
        "La clave es trabajar mucho.",
        "C'est la clé du problème.",
        "In 1914 and 1918.",
        "The code is easy to read, section 12 of it too.",
        "Es ist ein Code aus dem Jahr 1914",
        "Bearer of bad news.",
        "pin the note on the wall",
        "a secret: I love you",
    ],
)
def test_what_only_speaks_of_secrets_is_kept(text):
    assert without_secrets(text) == text
