"""Files damaged, forged and out of reach, programs killed, any acts in any order."""
