<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues F&amp;enster</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Re&amp;load from disk</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Co&amp;mpare with the file on disk…</source>
        <translation>&amp;Mit der Datei vergleichen…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>Export as P&amp;DF…</source>
        <translation>Als &amp;PDF exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;HTML…</source>
        <translation>Als &amp;HTML exportieren…</translation>
    </message>
    <message>
        <source>Reopen closed &amp;tab</source>
        <translation>Geschlossenen &amp;Tab wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab s&amp;chließen</translation>
    </message>
    <message>
        <source>Close w&amp;indow</source>
        <translation>Fenster schl&amp;ießen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Reco&amp;vered texts</source>
        <translation>&amp;Wiederhergestellte Texte</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find and replace</source>
        <translation>&amp;Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Wei&amp;tersuchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Rückwärts s&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>&amp;Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Next &amp;misspelled word</source>
        <translation>Nächstes &amp;falsch geschriebenes Wort</translation>
    </message>
    <message>
        <source>Move line up</source>
        <translation>Zeile nach oben</translation>
    </message>
    <message>
        <source>Move line down</source>
        <translation>Zeile nach unten</translation>
    </message>
    <message>
        <source>&amp;Duplicate line</source>
        <translation>Zeile ver&amp;doppeln</translation>
    </message>
    <message>
        <source>Delete &amp;line</source>
        <translation>&amp;Zeile löschen</translation>
    </message>
    <message>
        <source>&amp;Indent</source>
        <translation>E&amp;inrücken</translation>
    </message>
    <message>
        <source>&amp;Outdent</source>
        <translation>Ausrü&amp;cken</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Ei&amp;nstellungen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Full screen, &amp;page only</source>
        <translation>Vollbild, nur die &amp;Seite</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Nä&amp;chster Tab</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>Vor&amp;iger Tab</translation>
    </message>
    <message>
        <source>W&amp;rap lines</source>
        <translation>Zeilen &amp;umbrechen</translation>
    </message>
    <message>
        <source>&amp;Line numbers</source>
        <translation>&amp;Zeilennummern</translation>
    </message>
    <message>
        <source>Mark the &amp;current line</source>
        <translation>&amp;Aktuelle Zeile hervorheben</translation>
    </message>
    <message>
        <source>Colour &amp;HTML and Markdown</source>
        <translation>&amp;HTML und Markdown einfärben</translation>
    </message>
    <message>
        <source>Suggestion &amp;bar</source>
        <translation>&amp;Vorschlagsleiste</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>Ga&amp;lerie</translation>
    </message>
    <message>
        <source>&amp;Tab moves the focus</source>
        <translation>&amp;Tab bewegt den Fokus</translation>
    </message>
    <message>
        <source>Word co&amp;unt…</source>
        <translation>&amp;Wörter zählen…</translation>
    </message>
    <message>
        <source>&amp;What it is worth</source>
        <translation>Was es &amp;bringt</translation>
    </message>
    <message>
        <source>&amp;Suggestion</source>
        <translation>&amp;Vorschlag</translation>
    </message>
    <message>
        <source>Take &amp;all</source>
        <translation>&amp;Alles übernehmen</translation>
    </message>
    <message>
        <source>Take next &amp;word</source>
        <translation>Nächstes &amp;Wort übernehmen</translation>
    </message>
    <message>
        <source>&amp;Dismiss until the next edit</source>
        <translation>&amp;Verwerfen bis zur nächsten Änderung</translation>
    </message>
    <message>
        <source>&amp;Next alternative</source>
        <translation>&amp;Nächste Alternative</translation>
    </message>
    <message>
        <source>&amp;Previous alternative</source>
        <translation>V&amp;orige Alternative</translation>
    </message>
    <message>
        <source>As&amp;k now</source>
        <translation>&amp;Jetzt fragen</translation>
    </message>
    <message>
        <source>&amp;Continue writing</source>
        <translation>Weiter&amp;schreiben</translation>
    </message>
    <message>
        <source>Take the &amp;left word of the bar</source>
        <translation>&amp;Linkes Wort der Leiste</translation>
    </message>
    <message>
        <source>Take the &amp;middle word of the bar</source>
        <translation>&amp;Mittleres Wort der Leiste</translation>
    </message>
    <message>
        <source>Take the &amp;right word of the bar</source>
        <translation>&amp;Rechtes Wort der Leiste</translation>
    </message>
    <message>
        <source>&amp;Suggestions on</source>
        <translation>Vorschläge &amp;ein</translation>
    </message>
    <message>
        <source>Suggestions in this t&amp;ype of file</source>
        <translation>Vorschläge in diesem Datei&amp;typ</translation>
    </message>
    <message>
        <source>&amp;Only while a key is held</source>
        <translation>N&amp;ur solange eine Taste gehalten wird</translation>
    </message>
    <message>
        <source>Snoo&amp;ze for 10 minutes</source>
        <translation>10 Minuten &amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Learning</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;What was learned…</source>
        <translation>&amp;Was gelernt wurde…</translation>
    </message>
    <message>
        <source>Learn from this &amp;document</source>
        <translation>Aus diesem &amp;Dokument lernen</translation>
    </message>
    <message>
        <source>&amp;Private mode: learn nothing</source>
        <translation>&amp;Privater Modus: nichts lernen</translation>
    </message>
    <message>
        <source>&amp;Fine-tune on your documents…</source>
        <translation>An eigenen Dokumenten weiter&amp;lernen…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>How it &amp;works</source>
        <translation>So &amp;funktioniert es</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>What is &amp;new</source>
        <translation>Was ist &amp;neu</translation>
    </message>
    <message>
        <source>&amp;About Foretype</source>
        <translation>Übe&amp;r Foretype</translation>
    </message>
    <message>
        <source>Compare {name}</source>
        <translation>{name} vergleichen</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Meinen behalten</translation>
    </message>
    <message>
        <source>&amp;Take the file on disk</source>
        <translation>Gespeicherte &amp;Fassung nehmen</translation>
    </message>
    <message>
        <source>Shows what is on disk; undo brings this text back</source>
        <translation>Zeigt die gespeicherte Fassung; „Rückgängig“ bringt diesen Text zurück</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
    <message>
        <source>Writes this text to another file and leaves the one on disk as it is</source>
        <translation>Schreibt diesen Text in eine andere Datei; die gespeicherte bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>How much differs</source>
        <translation>Wie viel sich unterscheidet</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The previous difference (Shift+F8)</source>
        <translation>Der Unterschied davor (Umschalt+F8)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The next difference (F8)</source>
        <translation>Der nächste Unterschied (F8)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>There is nothing to compare with</source>
        <translation>Es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>The whole text: it has not been saved to a file yet</source>
        <translation>Der ganze Text: Er steht noch in keiner Datei</translation>
    </message>
    <message>
        <source>No letter differs</source>
        <translation>Kein Zeichen ist anders</translation>
    </message>
    <message>
        <source>Difference {place} of {total}: −{removed} lines on disk, +{added} lines here</source>
        <translation>Unterschied {place} von {total}: −{removed} Zeilen in der Datei, +{added} Zeilen hier</translation>
    </message>
    <message>
        <source>{count} more lines differ and are not shown</source>
        <translation>{count} weitere Zeilen sind anders und werden nicht gezeigt</translation>
    </message>
    <message>
        <source>{count} more lines are not shown</source>
        <translation>{count} weitere Zeilen werden nicht gezeigt</translation>
    </message>
    <message>
        <source>{count} equal lines</source>
        <translation>{count} gleiche Zeilen</translation>
    </message>
    <message>
        <source> … {count} characters … </source>
        <translation> … {count} Zeichen … </translation>
    </message>
    <message>
        <source> … {count} characters</source>
        <translation> … {count} Zeichen</translation>
    </message>
    <message>
        <source>on disk only</source>
        <translation>nur in der Datei</translation>
    </message>
    <message>
        <source>here only</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Lines on disk only begin with a minus, lines here only with a plus; F8 goes to the next difference</source>
        <translation>Zeilen, die nur in der Datei stehen, beginnen mit einem Minus, Zeilen, die nur hier stehen, mit einem Plus; F8 geht zum nächsten Unterschied</translation>
    </message>
    <message>
        <source>{name}, line {line}</source>
        <translation>{name}, Zeile {line}</translation>
    </message>
    <message>
        <source>the texts cannot be compared: {reason}</source>
        <translation>die Texte lassen sich nicht vergleichen: {reason}</translation>
    </message>
    <message>
        <source>There is no such file on disk</source>
        <translation>Es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} lässt sich nicht ansehen: {reason}</translation>
    </message>
    <message>
        <source>The texts differ so much that lines shown as changed may be the same</source>
        <translation>Die Texte sind so verschieden, dass auch gleiche Zeilen als geändert gezeigt sein können</translation>
    </message>
    <message>
        <source>On disk it is {old}, here {new}</source>
        <translation>Die Datei ist {old}, hier ist es {new}</translation>
    </message>
    <message>
        <source>the file on disk cannot be read</source>
        <translation>die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>it was never saved</source>
        <translation>er wurde nie gespeichert</translation>
    </message>
    <message>
        <source>the file is no longer on disk</source>
        <translation>die Datei gibt es nicht mehr</translation>
    </message>
    <message>
        <source>the file on disk holds the same text</source>
        <translation>in der Datei steht derselbe Text</translation>
    </message>
    <message>
        <source>{count} lines differ from the file on disk</source>
        <translation>{count} Zeilen sind anders als in der Datei</translation>
    </message>
    <message>
        <source>1 line differs from the file on disk</source>
        <translation>1 Zeile ist anders als in der Datei</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>untitled.txt</source>
        <translation>unbenannt.txt</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Änderungen an {name} speichern?</translation>
    </message>
    <message>
        <source>Overwrite it with your text?</source>
        <translation>Mit Ihrem Text überschreiben?</translation>
    </message>
    <message>
        <source>&amp;Overwrite it</source>
        <translation>Ü&amp;berschreiben</translation>
    </message>
    <message>
        <source>Co&amp;mpare…</source>
        <translation>Verglei&amp;chen…</translation>
    </message>
    <message>
        <source>{sentence}. Save it as UTF-8 instead?</source>
        <translation>{sentence}. Stattdessen als UTF-8 speichern?</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line, 1 to {last}:</source>
        <translation>Zeile, 1 bis {last}:</translation>
    </message>
    <message>
        <source>{name} was changed by another program. Which text do you want?</source>
        <translation>{name} wurde von einem anderen Programm geändert. Welchen Text möchten Sie?</translation>
    </message>
    <message>
        <source>{name} was deleted or moved away. The text is only here now.</source>
        <translation>{name} wurde gelöscht oder verschoben. Den Text gibt es nur noch hier.</translation>
    </message>
    <message>
        <source>The file on disk</source>
        <translation>Die gespeicherte Datei</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>Verglei&amp;chen…</translation>
    </message>
    <message>
        <source>Shows what differs, before you choose</source>
        <translation>Zeigt die Unterschiede, bevor Sie sich entscheiden</translation>
    </message>
    <message>
        <source>&amp;Reload it</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Save it &amp;again</source>
        <translation>Erneut s&amp;peichern</translation>
    </message>
    <message>
        <source>The next save replaces what is on disk</source>
        <translation>Das nächste Speichern ersetzt die Datei</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Jetzt nicht</translation>
    </message>
    <message>
        <source>ask for the permission, or choose another place</source>
        <translation>Bitten Sie um die Berechtigung, oder wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>make room, or choose another place</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>Wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>its folder is gone: choose another place</source>
        <translation>Der Ordner ist nicht mehr da, wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>choose a name for a file</source>
        <translation>Wählen Sie einen Namen für eine Datei</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>Wählen Sie einen kürzeren Namen</translation>
    </message>
    <message>
        <source>its links lead in a circle: choose another name</source>
        <translation>Die Verknüpfungen führen im Kreis, wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>{path} does not exist</source>
        <translation>{path} gibt es nicht</translation>
    </message>
    <message>
        <source>{path} is a folder: choose a file in it</source>
        <translation>{path} ist ein Ordner: Wählen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>the name holds a zero byte</source>
        <translation>der Name enthält ein Nullbyte</translation>
    </message>
    <message>
        <source>{path} is not a regular file: choose a text file</source>
        <translation>{path} ist keine gewöhnliche Datei: Wählen Sie eine Textdatei</translation>
    </message>
    <message>
        <source>{path} has {size:.0f} MB, more than the {most} MB a page can hold</source>
        <translation>{path} hat {size:.0f} MB, mehr als die {most} MB, die auf eine Seite passen</translation>
    </message>
    <message>
        <source>{path} cannot be made: its folder does not exist</source>
        <translation>{path} lässt sich nicht anlegen: Den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>{path} is {encoding}, which cannot hold {characters}</source>
        <translation>{path} ist {encoding}, darin lässt sich nicht schreiben: {characters}</translation>
    </message>
    <message>
        <source>{path} was changed by another program since it was opened</source>
        <translation>{path} wurde seit dem Öffnen von einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>{path} cannot be saved: {reason}. Your text is still here</source>
        <translation>{path} lässt sich nicht speichern: {reason}. Ihr Text ist noch hier</translation>
    </message>
    <message>
        <source>is not a text file: it holds binary data</source>
        <translation>ist keine Textdatei: Sie enthält Binärdaten</translation>
    </message>
    <message>
        <source>is damaged: it is not valid {encoding}</source>
        <translation>ist beschädigt: Das ist kein gültiges {encoding}</translation>
    </message>
    <message>
        <source>cannot be read that way: it is not valid {encoding}</source>
        <translation>lässt sich so nicht lesen: Das ist kein gültiges {encoding}</translation>
    </message>
    <message>
        <source>{characters} and {count} more</source>
        <translation>{characters} und {count} weitere</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>{character} ({name}, line {line})</source>
        <translation>{character} ({name}, Zeile {line})</translation>
    </message>
    <message>
        <source>{character} (line {line})</source>
        <translation>{character} (Zeile {line})</translation>
    </message>
    <message>
        <source>Unsaved text cannot be backed up in {folder}: {reason}. Save it often</source>
        <translation>Ungespeicherter Text lässt sich in {folder} nicht sichern: {reason}. Speichern Sie oft</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Read {name} again; undo brings back what was here</source>
        <translation>{name} neu gelesen; „Rückgängig“ bringt zurück, was hier stand</translation>
    </message>
    <message>
        <source>{encoding} cannot hold {characters}: change them first, or choose another encoding</source>
        <translation>In {encoding} lässt sich nicht schreiben: {characters}. Ändern Sie das zuerst, oder wählen Sie eine andere Kodierung</translation>
    </message>
    <message>
        <source>{path} is the file itself: choose another name for the copy</source>
        <translation>{path} ist die Datei selbst: Wählen Sie einen anderen Namen für die Kopie</translation>
    </message>
    <message>
        <source>Saved a copy as {path}</source>
        <translation>Kopie gespeichert: {path}</translation>
    </message>
    <message>
        <source>This text has not been saved to a file yet: there is nothing to compare it with</source>
        <translation>Dieser Text steht noch in keiner Datei: Es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>{path} cannot be shown: {reason}</source>
        <translation>{path} kann nicht angezeigt werden: {reason}</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Gespeichert: {path}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The text of the document; suggestions appear after the caret</source>
        <translation>Der Text des Dokuments; Vorschläge erscheinen hinter der Schreibmarke</translation>
    </message>
    <message>
        <source>In no file yet</source>
        <translation>Noch in keiner Datei</translation>
    </message>
    <message>
        <source>A damaged journal</source>
        <translation>Eine beschädigte Sicherung</translation>
    </message>
    <message>
        <source>The file is no longer on disk</source>
        <translation>Die Datei gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Another program changed the file on disk on {time}, after this text was last backed up</source>
        <translation>Ein anderes Programm hat die Datei geändert ({time}), nachdem dieser Text zuletzt gesichert wurde</translation>
    </message>
    <message>
        <source>Another program changed the file on disk on {time}, while it was open here</source>
        <translation>Ein anderes Programm hat die Datei geändert ({time}), während sie hier offen war</translation>
    </message>
    <message>
        <source>same as on disk</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>+{added} −{removed} lines</source>
        <translation>+{added} −{removed} Zeilen</translation>
    </message>
    <message>
        <source>%Y-%m-%d %H:%M</source>
        <translation>%d.%m.%Y %H:%M</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>an einem unbekannten Tag</translation>
    </message>
    <message>
        <source>Foretype ended without saving this text. It is restored here</source>
        <translation>Foretype wurde beendet, ohne diesen Text zu speichern. Hier ist er wieder</translation>
    </message>
    <message>
        <source>A text that was not saved</source>
        <translation>Ein Text, der nicht gespeichert wurde</translation>
    </message>
    <message>
        <source>Show i&amp;t…</source>
        <translation>Anze&amp;igen…</translation>
    </message>
    <message>
        <source>Shows what was restored, and what differs from the file on disk</source>
        <translation>Zeigt, was wiederhergestellt wurde und was anders ist als in der Datei</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Shows what is on disk instead; undo brings this text back</source>
        <translation>Zeigt stattdessen die gespeicherte Fassung; „Rückgängig“ bringt diesen Text zurück</translation>
    </message>
    <message>
        <source>D&amp;ismiss</source>
        <translation>A&amp;usblenden</translation>
    </message>
    <message>
        <source>The text stays as it is, still unsaved</source>
        <translation>Der Text bleibt, wie er ist, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Recovered texts</source>
        <translation>Wiederhergestellte Texte</translation>
    </message>
    <message>
        <source>Texts that were not saved when Foretype ended</source>
        <translation>Texte, die nicht gespeichert waren, als Foretype beendet wurde</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Behalte&amp;n</translation>
    </message>
    <message>
        <source>The text stays in its page, still unsaved</source>
        <translation>Der Text bleibt auf seiner Seite, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Take the file on &amp;disk</source>
        <translation>Ges&amp;peicherte Fassung nehmen</translation>
    </message>
    <message>
        <source>Save a c&amp;opy…</source>
        <translation>K&amp;opie speichern…</translation>
    </message>
    <message>
        <source>Writes this text to another file</source>
        <translation>Schreibt diesen Text in eine andere Datei</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>Regulärer Ausdruc&amp;k</translation>
    </message>
    <message>
        <source>In the replacement, \1, \2 or \g&lt;name&gt; stand for groups</source>
        <translation>Gruppen stehen in der Ersetzung als \1, \2 oder \g&lt;name&gt;</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß/klein beachten</translation>
    </message>
    <message>
        <source>Match capitals and small letters exactly</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>Nur ganze Wör&amp;ter</translation>
    </message>
    <message>
        <source>Match whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Onl&amp;y in selection</source>
        <translation>Nur in Au&amp;swahl</translation>
    </message>
    <message>
        <source>Search only in the selection</source>
        <translation>Nur in der Auswahl suchen</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>Alle e&amp;rsetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>wird gesucht…</translation>
    </message>
    <message>
        <source>the text changed meanwhile: nothing was replaced</source>
        <translation>der Text hat sich inzwischen geändert: nichts wurde ersetzt</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>{count} ersetzt</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>{place} of more than {count}</source>
        <translation>{place} von mehr als {count}</translation>
    </message>
    <message>
        <source>more than {count} found</source>
        <translation>mehr als {count} gefunden</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>not a regular expression: {reason}</source>
        <translation>kein regulärer Ausdruck: {reason}</translation>
    </message>
    <message>
        <source>the replacement cannot be used: {reason}</source>
        <translation>die Ersetzung lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
        <source>this search takes too long: it was stopped</source>
        <translation>diese Suche dauert zu lange: Sie wurde abgebrochen</translation>
    </message>
    <message>
        <source>the search ended unexpectedly: try again</source>
        <translation>die Suche endete unerwartet: Versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>,</source>
        <comment>between the groups of three digits of a number</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Indent the selected lines</source>
        <translation>Ausgewählte Zeilen einrücken</translation>
    </message>
    <message>
        <source>Outdent the selected lines</source>
        <translation>Ausgewählte Zeilen ausrücken</translation>
    </message>
    <message>
        <source>New line without indentation</source>
        <translation>Neue Zeile ohne Einzug</translation>
    </message>
    <message>
        <source>Close a strip or a dialog</source>
        <translation>Eine Leiste oder einen Dialog verlassen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>nothing with that name</source>
        <translation>nichts mit diesem Namen</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Word count</source>
        <translation>Wörter zählen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Characters without spaces</source>
        <translation>Zeichen ohne Leerzeichen</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Reading time at {count} words a minute</source>
        <translation>Lesezeit bei {count} Wörtern je Minute</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} Wörter</translation>
    </message>
    <message>
        <source>{count} of {total} words</source>
        <translation>{count} von {total} Wörtern</translation>
    </message>
    <message>
        <source>counting… {count}</source>
        <translation>wird gezählt… {count}</translation>
    </message>
    <message>
        <source>{part} of {total}</source>
        <translation>{part} von {total}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{name} is the document itself: choose another name</source>
        <translation>{name} ist das Dokument selbst: Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): choose another folder</source>
        <translation>{path} lässt sich nicht schreiben ({reason}): Wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Nach {path} exportiert</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>“{model}” answers here: {failure}</source>
        <translation>„{model}“ antwortet hier: {failure}</translation>
    </message>
    <message>
        <source>Lines of more than {count} characters are shown in pieces</source>
        <translation>Zeilen mit mehr als {count} Zeichen werden in Stücken gezeigt</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>Offene Dokumente</translation>
    </message>
    <message>
        <source>Not saved to a file yet</source>
        <translation>Noch in keiner Datei gespeichert</translation>
    </message>
    <message>
        <source>Wrap lines at the page&apos;s edge</source>
        <translation>Zeilen am Seitenrand umbrechen</translation>
    </message>
    <message>
        <source>Indent a new line like the one before</source>
        <translation>Neue Zeilen so weit einrücken wie die Zeile davor</translation>
    </message>
    <message>
        <source>Keep the indentation that a document already has</source>
        <translation>Die Einrückung behalten, die ein Dokument schon hat</translation>
    </message>
    <message>
        <source>&amp;Indent with:</source>
        <translation>E&amp;inrücken mit:</translation>
    </message>
    <message>
        <source>&amp;Width of a tab:</source>
        <translation>&amp;Breite eines Tabulators:</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Do not show this hint again</source>
        <translation>Diesen Hinweis nicht mehr zeigen</translation>
    </message>
    <message>
        <source>A suggestion is shown while you hold {key}: {take} or End takes it, Right one word of it. Or just type on.</source>
        <translation>Solange Sie {key} halten, wird ein Vorschlag gezeigt: {take} oder Ende übernimmt ihn, Rechts ein Wort davon. Oder schreiben Sie einfach weiter.</translation>
    </message>
    <message>
        <source>A suggestion stands after the caret: {take} takes it, {word} one word of it, {dismiss} dismisses it. Or just type on.</source>
        <translation>Hinter der Schreibmarke steht ein Vorschlag: {take} übernimmt ihn, {word} ein Wort davon, {dismiss} verwirft ihn. Oder schreiben Sie einfach weiter.</translation>
    </message>
    <message>
        <source>&amp;Encoding and line ending</source>
        <translation>Kodierung und &amp;Zeilenende</translation>
    </message>
    <message>
        <source>Save as</source>
        <comment>a heading: what follows are encodings</comment>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Line ending</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>&amp;Read the file again as</source>
        <translation>Datei &amp;neu lesen als</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>2 spaces</source>
        <translation>2 Leerzeichen</translation>
    </message>
    <message>
        <source>4 spaces</source>
        <translation>4 Leerzeichen</translation>
    </message>
    <message>
        <source>8 spaces</source>
        <translation>8 Leerzeichen</translation>
    </message>
    <message>
        <source>Tabs 2 columns wide</source>
        <translation>Tabulatoren 2 Spalten breit</translation>
    </message>
    <message>
        <source>Tabs 4 columns wide</source>
        <translation>Tabulatoren 4 Spalten breit</translation>
    </message>
    <message>
        <source>Tabs 8 columns wide</source>
        <translation>Tabulatoren 8 Spalten breit</translation>
    </message>
    <message>
        <source>Indent &amp;with</source>
        <translation>Einrücken &amp;mit</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>All &amp;defaults</source>
        <translation>Alle &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Gives every command its default key again</source>
        <translation>Gibt jedem Befehl wieder seine Standardtaste</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>{key} belongs to {names}: give it to one of them.</source>
        <translation>{key} gehört zu {names}: Geben Sie die Taste nur einem davon.</translation>
    </message>
    <message>
        <source>{key} is needed for typing: give {name} a key with Ctrl or Alt.</source>
        <translation>{key} wird zum Schreiben gebraucht: Wählen Sie für {name} eine Taste mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>{name}: default</source>
        <translation>{name}: Vorgabe</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show suggestions as ghost text after the caret</source>
        <translation>Vorschläge blass hinter der Schreibmarke zeigen</translation>
    </message>
    <message>
        <source>Show three words in a bar under the page</source>
        <translation>Drei Wörter in einer Leiste unter der Seite zeigen</translation>
    </message>
    <message>
        <source>Show it only while I hold</source>
        <translation>Nur zeigen bei gehaltener Taste</translation>
    </message>
    <message>
        <source>Announce suggestions to screen readers</source>
        <translation>Vorschläge dem Bildschirmleser ansagen</translation>
    </message>
    <message>
        <source>Tab moves the focus and takes no suggestion</source>
        <translation>Tab bewegt den Fokus und übernimmt keinen Vorschlag</translation>
    </message>
    <message>
        <source>Use the HTML model for HTML documents</source>
        <translation>Für HTML-Dokumente das HTML-Modell nehmen</translation>
    </message>
    <message>
        <source>Learn from what I type and from the documents I open</source>
        <translation>Aus meinem Text und den geöffneten Dokumenten lernen</translation>
    </message>
    <message>
        <source>A font of my choice</source>
        <translation>Eine Schrift meiner Wahl</translation>
    </message>
    <message>
        <source>Number the lines</source>
        <translation>Zeilen nummerieren</translation>
    </message>
    <message>
        <source>Mark the current line</source>
        <translation>Aktuelle Zeile hervorheben</translation>
    </message>
    <message>
        <source>Colour HTML and Markdown</source>
        <translation>HTML und Markdown einfärben</translation>
    </message>
    <message>
        <source>Reopen the files of the last session at the start</source>
        <translation>Beim Start die Dateien der letzten Sitzung öffnen</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>The key that shows suggestions</source>
        <translation>Die Taste, die Vorschläge zeigt</translation>
    </message>
    <message>
        <source>Tab takes it meanwhile, or End where the desktop keeps Alt+Tab; → takes a word</source>
        <translation>Tab übernimmt ihn dabei, oder Ende, wo Alt+Tab der Arbeitsumgebung gehört; → übernimmt ein Wort</translation>
    </message>
    <message>
        <source>Least confidence of a suggestion, in percent</source>
        <translation>Mindestsicherheit eines Vorschlags, in Prozent</translation>
    </message>
    <message>
        <source>Words never to suggest</source>
        <translation>Wörter, die nie vorgeschlagen werden</translation>
    </message>
    <message>
        <source>such as .py .csv</source>
        <translation>etwa .py .csv</translation>
    </message>
    <message>
        <source>&amp;Only when at least this sure:</source>
        <translation>N&amp;ur wenn mindestens so sicher:</translation>
    </message>
    <message>
        <source>&amp;Never suggest these words:</source>
        <translation>Diese Wörter &amp;nie vorschlagen:</translation>
    </message>
    <message>
        <source>No suggestions in &amp;files of type:</source>
        <translation>Keine Vorschläge im &amp;Dateityp:</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>Ab dem nächsten Start</translation>
    </message>
    <message>
        <source>&amp;Language (from the next start on):</source>
        <translation>&amp;Sprache (ab dem nächsten Start):</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>Text &amp;size:</source>
        <translation>Schrift&amp;größe:</translation>
    </message>
    <message>
        <source>&amp;Font:</source>
        <translation>Schrift&amp;art:</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>{path} no longer exists: it was taken off the list</source>
        <translation>{path} gibt es nicht mehr und wurde von der Liste genommen</translation>
    </message>
    <message>
        <source>The list of recent files is empty now</source>
        <translation>Die Liste der zuletzt geöffneten Dateien ist jetzt leer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Suggestions; a click switches them</source>
        <translation>Vorschläge; ein Klick schaltet sie um</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Latency of the last suggestion</source>
        <translation>Dauer des letzten Vorschlags</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>Line and column</source>
        <translation>Zeile und Spalte</translation>
    </message>
    <message>
        <source>Indentation</source>
        <translation>Einrückung</translation>
    </message>
    <message>
        <source>What the lines are indented with; a click changes it</source>
        <translation>Womit die Zeilen eingerückt sind; ein Klick ändert es</translation>
    </message>
    <message>
        <source>Encoding and line ending</source>
        <translation>Kodierung und Zeilenende</translation>
    </message>
    <message>
        <source>Encoding and line ending; a click changes them</source>
        <translation>Kodierung und Zeilenende; ein Klick ändert sie</translation>
    </message>
    <message>
        <source>◇ No model: {failure}</source>
        <translation>◇ Kein Modell: {failure}</translation>
    </message>
    <message>
        <source>◇ Loading the model…</source>
        <translation>◇ Modell wird geladen…</translation>
    </message>
    <message>
        <source>Suggestions come from the model “{name}”</source>
        <translation>Vorschläge kommen vom Modell „{name}“</translation>
    </message>
    <message>
        <source>{latency:.0f} ms</source>
        <translation>{latency:.0f} ms</translation>
    </message>
    <message>
        <source>Suggestions off for {suffix}</source>
        <translation>Vorschläge aus für {suffix}</translation>
    </message>
    <message>
        <source>Suggestions off</source>
        <translation>Vorschläge aus</translation>
    </message>
    <message>
        <source>Suggestions snoozing</source>
        <translation>Vorschläge pausieren</translation>
    </message>
    <message>
        <source>Suggestions with {key}</source>
        <translation>Vorschläge mit {key}</translation>
    </message>
    <message>
        <source>Suggestions on</source>
        <translation>Vorschläge ein</translation>
    </message>
    <message>
        <source>Suggestions in {suffix} files</source>
        <translation>Vorschläge in {suffix}-Dateien</translation>
    </message>
    <message>
        <source>This text has no type yet: save it under a name such as notes.txt first</source>
        <translation>Dieser Text hat noch keinen Dateityp: Speichern Sie ihn zuerst unter einem Namen wie notizen.txt</translation>
    </message>
    <message>
        <source>Close &amp;others</source>
        <translation>&amp;Andere schließen</translation>
    </message>
    <message>
        <source>&amp;Move to a new window</source>
        <translation>In neues &amp;Fenster verschieben</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>it holds {name}, and every character that could stand for it here</source>
        <translation>der Text enthält {name} und jedes Zeichen, das hier dafür stehen könnte</translation>
    </message>
    <message>
        <source>The preferences cannot be saved: {reason}</source>
        <translation>Die Einstellungen können nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>New in Foretype {version}:</source>
        <translation>Neu in Foretype {version}:</translation>
    </message>
    <message>
        <source>Python 3.11 to 3.13 are enough, and what trains is installed only where it is wanted.</source>
        <translation>Python 3.11 bis 3.13 genügt, und was trainiert, wird nur installiert, wo es gewünscht ist.</translation>
    </message>
    <message>
        <source>The commands foretype-lm and foretype-gallery stand beside foretype.</source>
        <translation>Neben foretype gibt es die Befehle foretype-lm und foretype-gallery.</translation>
    </message>
    <message>
        <source>Installing Foretype leaves the programs that open your files as they are.</source>
        <translation>Wer Foretype installiert, behält die Programme, mit denen seine Dateien geöffnet werden.</translation>
    </message>
    <message>
        <source>Foretype {version} finishes what you are typing, with a recurrent language model on your own machine. Nothing you type leaves it.</source>
        <translation>Foretype {version} vervollständigt, was Sie schreiben, mit einem rekurrenten Sprachmodell auf Ihrem eigenen Rechner. Nichts davon verlässt ihn.</translation>
    </message>
</context>
</TS>
