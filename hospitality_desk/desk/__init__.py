"""The counter: hand a command in (`do`), ask a question (`ask`). It opens and closes everything behind it."""
