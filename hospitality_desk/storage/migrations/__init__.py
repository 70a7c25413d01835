"""Steps from one schema to the next. A step imports nothing of ours, so that it means the same for ever."""
