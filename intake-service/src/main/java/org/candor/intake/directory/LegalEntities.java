package org.candor.intake.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The entities of the installation. */
@ApplicationScoped
class LegalEntities implements PanacheRepositoryBase<LegalEntity, String> {}
