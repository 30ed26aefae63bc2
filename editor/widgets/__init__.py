"""Small parts that several rooms show: labels, a plot, a close button, announcements to screen readers."""
