"""The gallery's window: faces and their form, favourites, files, and trainings watched. Qt lives here alone."""
