package org.candor.intake.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The officers of all entities. */
@ApplicationScoped
class Officers implements PanacheRepositoryBase<OfficerRow, UUID> {}
