package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.OfficerRole;
import org.candor.intake.IntakeProblem;
import org.candor.intake.checkups.CheckUps;
import org.candor.intake.checkups.CheckUps.Plan;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.receipts.FilingProofs;
import org.candor.intake.receipts.Receipts;
import org.candor.intake.reports.Followed.Earlier;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.intake.reports.decision.ReportState;
import org.candor.intake.routing.Routes;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Origin;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/** Accepts reports: sealed report, routing record and facts are one transaction, and acknowledged means durable. */
@ApplicationScoped
class Submissions {

    private final Reports reports;
    private final ConcernedEntity concernedEntity;
    private final Particulars particulars;
    private final Followed followed;
    private final CheckUps checkUps;
    private final Routes routes;
    private final IncidentVault vault;
    private final Receipts receipts;
    private final FilingProofs proofs;
    private final Contacts contacts;
    private final Idempotency idempotency;
    private final ReceivedReports received;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Submissions(
            Reports reports,
            ConcernedEntity concernedEntity,
            Particulars particulars,
            Followed followed,
            CheckUps checkUps,
            Routes routes,
            IncidentVault vault,
            Receipts receipts,
            FilingProofs proofs,
            Contacts contacts,
            Idempotency idempotency,
            ReceivedReports received,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.reports = reports;
        this.concernedEntity = concernedEntity;
        this.particulars = particulars;
        this.followed = followed;
        this.checkUps = checkUps;
        this.routes = routes;
        this.vault = vault;
        this.receipts = receipts;
        this.proofs = proofs;
        this.contacts = contacts;
        this.idempotency = idempotency;
        this.received = received;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Accepts the report, or answers a retry as the first time. */
    Uni<ReceiptView> submit(ReportRequest request, Optional<String> retryKey, Locale locale) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReportRules.refuse(request.happened(), request.learned(), now).ifPresent(Refusals::refuse);
        if (request.isDrill() && !isOfficer()) {
            throw new Problem(IntakeProblem.DRILL_NOT_ALLOWED).field("/drill", "officers only");
        }
        particulars.check(request);
        Optional.ofNullable(request.contact()).ifPresent(ContactRequest::require);
        String seed = retryKey.orElseGet(() -> UUID.randomUUID().toString());
        AtomicBoolean isNew = new AtomicBoolean();
        return followed.quietly(
                request,
                () -> Transactions.run(() -> receipts.ready()
                                .chain(proofs::ready)
                                .chain(() -> idempotency.once(
                                        "submit-report",
                                        retryKey.orElse(null),
                                        request,
                                        Accepted.class,
                                        () -> accept(request, seed, locale, now).invoke(() -> isNew.set(true)))))
                        .invoke(() -> received.count(isNew.get(), request))
                        .map(accepted -> receipt(accepted, seed, request, locale)));
    }

    private Uni<Accepted> accept(ReportRequest request, String seed, Locale locale, Instant now) {
        return concernedEntity
                .of(request.entityId())
                .chain(entity ->
                        followed.of(request).chain(earlier -> store(request, seed, locale, now, entity, earlier)));
    }

    private Uni<Accepted> store(
            ReportRequest request,
            String seed,
            Locale locale,
            Instant now,
            EntityOfficers entity,
            Optional<Earlier> earlier) {
        Report report = report(request, now, entity.entityId());
        particulars.fill(report, request, entity);
        report.follows = earlier.map(Earlier::incidentId).orElse(null);
        List<String> recused = earlier.map(Earlier::recused).orElse(List.of());
        report.receiptHash =
                receipts.hash(receipts.issue(report.incidentId, seed)).orElseThrow();
        Origin origin = new Origin(report.entityId, report.drill, Envelope.REPORTER);
        String details = EventJson.write(request.details(request.isOnBehalf() ? "" : caller.subject()));
        OfficerRole responsible = routes.responsible(entity, request.implicatedTexts(), recused);
        Plan planned = checkUps.plan(
                report.incidentId, entity, report.kind, report.byWorkforce, now, report.drill, responsible);
        List<Event> told = Stream.<Event>concat(Stream.of(report.fact()), planned.deadline().stream())
                .toList();
        return vault.create(report.incidentId)
                .invoke(cipher -> report.details = cipher.seal(ReportDetails.PLACE, report.incidentId, details))
                .call(() -> reports.persist(report))
                .call(() -> routes.open(
                        report.incidentId, entity, report.kind, request.implicatedTexts(), recused, told, origin))
                .chain(cipher -> contacts.keep(report, request.contact(), cipher, locale, origin))
                .chain(() -> checkUps.keep(planned))
                .replaceWith(() -> Accepted.of(report));
    }

    private Report report(ReportRequest request, Instant now, String entityId) {
        Report report = new Report();
        report.incidentId = ids.next();
        report.entityId = entityId;
        report.kind = request.kind();
        report.relation = request.relation();
        report.channel = request.channel();
        report.medium = request.medium() == null ? Medium.UNKNOWN : request.medium();
        report.anonymous = (caller.isAnonymous() || request.isOnBehalf()) && request.contact() == null;
        report.byWorkforce = request.relation().isWorkforce();
        report.phiPossible = request.phiPossible();
        report.urgent = Boolean.TRUE.equals(request.urgent());
        report.drill = request.isDrill();
        report.happenedAt =
                request.happened().map(at -> ReportRules.byReceipt(at, now)).orElse(null);
        report.learnedAt =
                request.learned().map(at -> ReportRules.byReceipt(at, now)).orElse(null);
        report.receivedAt = now;
        report.late = ReportRules.isLate(request.relation(), request.learned(), now);
        report.state = ReportState.RECEIVED;
        return report;
    }

    private ReceiptView receipt(Accepted accepted, String seed, ReportRequest request, Locale locale) {
        String receipt = receipts.issue(accepted.incidentId(), seed);
        return new ReceiptView(
                accepted.incidentId(),
                receipt,
                proofs.sign(
                        accepted.incidentId(),
                        accepted.receivedAt(),
                        receipt,
                        request.narrative().value()),
                accepted.receivedAt(),
                accepted.late(),
                ReportState.RECEIVED,
                accepted.answerDueOn(),
                accepted.byAssociate() ? ReceiptView.individualsTo(accepted.incidentId()) : null,
                Statement.nonRetaliation(request.languageOr(locale)));
    }

    private boolean isOfficer() {
        return caller.hasRole("privacy-officer") || caller.hasRole("security-officer");
    }
}
