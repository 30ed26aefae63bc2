"""The window: Qt, and the inference side of `lm` and `gan_gallery`. Never MXNet, never OpenCV.

The rooms, each of which knows only those above it:

    process      the program as a process: paths, log, threads, training children, one instance, garbage
    widgets      small widgets that know nothing of an editor: plots, labels, announcements to screen readers
    settings     preferences and their keeper, commands and keys, colours and the style sheet, indentation
    page         the text: editing, ghost text, marks, counts, long lines
    files        a document and its file: format, session, journal, watching the disk
    suggestions  asking the engine on its thread, the bar, continued writing, which model answers, what it is worth
    learning     what is learned of what a person writes, and the dialog that shows it
    searching    find and replace
    spelling     the system's dictionaries, and the marks under misspelled words
    profiles     models of the person's own, and which of them is in use
    tuning       fine-tuning, from the choice of documents to the result
    comparison   a text and its file side by side
    recovery     what a crash left, shown
    window       one window: its documents in tabs, menus, status bar, dialogs
    desks        what serves all windows: the open documents, the session, learning, profiles, spelling, docks
    how_it_works the lessons beside the page
    program      the composition root, the command line, the demo, the installation

Beside the rooms, known to all: `errors`, `translation`, and `utf16`, in which Qt counts a text.

The way of a keystroke to a ghost:

    page/text_edit        the letter is on the page at once; typed through the ghost, it shortens it, and that is all
    -> suggestions/suggestion_controller   clears what no longer fits; asks with a new id: newest wins
    -> suggestions/inference_worker        (its thread) drops what is old by now, else asks the engine
    -> lm/predicting                       one step for one new letter, a beam, an answer
    -> suggestions/suggestion_controller   drops an answer that is late, else shows it
    -> page/ghost_layout                   paints it: it is never in the document
"""
