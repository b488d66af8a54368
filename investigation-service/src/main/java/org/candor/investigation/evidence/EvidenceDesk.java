package org.candor.investigation.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.evidence.EvidenceRequests.Collected;
import org.candor.investigation.evidence.EvidenceRequests.Examination;
import org.candor.investigation.evidence.EvidenceRequests.Handover;
import org.candor.investigation.evidence.EvidenceStore.Stored;
import org.candor.investigation.evidence.EvidenceView.EvidenceSummary;
import org.candor.investigation.evidence.decision.EvidenceRules;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.candor.kit.web.PersonalText;

/** Items and their chain of custody. Call inside a transaction. */
@ApplicationScoped
class EvidenceDesk {

    static final String ITEM = "evidence_item.words";
    static final String CUSTODY = "custody_entry.words";
    static final String EXAMINATION = "evidence_examination.words";

    private final CaseAccess access;
    private final EvidenceStore store;
    private final EvidenceViews views;
    private final EvidenceAlerts alerts;

    EvidenceDesk(CaseAccess access, EvidenceStore store, EvidenceViews views, EvidenceAlerts alerts) {
        this.access = access;
        this.store = store;
        this.views = views;
        this.alerts = alerts;
    }

    Uni<Page<EvidenceSummary>> list(UUID incidentId, Optional<UUID> stepEntry, Optional<Cursor> after, int limit) {
        return access.toRead(incidentId, "list-evidence")
                .chain(() -> store.list(incidentId, stepEntry, after, limit))
                .map(rows -> Page.of(rows, limit, EvidenceSummary::of, row -> new Cursor(row.recordedAt, row.id)));
    }

    Uni<Tagged<EvidenceView>> read(UUID incidentId, UUID itemId) {
        return access.toRead(incidentId, "read-evidence").chain(known -> current(known, itemId));
    }

    Uni<Void> collect(UUID incidentId, UUID id, Collected request) {
        return access.toChange(incidentId, "collect-evidence").chain(known -> collected(known, id, request));
    }

    Uni<Tagged<EvidenceView>> handOver(UUID incidentId, UUID itemId, String ifMatch, Handover request) {
        return change(itemId, ifMatch, access.toChange(incidentId, "hand-over-evidence"), (known, stored) -> {
            EvidenceProblem.refuse(EvidenceRules.handOver(stored.item(), request.at(), known.now()));
            PersonalText from = views.holder(known, stored.chain());
            EvidenceWords.OfHandover words =
                    new EvidenceWords.OfHandover(from, request.to(), request.reason(), request.condition());
            int number = stored.chain().size() + 1;
            return store.keep(custody(known, itemId, number, request.at(), words))
                    .chain(() -> access.note(known, "evidence-handed-over", itemId + " #" + number));
        });
    }

    /** Also when the case is closed: a file may be found changed long after. */
    Uni<Tagged<EvidenceView>> examine(UUID incidentId, UUID itemId, String ifMatch, Examination request) {
        return change(itemId, ifMatch, access.toChangeAlsoClosed(incidentId, "examine-evidence"), (known, stored) -> {
            EvidenceProblem.refuse(EvidenceRules.examine(stored.item()));
            ExaminationRow row = new ExaminationRow();
            row.itemId = itemId;
            row.examinedBy = known.subject();
            row.examinedAt = known.now();
            row.words = access.seal(
                    known.cipher(), EXAMINATION, itemId, new EvidenceWords.OfExamination(request.finding()));
            stored.row().examinedAt = known.now();
            return store.keep(row).chain(() -> alerts.examined(known, stored.row()));
        });
    }

    private interface Change {
        Uni<Void> on(KnownCase known, Stored stored);
    }

    private Uni<Tagged<EvidenceView>> change(UUID itemId, String ifMatch, Uni<KnownCase> opened, Change change) {
        return opened.chain(known -> store.findForChange(known.incidentId(), itemId)
                .invoke(stored -> EntityTags.check(ifMatch, stored.row().changes))
                .chain(stored -> change.on(known, stored).invoke(() -> stored.row().changes++))
                .chain(() -> current(known, itemId)));
    }

    private Uni<Void> collected(KnownCase known, UUID id, Collected request) {
        EvidenceProblem.refuse(
                EvidenceRules.collect(request.kind(), request.hash(), request.collectedAt(), known.now()));
        EvidenceWords.OfHandover first = new EvidenceWords.OfHandover(
                null, request.holder(), new PersonalText("Collected"), request.condition());
        return requireStepEntry(known.incidentId(), request.stepEntryId())
                .chain(() -> store.keep(row(known, id, request), custody(known, id, 1, request.collectedAt(), first)))
                .chain(() -> access.note(known, "evidence-collected", id.toString()));
    }

    private Uni<Void> requireStepEntry(UUID incidentId, UUID entry) {
        Uni<Boolean> known = entry == null ? Uni.createFrom().item(true) : store.hasStepEntry(incidentId, entry);
        return known.invoke(there -> {
                    if (!there) {
                        throw new Problem(EvidenceProblem.UNKNOWN_STEP_ENTRY)
                                .field("/stepEntryId", "an entry of this case");
                    }
                })
                .replaceWithVoid();
    }

    private EvidenceRow row(KnownCase known, UUID id, Collected request) {
        EvidenceRow row = new EvidenceRow();
        row.id = id;
        row.incidentId = known.incidentId();
        row.kind = request.kind();
        row.sha256 = request.sha256();
        row.stepEntryId = request.stepEntryId();
        row.collectedAt = request.collectedAt();
        row.recordedBy = known.subject();
        row.recordedAt = known.now();
        row.words = access.seal(
                known.cipher(), ITEM, id, new EvidenceWords.OfItem(request.description(), request.finding()));
        return row;
    }

    private CustodyRow custody(KnownCase known, UUID itemId, int number, Instant at, EvidenceWords.OfHandover words) {
        CustodyRow row = new CustodyRow();
        row.id = access.newId();
        row.itemId = itemId;
        row.n = number;
        row.at = at;
        row.recordedBy = known.subject();
        row.recordedAt = known.now();
        row.words = access.seal(known.cipher(), CUSTODY, row.id, words);
        return row;
    }

    Uni<Tagged<EvidenceView>> current(KnownCase known, UUID itemId) {
        return store.find(known.incidentId(), itemId).map(stored -> views.of(known, stored));
    }
}
