package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.CaseTexts;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cyber.CyberFiles.Rows;
import org.candor.investigation.cyber.decision.DraftCheck;
import org.candor.investigation.cyber.decision.KnownIdentifiers;
import org.candor.investigation.cyber.decision.PhiCheck;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.PersonalText;

/**
 * Runs the no-PHI check of a draft against what the case knows at this moment: the words are read in a transaction of their
 * own, and searched after it on a worker, because a long text takes its time.
 */
@ApplicationScoped
class DraftChecks {

    private final CaseAccess access;
    private final CaseTexts texts;
    private final CyberFiles files;
    private final CyberViews views;
    private final Workers workers;

    DraftChecks(CaseAccess access, CaseTexts texts, CyberFiles files, CyberViews views, Workers workers) {
        this.access = access;
        this.texts = texts;
        this.files = files;
        this.views = views;
        this.workers = workers;
    }

    /**
     * What was found in which writing.
     *
     * @param found codes: kind and place, never the text
     * @param writtenAt of the stored draft that was searched; null for one that is not stored yet
     */
    record Checked(Set<String> found, Instant writtenAt) {
        /** Refuses when somebody wrote in the draft after it was searched. */
        void still(DraftRow row) {
            if (!row.writtenAt.equals(writtenAt)) {
                throw new Problem(CommonProblem.STALE_VERSION);
            }
        }
    }

    /** What a draft and its case say. */
    private record Search(
            CyberWords.DraftRequest draft, String organisation, KnownIdentifiers known, Instant writtenAt) {
        Checked run() {
            return new Checked(
                    PhiCheck.codes(DraftCheck.findings(
                            draft.subject().value(), draft.text().value(), draft.all(), organisation, known)),
                    writtenAt);
        }
    }

    /** For its author. It does not look into the sanction record, whose names he could find out by trial. */
    Uni<Checked> ofNew(UUID incidentId, CyberWords.DraftRequest draft) {
        return searched(incidentId, texts::of, (known, rows, gathered) -> search(known, rows, gathered, draft, null));
    }

    /** For whoever clears or signs it: on all that the case knows, the sanction record with it. */
    Uni<Checked> ofStored(UUID incidentId, UUID draftId) {
        return searched(incidentId, texts::withSanctions, (known, rows, gathered) -> {
            DraftRow row = rows.draft(draftId);
            return search(known, rows, gathered, views.words(known, row), row.writtenAt);
        });
    }

    private interface Preparing {
        Search of(KnownCase known, Rows rows, CaseTexts.Texts gathered);
    }

    private Uni<Checked> searched(
            UUID incidentId, Function<KnownCase, Uni<CaseTexts.Texts>> gathering, Preparing preparing) {
        return Transactions.run(() -> access.toRead(incidentId, "check-agency-report")
                        .chain(known -> files.read(incidentId)
                                .chain(rows ->
                                        gathering.apply(known).map(gathered -> preparing.of(known, rows, gathered)))))
                .chain(search -> workers.run(search::run));
    }

    private Search search(
            KnownCase known, Rows rows, CaseTexts.Texts gathered, CyberWords.DraftRequest draft, Instant writtenAt) {
        String organisation = known.entity().map(LegalEntity::name).orElse(known.entityId());
        return new Search(draft, organisation, identifiers(known, rows, gathered), writtenAt);
    }

    private KnownIdentifiers identifiers(KnownCase known, Rows rows, CaseTexts.Texts gathered) {
        CyberWords.Identifiers registered = views.registered(known, rows);
        List<String> names = new ArrayList<>(gathered.names());
        registered.names().stream().map(PersonalText::value).forEach(names::add);
        return KnownIdentifiers.of(
                names, registered.numbers().stream().map(PersonalText::value).toList(), gathered.texts());
    }
}
