package org.candor.investigation.cyber;

import static org.candor.events.OfficerRole.ADMINISTRATOR;
import static org.candor.events.OfficerRole.PRIVACY_OFFICER;
import static org.candor.events.OfficerRole.SECURITY_OFFICER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.cyber.DraftChecks.Checked;
import org.candor.investigation.cyber.decision.Agency;
import org.candor.investigation.cyber.decision.Draft;
import org.candor.investigation.cyber.decision.Drafts;
import org.candor.investigation.cyber.decision.Indicator;
import org.candor.investigation.cyber.decision.ReportingOrder;
import org.candor.kit.errors.Problem;

/** Drafts of reports to agencies: loads, lets the rules decide, stores. Call inside a transaction. */
@ApplicationScoped
class DraftDesk {

    private static final OfficerRole[] SIGNERS = {SECURITY_OFFICER, PRIVACY_OFFICER, ADMINISTRATOR};

    private final CaseAccess access;
    private final CyberFiles files;
    private final CyberChanges changes;

    DraftDesk(CaseAccess access, CyberFiles files, CyberChanges changes) {
        this.access = access;
        this.files = files;
        this.changes = changes;
    }

    Uni<Tagged<CyberView>> write(
            UUID incidentId, UUID id, String ifMatch, CyberWords.DraftRequest request, Checked checked) {
        return changes.on(incidentId, ifMatch, "write-agency-report", (known, rows) -> {
            known.require(CyberDesk.WRITERS);
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
        return changes.on(incidentId, ifMatch, "write-agency-report", (known, rows) -> {
            known.require(CyberDesk.WRITERS);
            wellFormed(request);
            DraftRow row = rows.draft(id);
            keep(
                    known,
                    row,
                    Drafts.rewrite(row.draft(), known.subject(), checked.found())
                            .orThrow(CyberProblem::of),
                    request);
            row.agency = request.agency();
            return access.note(known, "agency-report-rewritten", id.toString());
        });
    }

    Uni<Tagged<CyberView>> override(
            UUID incidentId, UUID id, String ifMatch, CyberWords.OverrideRequest request, Checked checked) {
        return changes.on(incidentId, ifMatch, "override-phi-check", (known, rows) -> {
            known.require(CyberDesk.JUDGES);
            DraftRow row = rows.draft(id);
            checked.still(row);
            row.take(Drafts.override(row.draft(), known.subject(), request.ground(), checked.found(), known.now())
                    .orThrow(CyberProblem::of));
            row.clearedWords =
                    access.seal(known.cipher(), CyberViews.CLEARED, id, new CyberWords.Reason(request.reason()));
            return access.note(known, "phi-check-overridden", request.ground() + " " + id);
        });
    }

    Uni<Tagged<CyberView>> sign(UUID incidentId, UUID id, String ifMatch, Checked checked) {
        return changes.on(incidentId, ifMatch, "sign-agency-report", (known, rows) -> {
            known.require(SIGNERS);
            DraftRow row = rows.draft(id);
            checked.still(row);
            row.take(Drafts.sign(row.draft(), known.subject(), checked.found(), known.now())
                    .orThrow(CyberProblem::of));
            return access.note(known, "agency-report-signed", id.toString());
        });
    }

    Uni<Tagged<CyberView>> send(UUID incidentId, UUID id, String ifMatch, CyberWords.SendingRequest request) {
        return changes.on(incidentId, ifMatch, "send-agency-report", (known, rows) -> {
            known.require(SECURITY_OFFICER, PRIVACY_OFFICER);
            DraftRow row = rows.draft(id);
            row.take(Drafts.send(
                            row.draft(),
                            known.subject(),
                            request.sentAt(),
                            ReportingOrder.missing(rows.stated()),
                            request.deviation() != null,
                            known.drill(),
                            known.now())
                    .orThrow(CyberProblem::of));
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
        return changes.on(incidentId, ifMatch, "withdraw-agency-report", (known, rows) -> {
            known.require(CyberDesk.WRITERS);
            DraftRow row = rows.draft(id);
            row.take(Drafts.withdraw(row.draft()).orThrow(CyberProblem::of));
            return access.note(known, "agency-report-withdrawn", id.toString());
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
            throw new Problem(CyberProblem.INDICATORS_MISSING).field("/indicators", "at least one");
        }
        for (int index = 0; index < indicators.size(); index++) {
            if (!indicators.get(index).wellFormed()) {
                throw new Problem(CyberProblem.INDICATOR_MALFORMED)
                        .field("/indicators/" + index + "/value", "not of the type it is said to be");
            }
        }
    }
}
