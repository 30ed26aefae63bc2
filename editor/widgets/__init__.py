"""Small parts that several rooms show: labels, buttons, a strip, plots, a cross, announcements to screen readers."""
