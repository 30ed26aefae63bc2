"""The protocol of `serve` in lm/README.md is the one that it speaks."""

import io
import json
import re
from pathlib import Path

from lm.commands.serve import serve
from lm.predicting.suggester import Suggester
from tests.lm.small_models import Trained

README = Path(__file__).parents[2] / "lm" / "README.md"


def test_each_reply_in_the_readme_has_the_fields_of_a_real_one(trained_bytes: Trained, capsys):
    (example,) = re.findall(r"```\n(\{\"op\".*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    lines = example.splitlines()
    shown = [json.loads(line) for line in lines[1::2]]
    serve(io.StringIO("\n".join(lines[0::2]) + "\n"), Suggester.load(trained_bytes.folder), 0.15)
    real = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(reply) for reply in real] == [set(reply) for reply in shown]
