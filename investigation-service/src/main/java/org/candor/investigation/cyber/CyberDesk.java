package org.candor.investigation.cyber;

import static org.candor.events.OfficerRole.ADMINISTRATOR;
import static org.candor.events.OfficerRole.COUNSEL;
import static org.candor.events.OfficerRole.INVESTIGATOR;
import static org.candor.events.OfficerRole.PRIVACY_OFFICER;
import static org.candor.events.OfficerRole.SECURITY_OFFICER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.cyber.CyberFiles.Rows;
import org.candor.investigation.cyber.decision.Drafts;
import org.candor.investigation.cyber.decision.ReportingOrder;
import org.candor.kit.errors.Problem;

/** What policy II asks beside the drafts: its order, its two questions, the identifiers. Call inside a transaction. */
@ApplicationScoped
class CyberDesk {

    static final OfficerRole[] WRITERS = {SECURITY_OFFICER, PRIVACY_OFFICER, INVESTIGATOR};

    /** Whether the Privacy Rule permits something is for these to judge. */
    static final OfficerRole[] JUDGES = {PRIVACY_OFFICER, COUNSEL, ADMINISTRATOR};

    private final CaseAccess access;
    private final CyberFiles files;
    private final CyberViews views;
    private final CyberChanges changes;

    CyberDesk(CaseAccess access, CyberFiles files, CyberViews views, CyberChanges changes) {
        this.access = access;
        this.files = files;
        this.views = views;
        this.changes = changes;
    }

    Uni<Tagged<CyberView>> read(UUID incidentId) {
        return access.toRead(incidentId, "read-cyber-file").chain(views::of);
    }

    Uni<Tagged<CyberView>> state(UUID incidentId, String ifMatch, CyberWords.OrderRequest request) {
        return changes.on(incidentId, ifMatch, "state-reporting-order", (known, rows) -> {
            known.require(SECURITY_OFFICER, PRIVACY_OFFICER);
            ReportingOrder.state(request.part(), rows.stated(), known.phase(), request.completedAt(), known.now())
                    .orThrow(CyberProblem::of);
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
        return changes.on(incidentId, ifMatch, "decide-reporting", (known, rows) -> {
            known.require(SECURITY_OFFICER, PRIVACY_OFFICER);
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
        return changes.on(incidentId, ifMatch, "register-identifiers", (known, rows) -> {
            known.require(WRITERS);
            keep(known, rows, views.registered(known, rows).with(identifiers));
            return access.note(known, "identifiers-registered", "");
        });
    }

    /** By those who may override the check, and by no author of what it holds back. */
    Uni<Tagged<CyberView>> remove(UUID incidentId, String ifMatch, CyberWords.Removal request) {
        return changes.on(incidentId, ifMatch, "remove-identifiers", (known, rows) -> {
            known.require(JUDGES);
            Drafts.narrow(rows.drafts().stream().map(DraftRow::draft).toList(), known.subject())
                    .orThrow(CyberProblem::of);
            CyberWords.Identifiers registered = views.registered(known, rows);
            if (!registered.holds(request.identifiers())) {
                throw new Problem(CyberProblem.IDENTIFIER_NOT_REGISTERED);
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
}
