"""The Floor: every open problem by the guest clock, and the one that is chosen."""
