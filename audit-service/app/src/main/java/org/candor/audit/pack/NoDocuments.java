package org.candor.audit.pack;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.trail.EntrySlices.Reader;

/** An installation that keeps no documents here. */
@ApplicationScoped
@DefaultBean
class NoDocuments implements RetainedDocuments {

    @Override
    public Uni<Optional<Retained>> open(UUID documentId, Reader reader) {
        return Uni.createFrom().item(Optional.empty());
    }
}
