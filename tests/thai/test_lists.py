"""Words joined into a sentence."""

from ita_desktop.thai.lists import joined


def test_words_are_joined_as_thai_joins_them() -> None:
    assert joined([]) == ""
    assert joined(["สถานะ"]) == "สถานะ"
    assert joined(["สถานะ", "ผล"]) == "สถานะและผล"
    assert joined(["ผู้รับผิดชอบ", "ระยะเวลา", "ผล"]) == "ผู้รับผิดชอบ ระยะเวลา และผล"


def test_codes_keep_a_space_to_the_word_between_them() -> None:
    assert joined(["E4", "E5"]) == "E4 และ E5"
    assert joined(["O12", "O๒๔"]) == "O12 และ O๒๔"
    assert joined(["I1", "ตัวชี้วัดที่ ๔"]) == "I1 และตัวชี้วัดที่ ๔"
    assert joined(["ก", "ข", "O24"]) == "ก ข และ O24"
    assert joined(["และ", "และ"]) == "และและและ"
    assert joined(["", "ก"]) == "และก"


def test_a_bracket_keeps_a_space_to_the_word_behind_it() -> None:
    assert joined(["กองคลัง (เจ้าของเรื่อง)", "กองช่าง"]) == "กองคลัง (เจ้าของเรื่อง) และกองช่าง"
    assert joined(["กองช่าง", "กองคลัง (งานพัสดุ)"]) == "กองช่างและกองคลัง (งานพัสดุ)"
