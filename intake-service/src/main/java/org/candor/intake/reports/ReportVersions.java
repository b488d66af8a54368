package org.candor.intake.reports;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The versions that corrections replaced. */
@ApplicationScoped
class ReportVersions implements PanacheRepositoryBase<ReportVersion, ReportVersion.Key> {}
