"""Words joined into a sentence."""

from ita_desktop.thai.lists import joined


def test_words_are_joined_as_thai_joins_them() -> None:
    assert joined([]) == ""
    assert joined(["สถานะ"]) == "สถานะ"
    assert joined(["สถานะ", "ผล"]) == "สถานะและผล"
    assert joined(["ผู้รับผิดชอบ", "ระยะเวลา", "ผล"]) == "ผู้รับผิดชอบ ระยะเวลา และผล"
