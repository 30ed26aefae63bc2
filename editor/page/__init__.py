"""The typing surface: text, ghost, lines, marks, markup, counts. It knows neither files nor models."""
