package org.candor.intake.reports;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The persons implicated later. */
@ApplicationScoped
class ImplicationRows implements PanacheRepositoryBase<Implication, UUID> {}
