"""The language model: corpus -> trainer -> model folder -> engine -> completion -> suggestion. Never Qt."""
