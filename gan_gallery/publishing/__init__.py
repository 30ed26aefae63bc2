"""Weights become a model folder; generators that MXNet saved elsewhere come in."""
