package org.candor.audit.pack;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.trail.EntrySlices.Reader;

/** Where the documents lie whose hashes stand in the trail. */
public interface RetainedDocuments {

    /**
     * A document.
     *
     * @param name for the file, of letters, digits, dots and dashes
     * @param content its bytes, read as they are taken; it opens sessions of its own
     */
    record Retained(String name, Multi<byte[]> content) {}

    /** The document, unless it was disposed of or that reader may not see it. Opens sessions of its own. */
    Uni<Optional<Retained>> open(UUID documentId, Reader reader);
}
