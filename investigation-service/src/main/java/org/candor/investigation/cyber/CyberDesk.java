package org.candor.investigation.cyber;

import static org.candor.events.OfficerRole.ADMINISTRATOR;
import static org.candor.events.OfficerRole.COUNSEL;
import static org.candor.events.OfficerRole.INVESTIGATOR;
import static org.candor.events.OfficerRole.PRIVACY_OFFICER;
import static org.candor.events.OfficerRole.SECURITY_OFFICER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.InvestigationProblem;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.cyber.CyberFiles.Rows;
import org.candor.investigation.cyber.DraftChecks.Checked;
import org.candor.investigation.cyber.decision.Agency;
import org.candor.investigation.cyber.decision.Draft;
import org.candor.investigation.cyber.decision.Drafts;
import org.candor.investigation.cyber.decision.Indicator;
import org.candor.investigation.cyber.decision.ReportingOrder;
import org.candor.kit.errors.Problem;

/** Loads, lets the rules decide, stores. Call inside a transaction. */
@ApplicationScoped
class CyberDesk {

    private static final OfficerRole[] WRITERS = {SECURITY_OFFICER, PRIVACY_OFFICER, INVESTIGATOR};
    private static final OfficerRole[] SIGNERS = {SECURITY_OFFICER, PRIVACY_OFFICER, ADMINISTRATOR};

    /** Whether the Privacy Rule permits something is for these to judge. */
    private static final OfficerRole[] JUDGES = {PRIVACY_OFFICER, COUNSEL, ADMINISTRATOR};

    private final CaseAccess access;
    private final CyberFiles files;
    private final CyberViews views;

    CyberDesk(CaseAccess access, CyberFiles files, CyberViews views) {
        this.access = access;
        this.files = files;
        this.views = views;
    }

    private interface Step {
        Uni<Void> on(KnownCase known, Rows rows);
    }

    Uni<Tagged<CyberView>> read(UUID incidentId) {
        return access.toRead(incidentId, "read-cyber-file").chain(views::of);
    }

    Uni<Tagged<CyberView>> state(UUID incidentId, String ifMatch, CyberWords.OrderRequest request) {
        return change(incidentId, ifMatch, "state-reporting-order", (known, rows) -> {
            require(known, SECURITY_OFFICER, PRIVACY_OFFICER);
            ReportingOrder.state(request.part(), rows.stated(), known.phase(), request.completedAt(), known.now())
                    .orThrow(InvestigationProblem::of);
            OrderRow row = new OrderRow();
            row.id = access.newId();
            row.incidentId = incidentId;
            row.part = request.part();
            row.outcome = request.outcome();
            row.completedAt = request.completedAt();
            row.statedBy = known.subject();
            row.statedAt = known.now();
            row.words = access.seal(known.cipher(), CyberViews.ORDER, row.id, new CyberWords.Reason(request.words()));
            return files.add(row).chain(() -> access.note(known, "reporting-order-stated", row.part.name()));
        });
    }

    Uni<Tagged<CyberView>> answer(UUID incidentId, String ifMatch, CyberWords.AnswerRequest request) {
        return change(incidentId, ifMatch, "decide-reporting", (known, rows) -> {
            require(known, SECURITY_OFFICER, PRIVACY_OFFICER);
            AnswerRow row = new AnswerRow();
            row.id = access.newId();
            row.incidentId = incidentId;
            row.kind = request.kind();
            row.answer = request.answer();
            row.decidedBy = known.subject();
            row.decidedAt = known.now();
            row.words = access.seal(known.cipher(), CyberViews.ANSWER, row.id, new CyberWords.Reason(request.reason()));
            String reference = row.kind + (row.answer ? " yes" : " no");
            return files.add(row).chain(() -> access.note(known, "reporting-decided", reference));
        });
    }

    Uni<Tagged<CyberView>> register(UUID incidentId, String ifMatch, CyberWords.Identifiers identifiers) {
        return change(incidentId, ifMatch, "register-identifiers", (known, rows) -> {
            require(known, WRITERS);
            keep(known, rows, views.registered(known, rows).with(identifiers));
            return access.note(known, "identifiers-registered", "");
        });
    }

    /** By those who may override the check, and by no author of what it holds back. */
    Uni<Tagged<CyberView>> remove(UUID incidentId, String ifMatch, CyberWords.Removal request) {
        return change(incidentId, ifMatch, "remove-identifiers", (known, rows) -> {
            require(known, JUDGES);
            Drafts.narrow(rows.drafts().stream().map(DraftRow::draft).toList(), known.subject())
                    .orThrow(InvestigationProblem::of);
            CyberWords.Identifiers registered = views.registered(known, rows);
            if (!registered.holds(request.identifiers())) {
                throw new Problem(InvestigationProblem.IDENTIFIER_NOT_REGISTERED);
            }
            keep(known, rows, registered.without(request.identifiers()));
            RemovalRow row = new RemovalRow();
            row.id = access.newId();
            row.incidentId = incidentId;
            row.removedBy = known.subject();
            row.removedAt = known.now();
            row.words = access.seal(known.cipher(), CyberViews.REMOVAL, row.id, request);
            return files.add(row).chain(() -> access.note(known, "identifiers-removed", row.id.toString()));
        });
    }

    private void keep(KnownCase known, Rows rows, CyberWords.Identifiers identifiers) {
        rows.file().identifiers = access.seal(known.cipher(), CyberViews.IDENTIFIERS, known.incidentId(), identifiers);
    }

