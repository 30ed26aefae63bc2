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
        <translation>Neues &amp;Fenster</translation>
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
        <translation>Fe&amp;nster schließen</translation>
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
        <translation>Rück&amp;wärts suchen</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>&amp;Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Next &amp;misspelled word</source>
        <translation>Nächstes &amp;falsch geschriebene Wort</translation>
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
        <translation>Zeile lös&amp;chen</translation>
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
        <source>&amp;Page alone on the screen</source>
        <translation>Nur die &amp;Seite auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Nä&amp;chster Tab</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>&amp;Voriger Tab</translation>
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
        <translation>W&amp;eiterschreiben</translation>
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
        <translation>An eigenen Dokumenten &amp;weiterlernen…</translation>
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
        <source>&amp;About Foretype</source>
        <translation>Ü&amp;ber Foretype</translation>
    </message>
</context>
</TS>
