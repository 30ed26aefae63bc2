<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>Text coloured by the unit&apos;s activation</source>
        <translation>Text, eingefärbt nach der Aktivierung der Einheit</translation>
    </message>
    <message>
        <source>Right end tags by distance</source>
        <translation>Richtige End-Tags nach Entfernung</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>{share:.0f} % at {distance}</source>
        <translation>{share:.0f} % bei {distance}</translation>
    </message>
    <message>
        <source>characters since the tag was opened</source>
        <translation>Zeichen seit dem Start-Tag</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>line end</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Next character, {title}</source>
        <translation>Nächstes Zeichen, {title}</translation>
    </message>
    <message>
        <source>heard with {weight:.0f} %</source>
        <translation>zählt {weight:.0f} %</translation>
    </message>
    <message>
        <source>no opinion</source>
        <translation>keine Meinung</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>So funktioniert es</translation>
    </message>
    <message>
        <source>Forger</source>
        <translation>Fälscher</translation>
    </message>
    <message>
        <source>A GAN is a game of two networks. The forger draws faces; the bank looks at faces, real and forged, and says which are which. Each learns from the other until the forgeries are good. The gallery shows them; here is what the bank makes of it. Drop a picture here to have it judged.</source>
        <translation>Ein GAN ist ein Spiel zweier Netze. Der Fälscher zeichnet Gesichter; die Bank sieht sich echte und gefälschte an und sagt, welche welche sind. Jeder lernt vom anderen, bis die Fälschungen gut sind. Die Galerie zeigt sie; hier steht, was die Bank davon hält. Ein Bild, das Sie hierher ziehen, wird beurteilt.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>&amp;New forgeries</source>
        <translation>&amp;Neue Fälschungen</translation>
    </message>
    <message>
        <source>&amp;Walk between two</source>
        <translation>&amp;Weg zeigen</translation>
    </message>
    <message>
        <source>&amp;Judge a picture…</source>
        <translation>&amp;Bild beurteilen…</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Ihr Bild</translation>
    </message>
    <message>
        <source>The score is the bank&apos;s logit: above 0 it says rather real, below 0 rather forged. The curves show what it said of 5,000 real faces, which are not included, and of 5,000 forgeries. It learned from drawn faces alone: what it thinks of a photograph of yours is no compliment and no insult.</source>
        <translation>Die Zahl ist der Logit der Bank: über 0 sagt sie eher echt, unter 0 eher gefälscht. Die Kurven zeigen, was sie zu 5.000 echten Gesichtern sagte, die nicht beiliegen, und zu 5.000 Fälschungen. Sie hat nur an gezeichneten Gesichtern gelernt: Was sie von einem Foto hält, ist weder Lob noch Tadel.</translation>
    </message>
    <message>
        <source>Nothing can be shown: {reason}.</source>
        <translation>Es kann nichts gezeigt werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read as a picture: choose a PNG, JPEG, WebP or BMP file.</source>
        <translation>{name} lässt sich nicht als Bild lesen: Wählen Sie eine PNG-, JPEG-, WebP- oder BMP-Datei.</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>{name} scores {score:+.1f}: {place}</source>
        <translation>{name} bekommt {score:+.1f}: {place}</translation>
    </message>
    <message>
        <source>The bank would take {taken} of these {count} for real.</source>
        <translation>Die Bank hielte {taken} von diesen {count} für echt.</translation>
    </message>
    <message>
        <source>&amp;Stop walking</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Judge a picture</source>
        <translation>Bild beurteilen</translation>
    </message>
    <message>
        <source>hardly any of the real faces scored as low.</source>
        <translation>kaum eines der echten Gesichter bekam so wenig.</translation>
    </message>
    <message>
        <source>it looks more real to the bank than 99 of 100 real faces.</source>
        <translation>es sieht für die Bank echter aus als 99 von 100 echten Gesichtern.</translation>
    </message>
    <message>
        <source>more than {below:.0f} of 100 real faces.</source>
        <translation>mehr als {below:.0f} von 100 echten Gesichtern.</translation>
    </message>
    <message>
        <source>Humans</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Martians</source>
        <translation>Marsianer</translation>
    </message>
    <message>
        <source>Humars</source>
        <translation>Marsmenschen</translation>
    </message>
    <message>
        <source>Two ways</source>
        <translation>Zwei Wege</translation>
    </message>
    <message>
        <source>A generative model learns what each kind looks like: here, how tall Martians and humans are. A discriminative one learns only where one kind ends and the other begins. Every suggestion in Foretype comes from a generative model: it knows how text looks, and so it can write some.</source>
        <translation>Ein generatives Modell lernt, wie jede Art aussieht: hier, wie groß Marsianer und Menschen sind. Ein diskriminatives lernt nur, wo die eine Art aufhört und die andere anfängt. Jeder Vorschlag in Foretype kommt von einem generativen Modell: Es weiß, wie Text aussieht, und kann darum welchen schreiben.</translation>
    </message>
    <message>
        <source>Heights of humans</source>
        <translation>Größen von Menschen</translation>
    </message>
    <message>
        <source>Heights of Martians</source>
        <translation>Größen von Marsianern</translation>
    </message>
    <message>
        <source>Height to judge, in centimetres</source>
        <translation>Größe, die beurteilt wird, in Zentimetern</translation>
    </message>
    <message>
        <source>&amp;Martians, cm</source>
        <translation>&amp;Marsianer, cm</translation>
    </message>
    <message>
        <source>&amp;Humans, cm</source>
        <translation>M&amp;enschen, cm</translation>
    </message>
    <message>
        <source>Draw a M&amp;artian</source>
        <translation>+ M&amp;arsianer</translation>
    </message>
    <message>
        <source>Draw a h&amp;uman</source>
        <translation>+ Me&amp;nsch</translation>
    </message>
    <message>
        <source>Draw a hum&amp;ar</source>
        <translation>+ Ma&amp;rsmensch</translation>
    </message>
    <message>
        <source>Nothing can be said: {reason}.</source>
        <translation>Dazu lässt sich nichts sagen: {reason}.</translation>
    </message>
    <message>
        <source>a Martian</source>
        <translation>ein Marsianer</translation>
    </message>
    <message>
        <source>a human</source>
        <translation>ein Mensch</translation>
    </message>
    <message>
        <source>a humar, half human and half Martian</source>
        <translation>ein Marsmensch, halb Mensch und halb Marsianer</translation>
    </message>
    <message>
        <source>Invented: {kind} of {height:.0f} cm. The border alone could not have done that.</source>
        <translation>Erfunden: {kind} von {height:.0f} cm. Die Grenze allein hätte das nicht gekonnt.</translation>
    </message>
    <message>
        <source> But of such beings only {few} would be as far from the middle: it may be neither.</source>
        <translation> Aber von solchen Wesen läge nur {few} so weit von der Mitte: Es ist vielleicht keines von beiden.</translation>
    </message>
    <message>
        <source>{height:.0f} cm: {name}, {certainty:.1f} % sure, says the generative model.{strange} The border at {border:.0f} cm says: {beyond}, and can say no more.</source>
        <translation>{height:.0f} cm: {name}, zu {certainty:.1f} % sicher, sagt das generative Modell.{strange} Die Grenze bei {border:.0f} cm sagt: {beyond}, und mehr kann sie nicht sagen.</translation>
    </message>
    <message>
        <source>Martians: mean {martian.mean:.1f} cm, standard deviation {martian.std:.1f}. Humans: mean {human.mean:.1f} cm, standard deviation {human.std:.1f}. How far off the means themselves may be, the standard error, is {martian.standard_error:.2f} and {human.standard_error:.2f} cm: it shrinks with every further example, while the standard deviation, how much beings differ, does not. (The tutorial that Foretype grew out of prints the one under the name of the other.)</source>
        <translation>Marsianer: Mittelwert {martian.mean:.1f} cm, Standardabweichung {martian.std:.1f}. Menschen: Mittelwert {human.mean:.1f} cm, Standardabweichung {human.std:.1f}. Wie weit die Mittelwerte selbst daneben liegen können, der Standardfehler, ist {martian.standard_error:.2f} und {human.standard_error:.2f} cm: Er wird mit jedem weiteren Beispiel kleiner, die Standardabweichung, also wie verschieden die Wesen sind, nicht. (Das Tutorial, aus dem Foretype entstand, druckt das eine unter dem Namen des anderen.)</translation>
    </message>
    <message>
        <source>1 in {count:,.0f}</source>
        <translation>1 von {count:,.0f}</translation>
    </message>
    <message>
        <source>fewer than 1 in a billion</source>
        <translation>weniger als 1 von einer Milliarde</translation>
    </message>
    <message>
        <source>Histogram and bell curves of the heights</source>
        <translation>Histogramm und Glockenkurven der Größen</translation>
    </message>
    <message>
        <source>two examples of each are needed</source>
        <translation>von jeder Art braucht es zwei Beispiele</translation>
    </message>
    <message>
        <source>border</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>{name}: mean {mean:.1f}, standard deviation {std:.1f} cm</source>
        <translation>{name}: Mittelwert {mean:.1f}, Standardabweichung {std:.1f} cm</translation>
    </message>
    <message>
        <source>{classes}; border at {border:.0f} cm; the mark stands at {height:.0f} cm</source>
        <translation>{classes}; Grenze bei {border:.0f} cm; die Marke steht bei {height:.0f} cm</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>{score:+.1f}, real</source>
        <translation>{score:+.1f}, echt</translation>
    </message>
    <message>
        <source>{score:+.1f}, forged</source>
        <translation>{score:+.1f}, gefälscht</translation>
    </message>
    <message>
        <source>this cannot be shown: {reason}</source>
        <translation>das lässt sich nicht zeigen: {reason}</translation>
    </message>
    <message>
        <source>inside quotation marks</source>
        <translation>in Anführungszeichen</translation>
    </message>
    <message>
        <source>inside a tag</source>
        <translation>in einem Tag</translation>
    </message>
    <message>
        <source>inside brackets</source>
        <translation>in Klammern</translation>
    </message>
    <message>
        <source>how far along the line</source>
        <translation>wie weit in der Zeile</translation>
    </message>
    <message>
        <source>how far into the sentence</source>
        <translation>wie weit im Satz</translation>
    </message>
    <message>
        <source>how far into the word</source>
        <translation>wie weit im Wort</translation>
    </message>
    <message>
        <source>after a capital letter</source>
        <translation>nach einem Großbuchstaben</translation>
    </message>
    <message>
        <source>after a vowel</source>
        <translation>nach einem Vokal</translation>
    </message>
    <message>
        <source>after a digit</source>
        <translation>nach einer Ziffer</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>An LSTM carries hundreds of numbers, its units, from letter to letter. Nobody told it what to keep in them. Some turn out to be readable: one is high inside quotation marks, one counts how far the line has gone. The units below were found by comparing all of them with what stands in your text.</source>
        <translation>Ein LSTM trägt Hunderte von Zahlen, seine Einheiten, von Buchstabe zu Buchstabe. Niemand hat ihm gesagt, was es sich darin merken soll. Manche lassen sich lesen: Eine ist in Anführungszeichen hoch, eine zählt, wie weit die Zeile ist. Die Einheiten unten wurden gefunden, indem alle mit dem verglichen wurden, was in Ihrem Text steht.</translation>
    </message>
    <message>
        <source>Units that were found</source>
        <translation>Gefundene Einheiten</translation>
    </message>
    <message>
        <source>How far back does it reach? After &lt;/ only the tag that was opened last is right, however long ago that was. Two small networks of the same size were trained on the same pages; the picture shows how often each names the right tag, by the distance from where it was opened. The unrolled network sees eight letters and can only guess. (The editor itself does not guess: it reads the tags.)</source>
        <translation>Wie weit reicht es zurück? Nach &lt;/ ist nur das Tag richtig, das zuletzt geöffnet wurde, wie lange das auch her ist. Zwei kleine Netze gleicher Größe wurden an denselben Seiten trainiert; das Bild zeigt, wie oft jedes das richtige nennt, nach der Entfernung von der Stelle, wo es geöffnet wurde. Das ausgerollte Netz sieht acht Buchstaben und kann nur raten. (Der Editor selbst rät nicht: Er liest die Tags.)</translation>
    </message>
    <message>
        <source>Reading your text…</source>
        <translation>Ihr Text wird gelesen…</translation>
    </message>
    <message>
        <source>Put the caret behind some text of yours: a few sentences at the least.</source>
        <translation>Setzen Sie die Schreibmarke hinter eigenen Text: mindestens ein paar Sätze.</translation>
    </message>
    <message>
        <source>No network is installed that could read.</source>
        <translation>Es ist kein Netz installiert, das lesen könnte.</translation>
    </message>
    <message>
        <source>{property}: unit {unit}, correlation {correlation:.2f}</source>
        <translation>{property}: Einheit {unit}, Korrelation {correlation:.2f}</translation>
    </message>
    <message>
        <source>Each unit was picked on the first half of the text; the correlation is that on the second.</source>
        <translation>Jede Einheit wurde an der ersten Hälfte des Textes ausgesucht; die Korrelation ist die an der zweiten.</translation>
    </message>
    <message>
        <source>No unit goes clearly with anything here: read on in a longer text, with quotations or tags.</source>
        <translation>Keine Einheit geht hier deutlich mit etwas mit: Nehmen Sie einen längeren Text, mit Zitaten oder Tags.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>makes the suggestions</source>
        <translation>macht die Vorschläge</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>a big LSTM over letters</source>
        <translation>ein großes LSTM über Buchstaben</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>an LSTM over words, and yours</source>
        <translation>ein LSTM über Wörter, und Ihre</translation>
    </message>
    <message>
        <source>Your words alone</source>
        <translation>Ihre Wörter allein</translation>
    </message>
    <message>
        <source>counted from what you wrote</source>
        <translation>gezählt in Ihren Texten</translation>
    </message>
    <message>
        <source>Unrolled RNN</source>
        <translation>Ausgerolltes RNN</translation>
    </message>
    <message>
        <source>sees the last 8 letters</source>
        <translation>sieht die letzten 8 Buchstaben</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>one state, fades quickly</source>
        <translation>ein Zustand, verblasst schnell</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>gates keep what matters</source>
        <translation>Tore behalten, was zählt</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>gates and a memory cell</source>
        <translation>Tore und eine Speicherzelle</translation>
    </message>
    <message>
        <source>Next letter</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>All that the models do is to say, letter by letter, what is likely to come next. Above: the parts of the model that makes your suggestions. Below: four small networks that read the same books for equally long and differ in one thing only, how they remember.</source>
        <translation>Alles, was die Modelle tun, ist, Buchstabe für Buchstabe zu sagen, was wohl als Nächstes kommt. Oben: die Teile des Modells, das Ihre Vorschläge macht. Unten: vier kleine Netze, die gleich lange dieselben Bücher gelesen haben und sich nur darin unterscheiden, wie sie sich erinnern.</translation>
    </message>
    <message>
        <source>The four small networks are not installed.</source>
        <translation>Die vier kleinen Netze sind nicht installiert.</translation>
    </message>
    <message>
        <source>Bits per letter on {count:,} letters that none of them had seen, less is better: {costs}. A guess among all 256 bytes would cost 8.</source>
        <translation>Bits je Buchstabe bei {count:,} Buchstaben, die keines gesehen hatte, weniger ist besser: {costs}. Unter allen 256 Bytes zu raten, kostete 8.</translation>
    </message>
    <message>
        <source>Networks are trained with MXNet, which is not installed (there is none for {platform} here).</source>
        <translation>Netze werden mit MXNet trainiert, das nicht installiert ist (für {platform} gibt es hier keines).</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>The tutorial that Foretype grew out of begins with an unrolled RNN, which sees the last few letters only, and ends with an LSTM, which decides what to remember. Here both learn your document from nothing, each with one core for one minute; every tenth part of the text is kept from them to measure on.</source>
        <translation>Das Tutorial, aus dem Foretype entstand, beginnt mit einem ausgerollten RNN, das nur die letzten Buchstaben sieht, und endet mit einem LSTM, das entscheidet, was es sich merkt. Hier lernen beide Ihr Dokument von null an, jedes mit einem Kern eine Minute lang; ein Zehntel des Textes wird ihnen zum Messen vorenthalten.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>Written by the {network}</source>
        <translation>Geschrieben vom {network}</translation>
    </message>
    <message>
        <source>The document has {count:,} characters: open one of {least:,} at the least.</source>
        <translation>Das Dokument hat {count:,} Zeichen: Öffnen Sie eines mit mindestens {least:,}.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Es beginnt…</translation>
    </message>
    <message>
        <source>Bits per character on what they had not read: {said}. The {best} is ahead.</source>
        <translation>Bits je Zeichen auf dem, was sie nicht gelesen hatten: {said}. Vorn liegt: {best}.</translation>
    </message>
    <message>
        <source>Both begin with random numbers.</source>
        <translation>Beide beginnen mit Zufallszahlen.</translation>
    </message>
    <message>
        <source>Characters read per second: {speeds}.</source>
        <translation>Gelesene Zeichen je Sekunde: {speeds}.</translation>
    </message>
    <message>
        <source>Bits per character over the training</source>
        <translation>Bits je Zeichen über das Training</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>bits per character, over the minute</source>
        <translation>Bits je Zeichen, über die Minute</translation>
    </message>
    <message>
        <source>Scores of real and forged faces</source>
        <translation>Punkte echter und gefälschter Gesichter</translation>
    </message>
    <message>
        <source>real faces</source>
        <translation>echte Gesichter</translation>
    </message>
    <message>
        <source>forgeries</source>
        <translation>Fälschungen</translation>
    </message>
    <message>
        <source>half of the {name} score below {score:+.1f}</source>
        <translation>die Hälfte ({name}) liegt unter {score:+.1f}</translation>
    </message>
    <message>
        <source>forged</source>
        <translation>gefälscht</translation>
    </message>
    <message>
        <source>real</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Bits a letter</source>
        <translation>Bits je Zeichen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>A model that expects a letter with probability 1/2 is surprised by one bit when it comes, with 1/4 by two, with 1/1000 by ten. The document is coloured by it: what stays plain the network could have written itself. Names, slips of the pen and good ideas stand out.</source>
        <translation>Ein Modell, das einen Buchstaben mit Wahrscheinlichkeit 1/2 erwartet, ist um ein Bit überrascht, wenn er kommt, bei 1/4 um zwei, bei 1/1000 um zehn. Danach ist das Dokument eingefärbt: Was blass bleibt, hätte das Netz selbst schreiben können. Namen, Schreibfehler und gute Einfälle fallen auf.</translation>
    </message>
    <message>
        <source>Network that reads</source>
        <translation>Netz, das liest</translation>
    </message>
    <message>
        <source>Coloured from {steps} bits on, ever more strongly.</source>
        <translation>Eingefärbt ab {steps} Bits, immer kräftiger.</translation>
    </message>
    <message>
        <source>Lines and their surprise</source>
        <translation>Zeilen und ihre Überraschung</translation>
    </message>
    <message>
        <source>The document has {count:,} characters; up to {most:,} are read. Open a part of it.</source>
        <translation>Das Dokument hat {count:,} Zeichen; gelesen werden bis zu {most:,}. Öffnen Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>The document is empty.</source>
        <translation>Das Dokument ist leer.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Es wird gelesen…</translation>
    </message>
    <message>
        <source> so far, {share:.0f} % of it read</source>
        <translation> bisher, {share:.0f} % davon gelesen</translation>
    </message>
    <message>
        <source>{bits:,.0f} bits for {known:,} characters{share}: {rate:.2f} bits a character. Written with that many it would take {size:,.1f} KiB.</source>
        <translation>{bits:,.0f} Bits für {known:,} Zeichen{share}: {rate:.2f} Bits je Zeichen. So geschrieben brauchte es {size:,.1f} KiB.</translation>
    </message>
    <message>
        <source>LSTM 1×768, of the suggestions</source>
        <translation>LSTM 1×768, das der Vorschläge</translation>
    </message>
    <message>
        <source>LSTM, small</source>
        <translation>LSTM, klein</translation>
    </message>
    <message>
        <source>GRU, small</source>
        <translation>GRU, klein</translation>
    </message>
    <message>
        <source>RNN, small</source>
        <translation>RNN, klein</translation>
    </message>
    <message>
        <source>Unrolled RNN, small</source>
        <translation>Ausgerolltes RNN, klein</translation>
    </message>
</context>
</TS>
