"""What serves all windows, an object for each: made by the composition root, connected with every tab and window.

`open_documents` opens, finds and closes; `session_restore` and `last_session` bring back where a person left off;
`recovery_desk` what a crash left; `personal_learning`, `profiles_desk` and `spelling_desk` connect the documents with
what learns, answers and checks; `shared_dock` is a panel that follows the person from window to window.
"""
