"""What comes into the office file from cameras, scanners and Word: made small and safe first."""
