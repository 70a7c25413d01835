"""What comes in and goes out as files: tables now, papers later. Rows in, bytes out; no window, no SQL."""
