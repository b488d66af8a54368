package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.routing.Routes;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.EventJson;

/** Finds reports that the caller may work on, with what is sealed in them. Call inside a transaction. */
@ApplicationScoped
class OpenReports {

    private final Reports reports;
    private final Visibility visibility;
    private final Routes routes;
    private final IncidentVault vault;
    private final Caller caller;

    OpenReports(Reports reports, Visibility visibility, Routes routes, IncidentVault vault, Caller caller) {
        this.reports = reports;
        this.visibility = visibility;
        this.routes = routes;
        this.vault = vault;
        this.caller = caller;
    }

    /** A report with the cipher of its incident. */
    record Opened(Report report, IncidentCipher cipher) {

        ReportDetails details() {
            return EventJson.read(
                    cipher.read(ReportDetails.PLACE, report.incidentId, report.details), ReportDetails.class);
        }
    }

    /** One that the caller may see, or {@code NOT_FOUND}. */
    Uni<Opened> visible(UUID incidentId) {
        return visibility
                .require(incidentId)
                .chain(() -> reports.findById(incidentId))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(this::open);
    }

    /**
     * One that the caller made himself, or that his business associate made; else {@code NOT_FOUND}. Who is recused is not
     * told of it either.
     */
    Uni<Opened> own(UUID incidentId) {
        return reports.findById(incidentId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(this::open)
                .invoke(this::requireOwn)
                .call(() -> routes.isRecused(incidentId, caller.subject()).invoke(OpenReports::refuse));
    }

    Uni<Opened> open(Report report) {
        return vault.open(report.incidentId).map(cipher -> new Opened(report, cipher));
    }

    private void requireOwn(Opened opened) {
        String subject = caller.subject();
        boolean own = !subject.isEmpty() && subject.equals(opened.details().reporter());
        boolean ofAssociate = opened.report().associateId != null
                && caller.businessAssociate().equals(Optional.of(opened.report().associateId));
        refuse(!own && !ofAssociate);
    }

    private static void refuse(boolean hidden) {
        if (hidden) {
            throw Problem.notFound();
        }
    }
}
