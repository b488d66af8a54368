package org.candor.intake.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The designations, also those that have ended. */
@ApplicationScoped
class Delegates implements PanacheRepositoryBase<DelegateRow, UUID> {}
