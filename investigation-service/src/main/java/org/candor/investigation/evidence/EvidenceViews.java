package org.candor.investigation.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.evidence.EvidenceStore.Stored;
import org.candor.investigation.evidence.EvidenceView.CustodyPart;
import org.candor.investigation.evidence.EvidenceView.ExaminationPart;
import org.candor.kit.web.PersonalText;

/** Makes views of stored evidence; the words are opened here. */
@ApplicationScoped
class EvidenceViews {

    private final CaseAccess access;

    EvidenceViews(CaseAccess access) {
        this.access = access;
    }

    Tagged<EvidenceView> of(KnownCase known, Stored stored) {
        EvidenceRow row = stored.row();
        EvidenceWords.OfItem words =
                access.open(known.cipher(), EvidenceDesk.ITEM, row.id, row.words, EvidenceWords.OfItem.class);
        EvidenceView view = new EvidenceView(
                row.id,
                row.kind,
                words.description(),
                words.finding(),
                row.sha256,
                row.stepEntryId,
                row.collectedAt,
                row.recordedBy,
                row.recordedAt,
                stored.fileSize().orElse(null),
                row.integrity(),
                stored.chain().stream().map(entry -> custody(known, entry)).toList(),
                stored.examination().map(found -> examination(known, found)).orElse(null));
        return new Tagged<>(view, row.changes);
    }

    /** Who has the item now. */
    PersonalText holder(KnownCase known, List<CustodyRow> chain) {
        return words(known, chain.getLast()).to();
    }

    private CustodyPart custody(KnownCase known, CustodyRow row) {
        EvidenceWords.OfHandover words = words(known, row);
        return new CustodyPart(
                row.n,
                row.at,
                words.from(),
                words.to(),
                words.reason(),
                words.condition(),
                row.recordedBy,
                row.recordedAt);
    }

    private EvidenceWords.OfHandover words(KnownCase known, CustodyRow row) {
        return access.open(known.cipher(), EvidenceDesk.CUSTODY, row.id, row.words, EvidenceWords.OfHandover.class);
    }

    private ExaminationPart examination(KnownCase known, ExaminationRow row) {
        return new ExaminationPart(
                row.examinedBy,
                row.examinedAt,
                access.open(
                                known.cipher(),
                                EvidenceDesk.EXAMINATION,
                                row.itemId,
                                row.words,
                                EvidenceWords.OfExamination.class)
                        .finding());
    }
}
