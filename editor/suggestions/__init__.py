"""From the key to the ghost: `suggestion_controller` asks, `inference_worker` answers on its thread."""
