package org.candor.investigation.sanctions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.sanctions.SanctionRecords.Rows;
import org.candor.investigation.sanctions.decision.Concerned;
import org.candor.investigation.sanctions.decision.Measure;
import org.candor.investigation.sanctions.decision.Sanctions;

/** Makes views of records; the words are opened here. */
@ApplicationScoped
class SanctionViews {

    static final String PERSON = "sanction_person.words";
    static final String NOTE = "sanction_note.words";

    private final CaseAccess access;

    SanctionViews(CaseAccess access) {
        this.access = access;
    }

    Tagged<SanctionView> of(KnownCase known, Rows rows) {
        SanctionView view = new SanctionView(
                rows.record().incidentId,
                rows.record().openedBy,
                rows.record().openedAt,
                List.of(rows.record().readers),
                rows.persons().stream().map(row -> person(known, row)).toList(),
                rows.notes().stream().map(row -> note(known, row)).toList(),
                rows.record().concludedAt);
        return new Tagged<>(view, rows.record().changes);
    }

    SanctionRequests.Who who(KnownCase known, PersonRow row) {
        return access.open(known.cipher(), PERSON, row.id, row.words, SanctionRequests.Who.class);
    }

    private SanctionView.PersonPart person(KnownCase known, PersonRow row) {
        SanctionRequests.Who who = who(known, row);
        Concerned person = row.concerned();
        return new SanctionView.PersonPart(
                row.id,
                who.name(),
                who.position(),
                who.hasNoAccount(),
                row.relation,
                row.conduct,
                row.intent,
                row.refuses,
                row.hearing,
                row.heardAt,
                person.protection().isPresent() ? person.protectedAct() : null,
                row.conduct.proposedByPolicy(row.relation).orElse(null),
                row.proposal,
                row.proposedBy,
                row.ruling,
                row.ruledBy,
                row.ruledAt,
                row.ruling == null ? Sanctions.gates(person, Measure.WARNING) : List.of());
    }

    private SanctionView.NotePart note(KnownCase known, NoteRow row) {
        return new SanctionView.NotePart(
                row.id,
                row.kind,
                row.personId,
                row.happenedAt,
                row.writtenBy,
                row.writtenAt,
                row.words == null
                        ? null
                        : access.open(known.cipher(), NOTE, row.id, row.words, SanctionRequests.Text.class)
                                .text());
    }
}
