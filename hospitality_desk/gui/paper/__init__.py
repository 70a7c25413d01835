"""Stories as they are printed: the pages before they are saved as a file or put on paper."""