    Uni<Tagged<CyberView>> write(
            UUID incidentId, UUID id, String ifMatch, CyberWords.DraftRequest request, Checked checked) {
        return change(incidentId, ifMatch, "write-agency-report", (known, rows) -> {
            require(known, WRITERS);
            wellFormed(request);
            DraftRow row = new DraftRow();
            row.id = id;
            row.incidentId = incidentId;
            keep(known, row, Draft.written(id, request.agency(), known.subject(), checked.found()), request);
            return files.add(row).chain(() -> access.note(known, "agency-report-written", id.toString()));
        });
    }

    Uni<Tagged<CyberView>> rewrite(
            UUID incidentId, UUID id, String ifMatch, CyberWords.DraftRequest request, Checked checked) {
        return change(incidentId, ifMatch, "write-agency-report", (known, rows) -> {
            require(known, WRITERS);
            wellFormed(request);
            DraftRow row = rows.draft(id);
            keep(
                    known,
                    row,
                    Drafts.rewrite(row.draft(), known.subject(), checked.found())
                            .orThrow(InvestigationProblem::of),
                    request);
            row.agency = request.agency();
            return access.note(known, "agency-report-rewritten", id.toString());
        });
    }

    Uni<Tagged<CyberView>> override(
            UUID incidentId, UUID id, String ifMatch, CyberWords.OverrideRequest request, Checked checked) {
        return change(incidentId, ifMatch, "override-phi-check", (known, rows) -> {
            require(known, JUDGES);
            DraftRow row = rows.draft(id);
            checked.still(row);
            row.take(Drafts.override(row.draft(), known.subject(), request.ground(), checked.found(), known.now())
                    .orThrow(InvestigationProblem::of));
            row.clearedWords =
                    access.seal(known.cipher(), CyberViews.CLEARED, id, new CyberWords.Reason(request.reason()));
            return access.note(known, "phi-check-overridden", request.ground() + " " + id);
        });
    }

    Uni<Tagged<CyberView>> sign(UUID incidentId, UUID id, String ifMatch, Checked checked) {
        return change(incidentId, ifMatch, "sign-agency-report", (known, rows) -> {
            require(known, SIGNERS);
            DraftRow row = rows.draft(id);
            checked.still(row);
            row.take(Drafts.sign(row.draft(), known.subject(), checked.found(), known.now())
                    .orThrow(InvestigationProblem::of));
            return access.note(known, "agency-report-signed", id.toString());
        });
    }

    Uni<Tagged<CyberView>> send(UUID incidentId, UUID id, String ifMatch, CyberWords.SendingRequest request) {
        return change(incidentId, ifMatch, "send-agency-report", (known, rows) -> {
            require(known, SECURITY_OFFICER, PRIVACY_OFFICER);
            DraftRow row = rows.draft(id);
            row.take(Drafts.send(
                            row.draft(),
                            known.subject(),
                            request.sentAt(),
                            ReportingOrder.missing(rows.stated()),
                            request.deviation() != null,
                            known.drill(),
                            known.now())
                    .orThrow(InvestigationProblem::of));
            row.sendingWords = access.seal(
                    known.cipher(),
                    CyberViews.SENDING,
                    id,
                    new CyberWords.Sent(request.reference(), request.deviation()));
            String kind = row.deviates ? "agency-report-sent-out-of-order" : "agency-report-sent";
            return access.note(known, kind, row.agency + " " + id);
        });
    }

    Uni<Tagged<CyberView>> withdraw(UUID incidentId, UUID id, String ifMatch) {
        return change(incidentId, ifMatch, "withdraw-agency-report", (known, rows) -> {
            require(known, WRITERS);
            DraftRow row = rows.draft(id);
            row.take(Drafts.withdraw(row.draft()).orThrow(InvestigationProblem::of));
            return access.note(known, "agency-report-withdrawn", id.toString());
        });
    }

    private Uni<Tagged<CyberView>> change(UUID incidentId, String ifMatch, String action, Step step) {
        return access.toChange(incidentId, action).chain(known -> {
            if (!known.cyberRelated()) {
                throw new Problem(InvestigationProblem.NOT_CYBER_RELATED);
            }
            return files.change(incidentId, ifMatch)
                    .chain(rows -> step.on(known, rows))
                    .chain(files::flush)
                    .chain(() -> views.of(known));
        });
    }

    private void keep(KnownCase known, DraftRow row, Draft next, CyberWords.DraftRequest request) {
        row.take(next);
        row.writtenAt = known.now();
        row.words = access.seal(known.cipher(), CyberViews.DRAFT, row.id, request);
    }

    private static void wellFormed(CyberWords.DraftRequest request) {
        List<Indicator> indicators = request.all();
        if (request.agency().kind() == Agency.Kind.INDICATORS && indicators.isEmpty()) {
            throw new Problem(InvestigationProblem.INDICATORS_MISSING).field("/indicators", "at least one");
        }
        for (int index = 0; index < indicators.size(); index++) {
            if (!indicators.get(index).wellFormed()) {
                throw new Problem(InvestigationProblem.INDICATOR_MALFORMED)
                        .field("/indicators/" + index + "/value", "not of the type it is said to be");
            }
        }
    }

    private static void require(KnownCase known, OfficerRole... roles) {
        if (!known.actsAs(roles)) {
            throw new Problem(InvestigationProblem.ANOTHER_ROLES_MATTER);
        }
    }
}
