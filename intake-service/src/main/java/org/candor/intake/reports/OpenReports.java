package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.candor.intake.routing.Readers;
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
    private final Readers readers;
    private final Routes routes;
    private final IncidentVault vault;
    private final Caller caller;

    OpenReports(
            Reports reports,
            Visibility visibility,
            Readers readers,
            Routes routes,
            IncidentVault vault,
            Caller caller) {
        this.reports = reports;
        this.visibility = visibility;
        this.readers = readers;
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
        return visibility.require(incidentId).chain(() -> found(incidentId));
    }

    /** One whose words the caller needs, or the refusal of {@link Readers}. */
    Uni<Opened> readable(UUID incidentId) {
        return readers.require(incidentId).chain(() -> found(incidentId));
    }

    private Uni<Opened> found(UUID incidentId) {
        return reports.findById(incidentId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(this::open);
    }

    /** One that the caller made himself; else {@code NOT_FOUND}. Who is recused is not told of it either. */
    Uni<Opened> own(UUID incidentId) {
        return reported(incidentId, this::isOwn);
    }

    /** One that the caller made himself, or that his business associate made; else {@code NOT_FOUND}, as for {@link #own}. */
    Uni<Opened> ownOrOfAssociate(UUID incidentId) {
        return reported(incidentId, opened -> isOwn(opened) || isOfAssociate(opened));
    }

    private Uni<Opened> reported(UUID incidentId, Predicate<Opened> isHis) {
        return reports.findById(incidentId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(this::open)
                .invoke(opened -> refuse(!isHis.test(opened)))
                .call(() -> routes.isRecused(incidentId, caller.subject()).invoke(OpenReports::refuse));
    }

    Uni<Opened> open(Report report) {
        return vault.open(report.incidentId).map(cipher -> new Opened(report, cipher));
    }

    private boolean isOwn(Opened opened) {
        String subject = caller.subject();
        return !subject.isEmpty() && subject.equals(opened.details().reporter());
    }

    private boolean isOfAssociate(Opened opened) {
        return opened.report().associateId != null
                && caller.hasRole("business-associate")
                && caller.businessAssociate().equals(Optional.of(opened.report().associateId));
    }

    private static void refuse(boolean hidden) {
        if (hidden) {
            throw Problem.notFound();
        }
    }
}
