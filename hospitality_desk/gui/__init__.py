"""The window: the only floor that knows Qt.

One folder a screen, and no screen imports another; they ask to go elsewhere by signal. `bridge` owns every thread.
"""
