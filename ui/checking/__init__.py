"""What was found, outside its page: acts on a finding, the sidebar's sign, F8, exports."""
