<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>suggestion: {text}</source>
        <translation>Vorschlag: {text}</translation>
    </message>
    <message>
        <source>Of the last session: {lost}</source>
        <translation>Von der letzten Sitzung: {lost}</translation>
    </message>
    <message>
        <source>Nothing was recovered</source>
        <translation>Es wurde nichts wiederhergestellt</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the file is read-only</source>
        <translation>die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>{saved:.0%} of keys saved</source>
        <translation>{saved:.0%} der Anschläge gespart</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>The picture cannot be put into {folder} ({reason}): save it elsewhere</source>
        <translation>Das Bild lässt sich nicht in {folder} ablegen ({reason}): Speichern Sie es anderswo</translation>
    </message>
    <message>
        <source>The picture is {path}</source>
        <translation>Das Bild ist {path}</translation>
    </message>
    <message>
        <source>The previous model stays in use: {sentence}</source>
        <translation>Es bleibt beim bisherigen Modell: {sentence}</translation>
    </message>
    <message>
        <source>{sentence} See Learning, Fine-tune.</source>
        <translation>{sentence} Siehe Lernen, „An eigenen Dokumenten weiterlernen“.</translation>
    </message>
    <message>
        <source>{path} no longer exists</source>
        <translation>{path} gibt es nicht mehr</translation>
    </message>
    <message>
        <source>No closed file is left to reopen</source>
        <translation>Es gibt keine geschlossene Datei mehr, die wieder geöffnet werden könnte</translation>
    </message>
    <message>
        <source>This recovery file is damaged: what can still be read is above; the file is {path}</source>
        <translation>Diese Sicherung ist beschädigt: Oben steht, was davon lesbar ist; sie liegt in {path}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>Kept, still unsaved</source>
        <translation>Behalten, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Saved what can be read as {path}</source>
        <translation>Was lesbar ist, wurde als {path} gespeichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The file on disk was taken; undo in the page brings this text back</source>
        <translation>Die Datei auf der Platte wurde genommen; Rückgängig auf der Seite holt diesen Text zurück</translation>
    </message>
    <message>
        <source>Something went wrong in Foretype</source>
        <translation>In Foretype ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Your text is unchanged, and a copy of everything unsaved has just been stored: the next start would bring it back. You can go on. If it happens again, save your work and start Foretype again.</source>
        <translation>Ihr Text ist, wie er war, und von allem Ungespeicherten wurde gerade eine Kopie gesichert; ein neuer Start brächte sie zurück. Sie können weiterarbeiten. Wenn es noch einmal geschieht, speichern Sie Ihre Arbeit und starten Sie Foretype neu.</translation>
    </message>
    <message>
        <source>These details help to find the fault. They name files of the program, perhaps some of yours:</source>
        <translation>Die Einzelheiten unten helfen, den Fehler zu beheben. Sie nennen Dateien des Programms und vielleicht auch Ihre:</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>They are also in {log}</source>
        <translation>Sie stehen auch in {log}</translation>
    </message>
    <message>
        <source>&amp;Copy the details</source>
        <translation>&amp;Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>{name} is long: only its last {size} MB are learned</source>
        <translation>{name} ist lang: Gelernt werden die letzten {size} MB davon</translation>
    </message>
    <message>
        <source>Nothing more is learned from {name}, and what had been learned is forgotten</source>
        <translation>Aus {name} wird nichts mehr gelernt, und was gelernt wurde, ist vergessen</translation>
    </message>
    <message>
        <source>Private: nothing is learned</source>
        <translation>Privat: Es wird nichts gelernt</translation>
    </message>
    <message>
        <source>Learning off</source>
        <translation>Lernen aus</translation>
    </message>
    <message>
        <source>Not learned from</source>
        <translation>Hieraus wird nicht gelernt</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Was gelernt wurde</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in what was learned</source>
        <translation>In dem suchen, was gelernt wurde</translation>
    </message>
    <message>
        <source>Words that were learned, with their counts</source>
        <translation>Wörter, die gelernt wurden, mit ihrer Anzahl</translation>
    </message>
    <message>
        <source>Documents that were learned from</source>
        <translation>Dokumente, aus denen gelernt wurde</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>&amp;Dokumente</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Es wird gelesen…</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Vergessen…</translation>
    </message>
    <message>
        <source>&amp;Never suggest</source>
        <translation>&amp;Nie vorschlagen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Forget every&amp;thing…</source>
        <translation>A&amp;lles vergessen…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sc&amp;hließen</translation>
    </message>
    <message>
        <source>&amp;Words ({count:,})</source>
        <translation>&amp;Wörter ({count:,})</translation>
    </message>
    <message>
        <source>&amp;Documents ({count:,})</source>
        <translation>&amp;Dokumente ({count:,})</translation>
    </message>
    <message>
        <source>Nothing has been learned yet</source>
        <translation>Es wurde noch nichts gelernt</translation>
    </message>
    <message>
        <source>Forget the word “{word}” in every text, in capitals and small letters alike?</source>
        <translation>Das Wort „{word}“ in jedem Text vergessen, groß- wie kleingeschrieben?</translation>
    </message>
    <message>
        <source>Forget these {count:,} words in every text, in capitals and small letters alike?</source>
        <translation>Diese {count:,} Wörter in jedem Text vergessen, groß- wie kleingeschrieben?</translation>
    </message>
    <message>
        <source>Forget everything that was learned from “{name}”?</source>
        <translation>Alles vergessen, was aus „{name}“ gelernt wurde?</translation>
    </message>
    <message>
        <source>Forget everything that was learned from these {count:,} texts?</source>
        <translation>Alles vergessen, was aus diesen {count:,} Texten gelernt wurde?</translation>
    </message>
    <message>
        <source>“{word}” is never suggested from now on; the list is in the preferences</source>
        <translation>„{word}“ wird von jetzt an nie vorgeschlagen; die Liste steht in den Einstellungen</translation>
    </message>
    <message>
        <source>{count:,} words are never suggested from now on; the list is in the preferences</source>
        <translation>{count:,} Wörter werden von jetzt an nie vorgeschlagen; die Liste steht in den Einstellungen</translation>
    </message>
    <message>
        <source>Forget everything that was learned? This cannot be undone.</source>
        <translation>Alles vergessen, was gelernt wurde? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>Exportieren, was gelernt wurde</translation>
    </message>
    <message>
        <source>Typed on {day}</source>
        <translation>Getippt am {day}</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} Bytes</translation>
    </message>
    <message>
        <source>another Foretype keeps what is learned: this one learns only until it is closed, and cannot forget for good</source>
        <translation>ein anderes Foretype verwahrt, was gelernt wird: Dieses lernt, bis es geschlossen wird, und vergisst nichts auf Dauer</translation>
    </message>
    <message>
        <source>nothing was learned</source>
        <translation>es wurde nichts gelernt</translation>
    </message>
    <message>
        <source>none of these {count} words was learned</source>
        <translation>keines dieser {count} Wörter wurde gelernt</translation>
    </message>
    <message>
        <source>“{word}” was not learned</source>
        <translation>„{word}“ wurde nicht gelernt</translation>
    </message>
    <message>
        <source>Forgot {count} words</source>
        <translation>{count} Wörter vergessen</translation>
    </message>
    <message>
        <source>Forgot “{word}”</source>
        <translation>„{word}“ vergessen</translation>
    </message>
    <message>
        <source>Nothing was learned from it</source>
        <translation>Daraus wurde nichts gelernt</translation>
    </message>
    <message>
        <source>Forgot {count} texts</source>
        <translation>{count} Texte vergessen</translation>
    </message>
    <message>
        <source>Forgot it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgot everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Exportiert nach {path}</translation>
    </message>
    <message>
        <source>“{word}” is misspelled</source>
        <translation>„{word}“ ist falsch geschrieben</translation>
    </message>
    <message>
        <source>No similar word is known</source>
        <translation>Kein Wort ist ähnlich</translation>
    </message>
    <message>
        <source>&amp;Add “{word}” to the dictionary</source>
        <translation>„{word}“ zum Wörterbuch &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Ignore it here</source>
        <translation>Hier &amp;ignorieren</translation>
    </message>
    <message>
        <source>&amp;Next misspelled word</source>
        <translation>Nächstes &amp;falsch geschriebenes Wort</translation>
    </message>
    <message>
        <source>Spelling is not checked in {suffix} files</source>
        <translation>In {suffix}-Dateien wird die Rechtschreibung nicht geprüft</translation>
    </message>
    <message>
        <source>Spelling is off</source>
        <translation>Die Rechtschreibprüfung ist aus</translation>
    </message>
    <message>
        <source>Spelling is not checked in lines of more than {most:,} characters</source>
        <translation>In Zeilen von mehr als {most:,} Zeichen wird die Rechtschreibung nicht geprüft</translation>
    </message>
    <message>
        <source>No misspelled word was found</source>
        <translation>Kein falsch geschriebenes Wort gefunden</translation>
    </message>
    <message>
        <source>Spelling is off: no hunspell dictionary is installed; on Debian or Ubuntu: apt-get install {package}</source>
        <translation>Die Rechtschreibprüfung ist aus: Es ist kein Hunspell-Wörterbuch installiert; unter Debian oder Ubuntu: apt-get install {package}</translation>
    </message>
    <message>
        <source>Spelling is off: no hunspell dictionary of {language} is installed; on Debian or Ubuntu: apt-get install {package}</source>
        <translation>Die Rechtschreibprüfung ist aus: Für {language} ist kein Hunspell-Wörterbuch installiert; unter Debian oder Ubuntu: apt-get install {package}</translation>
    </message>
    <message>
        <source>Spelling is off: the library Enchant is not installed; on Debian or Ubuntu: apt-get install {library} {package}</source>
        <translation>Die Rechtschreibprüfung ist aus: Die Bibliothek Enchant ist nicht installiert; unter Debian oder Ubuntu: apt-get install {library} {package}</translation>
    </message>
    <message>
        <source>Spelling is off: the dictionary of {language} cannot be read: {reason}</source>
        <translation>Die Rechtschreibprüfung ist aus: Das Wörterbuch für {language} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>&amp;Spelling</source>
        <translation>&amp;Rechtschreibung</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>Looking for dictionaries…</source>
        <translation>Wörterbücher werden gesucht…</translation>
    </message>
    <message>
        <source>As the &amp;system: {language}</source>
        <translation>Wie das &amp;System: {language}</translation>
    </message>
    <message>
        <source>As the &amp;system: {language} and {other}</source>
        <translation>Wie das &amp;System: {language} und {other}</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Spelling is off: {reason}</source>
        <translation>Die Rechtschreibprüfung ist aus: {reason}</translation>
    </message>
    <message>
        <source>“{word}” is known only until Foretype ends: {path} cannot be written: {reason}</source>
        <translation>„{word}“ ist nur bekannt, bis Foretype endet: {path} lässt sich nicht schreiben: {reason}</translation>
    </message>
    <message>
        <source>{path} was written by a newer Foretype: it is left as it is</source>
        <translation>{path} stammt von einem neueren Foretype: Die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Your own words cannot be read: {path}: {reason}; repair the file, or move it away</source>
        <translation>Ihre eigenen Wörter lassen sich nicht lesen: {path}: {reason}; reparieren Sie die Datei oder schieben Sie sie beiseite</translation>
    </message>
    <message>
        <source>{path} is too large for a list of words: it is not read</source>
        <translation>{path} ist zu groß für eine Wörterliste: Die Datei wird nicht gelesen</translation>
    </message>
    <message>
        <source>the model cannot be loaded: {reason}</source>
        <translation>das Modell lässt sich nicht laden: {reason}</translation>
    </message>
    <message>
        <source>no suggestion: {reason}</source>
        <translation>kein Vorschlag: {reason}</translation>
    </message>
    <message>
        <source>There is no model that could have an opinion.</source>
        <translation>Es gibt kein Modell, das eine Meinung haben könnte.</translation>
    </message>
    <message>
        <source>The model has no opinion: {reason}</source>
        <translation>Das Modell hat keine Meinung: {reason}</translation>
    </message>
    <message>
        <source>Suggested words</source>
        <translation>Vorgeschlagene Wörter</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>Alternative</translation>
    </message>
    <message>
        <source>Suggestion {place} of {count} is on show</source>
        <translation>Vorschlag {place} von {count} wird gezeigt</translation>
    </message>
    <message>
        <source>Take “{word}” instead of “{typed}”: {key}</source>
        <translation>„{word}“ statt „{typed}“ übernehmen: {key}</translation>
    </message>
    <message>
        <source>Take “{word}”: {key}</source>
        <translation>„{word}“ übernehmen: {key}</translation>
    </message>
    <message>
        <source>no word</source>
        <translation>kein Wort</translation>
    </message>
    <message>
        <source>the suggestion engine cannot be loaded ({reason}): install the project&apos;s requirements</source>
        <translation>was die Vorschläge macht, lässt sich nicht laden ({reason}): Installieren Sie, was das Programm braucht</translation>
    </message>
    <message>
        <source>Forget all figures and count from zero?</source>
        <translation>Alle Zahlen vergessen und von null an zählen?</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>Keystrokes saved</source>
        <translation>Gesparte Anschläge</translation>
    </message>
    <message>
        <source>Letters that accepted suggestions typed for you, less the keys you pressed to accept them. In brackets: their share of all you wrote.</source>
        <translation>Buchstaben, die übernommene Vorschläge für Sie getippt haben, weniger die Tasten, die Sie zum Übernehmen gedrückt haben. In Klammern: ihr Anteil an allem, was Sie geschrieben haben.</translation>
    </message>
    <message>
        <source>Suggestions shown</source>
        <translation>Gezeigte Vorschläge</translation>
    </message>
    <message>
        <source>How often a suggestion appeared after the caret.</source>
        <translation>Wie oft hinter der Schreibmarke ein Vorschlag erschien.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Of these, how many you took, all or part.</source>
        <translation>Wie viele davon Sie übernommen haben, ganz oder zum Teil.</translation>
    </message>
    <message>
        <source>Shown and wrong</source>
        <translation>Gezeigt und falsch</translation>
    </message>
    <message>
        <source>Of these, how many you typed something else against. Typed along, dismissed or left is neither.</source>
        <translation>Bei wie vielen davon Sie etwas anderes getippt haben. Mitgetippt, verworfen oder stehen gelassen zählt weder so noch so.</translation>
    </message>
    <message>
        <source>Words from the bar</source>
        <translation>Wörter aus der Leiste</translation>
    </message>
    <message>
        <source>Taken from the strip under the page.</source>
        <translation>Aus der Leiste unter der Seite übernommen.</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>From the key to the suggestion on the screen: half came sooner than the first figure, 95 of 100 sooner than the second.</source>
        <translation>Von der Taste bis zum Vorschlag auf dem Bildschirm: Die Hälfte kam schneller, als die erste Zahl sagt, 95 von 100 schneller, als die zweite sagt.</translation>
    </message>
    <message>
        <source>What it is worth</source>
        <translation>Was es bringt</translation>
    </message>
    <message>
        <source>Counted since {day} {month} {year}, on this computer alone. No text is kept.</source>
        <translation>Gezählt seit dem {day}. {month} {year}, nur auf diesem Rechner. Es wird kein Text aufbewahrt.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>overall</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>&amp;Reset…</source>
        <translation>Zurü&amp;cksetzen…</translation>
    </message>
    <message>
        <source>This text is read-only: nothing can be written into it</source>
        <translation>Dieser Text ist schreibgeschützt: Es lässt sich nichts hineinschreiben</translation>
    </message>
    <message>
        <source>There is no model to write with yet</source>
        <translation>Es gibt noch kein Modell, das schreiben könnte</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibt…</translation>
    </message>
    <message>
        <source>1 word, version {version}</source>
        <translation>1 Wort, Fassung {version}</translation>
    </message>
    <message>
        <source>{count} words, version {version}</source>
        <translation>{count} Wörter, Fassung {version}</translation>
    </message>
    <message>
        <source>A sentence</source>
        <translation>Ein Satz</translation>
    </message>
    <message>
        <source>A paragraph</source>
        <translation>Ein Absatz</translation>
    </message>
    <message>
        <source>A page</source>
        <translation>Eine Seite</translation>
    </message>
    <message>
        <source>Continued writing</source>
        <translation>Weitergeschriebener Text</translation>
    </message>
    <message>
        <source>Preview of the continued text</source>
        <translation>Vorschau des weitergeschriebenen Textes</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>Einf&amp;ügen</translation>
    </message>
    <message>
        <source>Put the text into the document (Enter)</source>
        <translation>Den Text in das Dokument einfügen (Enter)</translation>
    </message>
    <message>
        <source>An&amp;other</source>
        <translation>A&amp;nderes</translation>
    </message>
    <message>
        <source>Write something else from the same place</source>
        <translation>Von derselben Stelle aus etwas anderes schreiben</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Keep what there is and write no more</source>
        <translation>Behalten, was da ist, und nicht weiterschreiben</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Verwer&amp;fen</translation>
    </message>
    <message>
        <source>Close without a trace (Esc)</source>
        <translation>Spurlos schließen (Esc)</translation>
    </message>
    <message>
        <source>How much to write</source>
        <translation>Wie viel geschrieben wird</translation>
    </message>
    <message>
        <source>Temperature, in hundredths</source>
        <translation>Temperatur, in Hundertsteln</translation>
    </message>
    <message>
        <source>Low: the most likely words. High: more surprising ones, and more mistakes</source>
        <translation>Niedrig: die wahrscheinlichsten Wörter. Hoch: überraschendere, und mehr Fehler</translation>
    </message>
    <message>
        <source>Temperat&amp;ure</source>
        <translation>Temperat&amp;ur</translation>
    </message>
    <message>
        <source>there is no model to write with</source>
        <translation>es gibt kein Modell, das schreiben könnte</translation>
    </message>
    <message>
        <source>nothing more can be written: {reason}</source>
        <translation>es lässt sich nichts mehr schreiben: {reason}</translation>
    </message>
    <message>
        <source>there is not enough memory to read them</source>
        <translation>der Speicher reicht nicht, um sie zu lesen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No better than before</source>
        <translation>Nicht besser als zuvor</translation>
    </message>
    <message>
        <source>The training failed</source>
        <translation>Das Training ist gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>A folder of documents</source>
        <translation>Ein Ordner mit Dokumenten</translation>
    </message>
    <message>
        <source>Documents to learn from</source>
        <translation>Dokumente, aus denen gelernt wird</translation>
    </message>
    <message>
        <source>Fine-tune on your documents</source>
        <translation>An eigenen Dokumenten weiterlernen</translation>
    </message>
    <message>
        <source>&amp;Resume it</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Give it up</source>
        <translation>&amp;Aufgeben</translation>
    </message>
    <message>
        <source>“{profile}” learns from {base}</source>
        <translation>„{profile}“ lernt auf der Grundlage von {base}</translation>
    </message>
    <message>
        <source>Copying the documents…</source>
        <translation>Die Dokumente werden kopiert…</translation>
    </message>
    <message>
        <source>Pausing: saving what was learned…</source>
        <translation>Wird angehalten: Das Gelernte wird gesichert…</translation>
    </message>
    <message>
        <source>Paused; what was learned is kept, even if you quit.</source>
        <translation>Angehalten; das Gelernte ist gesichert, auch wenn Sie das Programm beenden.</translation>
    </message>
    <message>
        <source>Cancelling: saving what was learned…</source>
        <translation>Wird abgebrochen: Das Gelernte wird gesichert…</translation>
    </message>
    <message>
        <source>&amp;Another training…</source>
        <translation>&amp;Weiteres Training…</translation>
    </message>
    <message>
        <source>&amp;Use this model now</source>
        <translation>Dieses Modell &amp;jetzt verwenden</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep it anyway</source>
        <translation>Trotzdem &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>An&amp;sehen</translation>
    </message>
    <message>
        <source>“{name}” gets a new version; the previous one is kept, and you can go back to it.</source>
        <translation>„{name}“ bekommt eine neue Version; die vorige bleibt erhalten, und Sie können zu ihr zurückkehren.</translation>
    </message>
    <message>
        <source>The training of “{profile}” on 1 document is done, and the model got no better.</source>
        <translation>Das Training von „{profile}“ an 1 Dokument lief bis zum Ende und brachte keine Verbesserung.</translation>
    </message>
    <message>
        <source>The training of “{profile}” on {count:,} documents is done, and the model got no better.</source>
        <translation>Das Training von „{profile}“ an {count:,} Dokumenten lief bis zum Ende und brachte keine Verbesserung.</translation>
    </message>
    <message>
        <source>The training of “{profile}” on 1 document was not finished.</source>
        <translation>Das Training von „{profile}“ an 1 Dokument wurde nicht beendet.</translation>
    </message>
    <message>
        <source>The training of “{profile}” on {count:,} documents was not finished.</source>
        <translation>Das Training von „{profile}“ an {count:,} Dokumenten wurde nicht beendet.</translation>
    </message>
    <message>
        <source>{title}: bits per character over the training</source>
        <translation>{title}: Bits pro Zeichen im Verlauf des Trainings</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>noch nichts gemessen</translation>
    </message>
    <message>
        <source>on your held-out text</source>
        <translation>auf Ihrem zurückgehaltenen Text</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>text read</source>
        <translation>gelesener Text</translation>
    </message>
    <message>
        <source>{before:.3f} bits per character before</source>
        <translation>vorher {before:.3f} Bits pro Zeichen</translation>
    </message>
    <message>
        <source>{before:.3f} bits per character before, {now:.3f} now</source>
        <translation>vorher {before:.3f} Bits pro Zeichen, jetzt {now:.3f}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>How the document begins</source>
        <translation>Wie das Dokument beginnt</translation>
    </message>
    <message>
        <source>Choose a document to see how it begins.</source>
        <translation>Wählen Sie ein Dokument, um zu sehen, wie es beginnt.</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>such as letters, or thesis</source>
        <translation>etwa Briefe oder Diplomarbeit</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Training starten</translation>
    </message>
    <message>
        <source>Reading the documents…</source>
        <translation>Die Dokumente werden gelesen…</translation>
    </message>
    <message>
        <source>Add files or folders with texts of yours, or drop them here: Foretype learns from them, on this computer alone, to suggest what you would write.</source>
        <translation>Fügen Sie Dateien oder Ordner mit eigenen Texten hinzu, oder ziehen Sie sie hierher: Foretype lernt daraus, nur auf diesem Rechner, um vorzuschlagen, was Sie schreiben würden.</translation>
    </message>
    <message>
        <source>Not read: {reason}</source>
        <translation>Nicht gelesen: {reason}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>&amp;Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>&amp;Begin with:</source>
        <translation>&amp;Grundlage:</translation>
    </message>
    <message>
        <source>&amp;Name of the new model:</source>
        <translation>&amp;Name des neuen Modells:</translation>
    </message>
    <message>
        <source>&amp;Time limit:</source>
        <translation>&amp;Höchstens:</translation>
    </message>
    <message>
        <source>{name} (came with Foretype)</source>
        <translation>{name} (kam mit Foretype)</translation>
    </message>
    <message>
        <source>1 document, {size}</source>
        <translation>1 Dokument, {size}</translation>
    </message>
    <message>
        <source>{count:,} documents, {size}</source>
        <translation>{count:,} Dokumente, {size}</translation>
    </message>
    <message>
        <source>; 1 other cannot be read</source>
        <translation>; 1 weiteres ist nicht lesbar</translation>
    </message>
    <message>
        <source>; {count:,} others cannot be read</source>
        <translation>; {count:,} weitere sind nicht lesbar</translation>
    </message>
    <message>
        <source>. That is too little to learn from: add more, at least 2 kB</source>
        <translation>. Das ist zu wenig zum Lernen: Fügen Sie mehr hinzu, mindestens 2 kB</translation>
    </message>
    <message>
        <source>a model needs a name: type one</source>
        <translation>ein Modell braucht einen Namen: Geben Sie einen ein</translation>
    </message>
    <message>
        <source>the name has {count} characters: at most {most} are possible</source>
        <translation>der Name hat {count} Zeichen: Höchstens {most} sind erlaubt</translation>
    </message>
    <message>
        <source>an invisible character</source>
        <translation>ein unsichtbares Zeichen</translation>
    </message>
    <message>
        <source>the name holds {character}, which file names cannot: choose another</source>
        <translation>der Name enthält {character}, was in Dateinamen nicht geht: Wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>the name begins or ends with a dot, which hides a folder: choose another</source>
        <translation>der Name beginnt oder endet mit einem Punkt, was einen Ordner versteckt: Wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>“{name}” has a special meaning on some systems: choose another name</source>
        <translation>„{name}“ bedeutet auf manchen Systemen etwas anderes: Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>there is a model “{name}” already: choose another name</source>
        <translation>es gibt schon ein Modell „{name}“: Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>“{name}” cannot be renamed ({reason})</source>
        <translation>„{name}“ lässt sich nicht umbenennen ({reason})</translation>
    </message>
    <message>
        <source>“{name}” has no earlier version</source>
        <translation>„{name}“ hat keine Version vor dieser</translation>
    </message>
    <message>
        <source>“{name}” came with Foretype and stays as it is</source>
        <translation>„{name}“ kam mit Foretype und bleibt, wie es ist</translation>
    </message>
    <message>
        <source>{path} cannot be removed ({reason}): check its permissions</source>
        <translation>{path} lässt sich nicht entfernen ({reason}): Prüfen Sie die Zugriffsrechte</translation>
    </message>
    <message>
        <source>Keystrokes saved by the bar on your held-out text: {before:.1%} before, {after:.1%} with it.</source>
        <translation>Anschläge, die die Leiste bei Ihrem zurückgehaltenen Text spart: vorher {before:.1%}, damit {after:.1%}.</translation>
    </message>
    <message>
        <source>Keystrokes saved by the bar on general text: {before:.1%} before, {after:.1%} with it.</source>
        <translation>Anschläge, die die Leiste bei allgemeinem Text spart: vorher {before:.1%}, damit {after:.1%}.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Go &amp;back to the previous version</source>
        <translation>&amp;Zurück zur vorigen Version</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Go back to the previous version of “{name}”, and remove the newer one?</source>
        <translation>Zur vorigen Version von „{name}“ zurückkehren und die neuere entfernen?</translation>
    </message>
    <message>
        <source>Delete “{name}” with all its versions?</source>
        <translation>„{name}“ mit allen Versionen löschen?</translation>
    </message>
    <message>
        <source>A training uses “{name}”: wait until it is done, or cancel it.</source>
        <translation>Ein Training benutzt „{name}“: Warten Sie, bis es fertig ist, oder brechen Sie es ab.</translation>
    </message>
    <message>
        <source>Its description cannot be read: the model is damaged and cannot be used.</source>
        <translation>Seine Beschreibung lässt sich nicht lesen: Das Modell ist beschädigt und nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Came with Foretype.</source>
        <translation>Kam mit Foretype.</translation>
    </message>
    <message>
        <source>Learned from 1 document of yours, {size}, on top of “{parent}”.</source>
        <translation>Hat aus 1 Ihrer Dokumente gelernt, {size}, auf der Grundlage von „{parent}“.</translation>
    </message>
    <message>
        <source>Learned from {count:,} documents of yours, {size}, on top of “{parent}”.</source>
        <translation>Hat aus {count:,} Ihrer Dokumente gelernt, {size}, auf der Grundlage von „{parent}“.</translation>
    </message>
    <message>
        <source>Made on {day}.</source>
        <translation>Entstanden am {day}.</translation>
    </message>
    <message>
        <source>The previous version is kept.</source>
        <translation>Die vorige Version ist noch da.</translation>
    </message>
    <message>
        <source>Your held-out text</source>
        <translation>Ihr zurückgehaltener Text</translation>
    </message>
    <message>
        <source>General text</source>
        <translation>Allgemeiner Text</translation>
    </message>
    <message>
        <source>{old} → {new}   same</source>
        <translation>{old} → {new}   gleich</translation>
    </message>
    <message>
        <source>{old} → {new}   better</source>
        <translation>{old} → {new}   besser</translation>
    </message>
    <message>
        <source>{old} → {new}   worse</source>
        <translation>{old} → {new}   schlechter</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Bits per character: the fewer, the better.</source>
        <translation>Bits je Zeichen: je weniger, desto besser.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>{share:.0%} done</source>
        <translation>{share:.0%} fertig</translation>
    </message>
    <message>
        <source>time left: being measured</source>
        <translation>Restzeit: wird gemessen</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>fast fertig</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>Measured on this machine: all of it takes at most {duration}.</source>
        <translation>Auf diesem Rechner gemessen: Das Ganze dauert höchstens {duration}.</translation>
    </message>
    <message>
        <source>{count:,.0f} characters per second.</source>
        <translation>{count:,.0f} Zeichen pro Sekunde.</translation>
    </message>
    <message>
        <source>the training cannot be started ({reason})</source>
        <translation>das Training lässt sich nicht starten ({reason})</translation>
    </message>
    <message>
        <source>the training is done</source>
        <translation>das Training ist fertig</translation>
    </message>
    <message>
        <source>the training ended with exit code {code} and said nothing</source>
        <translation>das Training endete mit dem Code {code} und sagte nichts dazu</translation>
    </message>
    <message>
        <source>the training was cancelled; what it had done is kept</source>
        <translation>das Training wurde abgebrochen, was es geleistet hat, bleibt erhalten</translation>
    </message>
    <message>
        <source>signal {number}, {name}</source>
        <translation>Signal {number}, {name}</translation>
    </message>
    <message>
        <source>code {number}</source>
        <translation>Code {number}</translation>
    </message>
    <message>
        <source>the training process was killed by {name} (perhaps the memory ran out): its last checkpoint is kept, resume the run</source>
        <translation>der Trainingsprozess wurde gewaltsam beendet, {name} (vielleicht reichte der Speicher nicht): Sein letzter Zwischenstand ist gesichert, setzen Sie das Training fort</translation>
    </message>
    <message>
        <source>the training process was killed by {name}: its last checkpoint is kept, resume the run</source>
        <translation>der Trainingsprozess wurde gewaltsam beendet, {name}: Sein letzter Zwischenstand ist gesichert, setzen Sie das Training fort</translation>
    </message>
    <message>
        <source>Keystrokes saved by the ghost</source>
        <translation>Anschläge, gespart vom Vorschlag im Text</translation>
    </message>
    <message>
        <source>Keystrokes saved by the bar</source>
        <translation>Anschläge, gespart von der Leiste</translation>
    </message>
    <message>
        <source>Training the word network…</source>
        <translation>Das Wörternetz wird trainiert…</translation>
    </message>
    <message>
        <source>Training the letter network…</source>
        <translation>Das Buchstabennetz wird trainiert…</translation>
    </message>
    <message>
        <source>Bits per character, words</source>
        <translation>Bits pro Zeichen, Wörter</translation>
    </message>
    <message>
        <source>Bits per character, letters</source>
        <translation>Bits pro Zeichen, Buchstaben</translation>
    </message>
    <message>
        <source>The word network got no better: the old one stays in use.</source>
        <translation>Das Wörternetz wurde nicht besser: Das alte bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>The letter network got no better: the old one stays in use.</source>
        <translation>Das Buchstabennetz wurde nicht besser: Das alte bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>On the GPU: {reason}.</source>
        <translation>Auf der GPU: {reason}.</translation>
    </message>
    <message>
        <source>On the CPU: {reason}.</source>
        <translation>Auf der CPU: {reason}.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Es beginnt…</translation>
    </message>
    <message>
        <source>Loading the trainer…</source>
        <translation>Das Trainingsprogramm wird geladen…</translation>
    </message>
    <message>
        <source>Reading what was done…</source>
        <translation>Der bisherige Stand wird gelesen…</translation>
    </message>
    <message>
        <source>{count:,} bytes of your text are set aside to measure with, and never learned.</source>
        <translation>{count:,} Bytes Ihres Textes werden zurückgehalten: An ihnen wird gemessen, gelernt werden sie nie.</translation>
    </message>
    <message>
        <source>Measuring the model as it is, and this machine…</source>
        <translation>Das Modell, wie es ist, und dieser Rechner werden gemessen…</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Training läuft…</translation>
    </message>
    <message>
        <source>{count} of your words are new to the model.</source>
        <translation>{count} Ihrer Wörter sind dem Modell neu.</translation>
    </message>
    <message>
        <source>Measuring how much better it is…</source>
        <translation>Es wird gemessen, was es bringt…</translation>
    </message>
    <message>
        <source>Keystrokes were counted on {own:,} characters of your held-out text and {general:,} of general text.</source>
        <translation>Die Anschläge wurden an {own:,} Zeichen Ihres zurückgehaltenen Textes und {general:,} Zeichen allgemeinen Textes gezählt.</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>etwa {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h {minutes:02d} min</source>
        <translation>etwa {hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>the copying was stopped</source>
        <translation>das Kopieren wurde angehalten</translation>
    </message>
    <message>
        <source>the documents cannot be copied to {folder} ({reason}): free space</source>
        <translation>die Dokumente lassen sich nicht nach {folder} kopieren ({reason}): Schaffen Sie Platz</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): free some space</source>
        <translation>{path} lässt sich nicht schreiben ({reason}): Schaffen Sie Platz</translation>
    </message>
    <message>
        <source>a training is under way: one at a time</source>
        <translation>es läuft schon ein Training: immer nur eines zur selben Zeit</translation>
    </message>
    <message>
        <source>“{name}” has a training that was not finished: resume it or give it up first</source>
        <translation>„{name}“ hat ein Training, das nicht beendet wurde: Setzen Sie es erst fort, oder geben Sie es auf</translation>
    </message>
    <message>
        <source>another Foretype is training a model: wait until it is done</source>
        <translation>ein anderes Foretype trainiert gerade ein Modell: Warten Sie, bis es fertig ist</translation>
    </message>
    <message>
        <source>the training is under way: cancel it first</source>
        <translation>das Training läuft noch: Brechen Sie es erst ab</translation>
    </message>
    <message>
        <source>none of the documents can be read</source>
        <translation>keines der Dokumente ist lesbar</translation>
    </message>
    <message>
        <source>Cancelled before anything was learned.</source>
        <translation>Abgebrochen, bevor etwas gelernt wurde.</translation>
    </message>
    <message>
        <source>“{profile}” has learned your words.</source>
        <translation>„{profile}“ hat Ihre Wörter gelernt.</translation>
    </message>
    <message>
        <source>Nothing got better on your held-out text, so the previous model stays in use.</source>
        <translation>Bei Ihrem zurückgehaltenen Text wurde nichts besser, darum bleibt das bisherige Modell.</translation>
    </message>
    <message>
        <source>Cancelled; what was learned is kept, and you can resume it later.</source>
        <translation>Abgebrochen; das Gelernte ist gesichert, und es kann damit weitergehen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing had been learned yet.</source>
        <translation>Abgebrochen; es war noch nichts gelernt.</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tab schließen</translation>
    </message>
</context>
</TS>
