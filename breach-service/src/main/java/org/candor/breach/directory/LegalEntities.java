package org.candor.breach.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The entities of the installation. */
@ApplicationScoped
public class LegalEntities implements PanacheRepositoryBase<LegalEntity, String> {}
