"""The windows of what keeps the work safe: backups, the way back, damaged files."""
