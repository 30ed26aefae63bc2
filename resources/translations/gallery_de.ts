<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>&amp;Faces</source>
        <translation>Gesi&amp;chter</translation>
    </message>
    <message>
        <source>Fa&amp;vourites</source>
        <translation>Fav&amp;oriten</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>Gallery message</source>
        <translation>Meldung der Galerie</translation>
    </message>
    <message>
        <source>Shipped with Foretype</source>
        <translation>Bei Foretype dabei</translation>
    </message>
    <message>
        <source>A model folder</source>
        <translation>Ein Modellordner</translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation>Verlustkurven</translation>
    </message>
    <message>
        <source>step {step}: loss of the discriminator {loss_d}, of the generator {loss_g}</source>
        <translation>Schritt {step}: Verlust des Diskriminators {loss_d}, des Generators {loss_g}</translation>
    </message>
    <message>
        <source>D, discriminator</source>
        <translation>D, Diskriminator</translation>
    </message>
    <message>
        <source>G, generator</source>
        <translation>G, Generator</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Seed: the same number shows the same faces</source>
        <translation>Startwert: Dieselbe Zahl zeigt dieselben Gesichter</translation>
    </message>
    <message>
        <source>Variety, in percent: 0 is the average face</source>
        <translation>Vielfalt in Prozent: 0 ist das Durchschnittsgesicht</translation>
    </message>
    <message>
        <source>Size of the faces</source>
        <translation>Größe der Gesichter</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>A model folder of your own</source>
        <translation>Ein eigener Modellordner</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>Startw&amp;ert</translation>
    </message>
    <message>
        <source>Variet&amp;y</source>
        <translation>V&amp;ielfalt</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Gr&amp;öße</translation>
    </message>
    <message>
        <source>, locked</source>
        <translation>, gesperrt</translation>
    </message>
    <message>
        <source>, favourite</source>
        <translation>, Favorit</translation>
    </message>
    <message>
        <source>, variation {number}</source>
        <translation>, Variante {number}</translation>
    </message>
    <message>
        <source>seed {seed}, face {number}</source>
        <translation>Startwert {seed}, Gesicht {number}</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Where faces render</source>
        <translation>Wo Gesichter gezeichnet werden</translation>
    </message>
    <message>
        <source>&amp;Re-roll</source>
        <translation>Neu &amp;würfeln</translation>
    </message>
    <message>
        <source>Other faces in all places that are not locked</source>
        <translation>Andere Gesichter an allen Plätzen, die nicht gesperrt sind</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>Spe&amp;rren</translation>
    </message>
    <message>
        <source>A re-roll spares the selected faces</source>
        <translation>Die ausgewählten Gesichter bleiben, wenn neu gewürfelt wird</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favorit</translation>
    </message>
    <message>
        <source>Keep the selected faces, or let them go</source>
        <translation>Die ausgewählten Gesichter behalten oder wieder hergeben</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>Varia&amp;nten</translation>
    </message>
    <message>
        <source>Faces that are like the selected one</source>
        <translation>Gesichter, die dem ausgewählten ähneln</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>We&amp;g</translation>
    </message>
    <message>
        <source>The way between the two selected faces</source>
        <translation>Der Weg zwischen den beiden ausgewählten Gesichtern</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The faces that were here before</source>
        <translation>Die Gesichter, die vorher hier waren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>The selected faces as PNG files</source>
        <translation>Die ausgewählten Gesichter als PNG-Dateien</translation>
    </message>
    <message>
        <source>Save &amp;grid…</source>
        <translation>A&amp;ls Raster…</translation>
    </message>
    <message>
        <source>All faces as one PNG file</source>
        <translation>Alle Gesichter als eine PNG-Datei speichern</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>Einf&amp;ügen</translation>
    </message>
    <message>
        <source>The selected face into the document, as a PNG file</source>
        <translation>Das ausgewählte Gesicht als PNG-Datei in das Dokument</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
        <source>No favourites yet: select a face and press F.</source>
        <translation>Noch keine Favoriten: Wählen Sie ein Gesicht aus und drücken Sie F.</translation>
    </message>
    <message>
        <source>Favourite faces</source>
        <translation>Lieblingsgesichter</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Let the selected faces go</source>
        <translation>Die ausgewählten Gesichter hergeben</translation>
    </message>
    <message>
        <source>Save this face</source>
        <translation>Dieses Gesicht speichern</translation>
    </message>
    <message>
        <source>A folder for {count} faces</source>
        <translation>Ein Ordner für {count} Gesichter</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Gespeichert: {path}</translation>
    </message>
    <message>
        <source>Saved {count} faces in {folder}</source>
        <translation>{count} Gesichter in {folder} gespeichert</translation>
    </message>
    <message>
        <source>There are no faces to save yet</source>
        <translation>Es sind noch keine Gesichter zum Speichern da</translation>
    </message>
    <message>
        <source>Save the grid</source>
        <translation>Das Raster speichern</translation>
    </message>
    <message>
        <source>Save the animation</source>
        <translation>Die Animation speichern</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Progress in figures</source>
        <translation>Fortschritt in Zahlen</translation>
    </message>
    <message>
        <source>Quality of the faces</source>
        <translation>Güte der Gesichter</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>The training of {name} was interrupted at step {step} or later.</source>
        <translation>Das Training von {name} wurde bei Schritt {step} oder später unterbrochen.</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>Step {step} · {speed:.0f} images/s · {left}</source>
        <translation>Schritt {step} · {speed:.0f} Bilder/s · {left}</translation>
    </message>
    <message>
        <source>Step {step}: FID {fid}, KID {kid}, variety {variety} (n = {n}; variety 1 is real){best}</source>
        <translation>Schritt {step}: FID {fid}, KID {kid}, Vielfalt {variety} (n = {n}; echte Bilder haben Vielfalt 1){best}</translation>
    </message>
    <message>
        <source>, the best so far: kept</source>
        <translation>, das Beste bisher: behalten</translation>
    </message>
    <message>
        <source>the faces cannot be rendered: {reason}</source>
        <translation>Die Gesichter können nicht gezeichnet werden: {reason}</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>O&amp;rdner…</translation>
    </message>
    <message>
        <source>A folder of pictures: JPEG, PNG, WebP, BMP or GIF, nested as you like</source>
        <translation>Ein Ordner mit Bildern: JPEG, PNG, WebP, BMP oder GIF, beliebig verschachtelt</translation>
    </message>
    <message>
        <source>&amp;ZIP…</source>
        <translation>&amp;ZIP…</translation>
    </message>
    <message>
        <source>A ZIP of pictures; nothing is unpacked</source>
        <translation>Ein ZIP mit Bildern; nichts wird entpackt</translation>
    </message>
    <message>
        <source>centre square</source>
        <translation>Quadrat in der Mitte</translation>
    </message>
    <message>
        <source>face, in photographs</source>
        <translation>Gesicht, in Fotos</translation>
    </message>
    <message>
        <source>Which part of each picture is kept</source>
        <translation>Welcher Teil jedes Bildes behalten wird</translation>
    </message>
    <message>
        <source>Drawn faces are not found: frame them in the centre</source>
        <translation>Gezeichnete Gesichter werden nicht gefunden: Nehmen Sie die Mitte</translation>
    </message>
    <message>
        <source>Choose pictures to learn from.</source>
        <translation>Wählen Sie Bilder, aus denen gelernt wird.</translation>
    </message>
    <message>
        <source>Report on the pictures</source>
        <translation>Bericht über die Bilder</translation>
    </message>
    <message>
        <source>Some of the pictures</source>
        <translation>Einige der Bilder</translation>
    </message>
    <message>
        <source>Files left out, with the reason</source>
        <translation>Ausgelassene Dateien, mit Grund</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The pictures chosen before are still being read</source>
        <translation>Die zuvor gewählten Bilder werden noch gelesen</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>{name} wird gelesen …</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>A ZIP of pictures</source>
        <translation>Ein ZIP mit Bildern</translation>
    </message>
    <message>
        <source>Reading picture {done} of {total} …</source>
        <translation>Bild {done} von {total} wird gelesen …</translation>
    </message>
    <message>
        <source>{name}: the same as {first}</source>
        <translation>{name}: dasselbe wie {first}</translation>
    </message>
    <message>
        <source>all {size}</source>
        <translation>alle {size}</translation>
    </message>
    <message>
        <source>from {size} to {largest}</source>
        <translation>von {size} bis {largest}</translation>
    </message>
    <message>
        <source> {count} files are left out:</source>
        <translation> Ausgelassene Dateien: {count}</translation>
    </message>
    <message>
        <source> No file is left out.</source>
        <translation> Keine Datei ist ausgelassen.</translation>
    </message>
    <message>
        <source>{name}: {count} pictures ({formats}), {size} pixels.{left_out}</source>
        <translation>{name}: {count} Bilder ({formats}), {size} Pixel.{left_out}</translation>
    </message>
    <message>
        <source>Faces from the same latents</source>
        <translation>Gesichter aus denselben latenten Vektoren</translation>
    </message>
    <message>
        <source>Time: which sample is shown</source>
        <translation>Zeit: welche Probe zu sehen ist</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>noch keine Probe</translation>
    </message>
    <message>
        <source>{name} is gone</source>
        <translation>{name} ist nicht mehr da</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>my faces</source>
        <translation>meine Gesichter</translation>
    </message>
    <message>
        <source>Where it trains</source>
        <translation>Wo trainiert wird</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop and &amp;keep</source>
        <translation>Stoppen und &amp;behalten</translation>
    </message>
    <message>
        <source>Go &amp;back</source>
        <translation>Zurüc&amp;kgehen</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source>Length of the training</source>
        <translation>Dauer des Trainings</translation>
    </message>
    <message>
        <source>Checkpoint to go back to</source>
        <translation>Zwischenstand, zu dem es zurückgeht</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Dauer</translation>
    </message>
    <message>
        <source>, about {duration}</source>
        <translation>, etwa {duration}</translation>
    </message>
    <message>
        <source>{name}: {steps} steps{estimate}</source>
        <translation>{name}: {steps} Schritte{estimate}</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>The training before is still ending: try again</source>
        <translation>Das vorige Training endet gerade noch: Versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Es beginnt …</translation>
    </message>
    <message>
        <source>Measuring how fast this machine trains …</source>
        <translation>Es wird gemessen, wie schnell dieser Rechner trainiert …</translation>
    </message>
    <message>
        <source>Give the model a name that can be a folder&apos;s</source>
        <translation>Geben Sie dem Modell einen Namen, den auch ein Ordner haben kann</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>Es wird angehalten …</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Es wird gestoppt …</translation>
    </message>
    <message>
        <source>The training is over; what it made is kept</source>
        <translation>Das Training ist zu Ende; was entstanden ist, bleibt</translation>
    </message>
    <message>
        <source>The training is done at step {step}: the model is in the list of faces</source>
        <translation>Das Training ist bei Schritt {step} fertig: Das Modell steht in der Liste der Modelle</translation>
    </message>
    <message>
        <source>Stopped at step {step}: the best faces so far are in the list of models</source>
        <translation>Gestoppt bei Schritt {step}: Die bisher besten Gesichter stehen in der Liste der Modelle</translation>
    </message>
    <message>
        <source>Paused at step {step}.</source>
        <translation>Angehalten bei Schritt {step}.</translation>
    </message>
    <message>
        <source> It takes {speed:.0f} images/s here.</source>
        <translation> Hier schafft es {speed:.0f} Bilder/s.</translation>
    </message>
    <message>
        <source>Training runs on the {device}: {reason}.</source>
        <translation>Das Training läuft auf der {device}: {reason}.</translation>
    </message>
    <message>
        <source>The face on the way</source>
        <translation>Das Gesicht auf dem Weg</translation>
    </message>
    <message>
        <source>Place on the way between the two faces</source>
        <translation>Stelle auf dem Weg zwischen den beiden Gesichtern</translation>
    </message>
    <message>
        <source>Save &amp;GIF…</source>
        <translation>&amp;GIF speichern…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sc&amp;hließen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>A&amp;bspielen</translation>
    </message>
    <message>
        <source>,</source>
        <comment>between the groups of three digits of a number</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>.</source>
        <comment>between the whole and the fraction of a number</comment>
        <translation>,</translation>
    </message>
</context>
</TS>
