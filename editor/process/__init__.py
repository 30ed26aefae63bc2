"""The program as a process of the system; nothing here knows what an editor is.

Its folders (`paths`), log and error reports; `single_instance`, which hands files to a program that runs already;
`worker_thread`, `request_queue` and `timers` for work beside the window; `training_job`, a child that trains and tells
in JSON lines how it goes and how it ended.
"""
