"""Nothing is lost: backups, restoring, rescue, what was recovered, content in doubt, copies."""
