package org.candor.audit.pack;

/** What stands in every pack for whoever opens it without us. */
final class ReadMe {

    static final String TEXT = """
            This is a proof pack of a Candor audit trail. Start with timeline.en.pdf.
            To check it without us:   java -jar candor-verify.jar pack.zip --key trail.pem --witness witness.txt
            Take the keys from where you had them before; those in the folder keys only show which ones are meant.
            entries.jsonl holds the entries with their proofs, left-out.jsonl the hashes of entries that whoever made the pack
            may not see, checkpoints.jsonl the signed states of the trail. The comment of the zip file seals all of it.

            Este es un paquete de pruebas de un registro de auditoría de Candor. Empiece por timeline.es.pdf.
            Para comprobarlo sin nosotros:   java -jar candor-verify.jar pack.zip --key trail.pem --witness witness.txt
            Tome las claves de donde las tenía antes; las de la carpeta keys solo muestran cuáles son.
            entries.jsonl contiene las entradas con sus pruebas, left-out.jsonl los resúmenes de entradas que quien hizo el
            paquete no puede ver, checkpoints.jsonl los estados firmados del registro. El comentario del archivo zip sella todo.
            """;

    private ReadMe() {}
}
