"""What every long run shares: device, threads, checkpoint, stopping, terminal, command line, child process."""
