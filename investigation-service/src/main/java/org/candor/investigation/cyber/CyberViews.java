package org.candor.investigation.cyber;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.CaseSide;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.cyber.CyberFiles.Hold;
import org.candor.investigation.cyber.CyberFiles.Rows;
import org.candor.investigation.cyber.decision.NoticeClock;
import org.candor.investigation.cyber.decision.ReportingOrder;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.kit.web.PersonalText;

/** Makes views of what is stored; the words are opened here. */
@ApplicationScoped
class CyberViews implements CaseSide {

    static final String IDENTIFIERS = "cyber_file.identifiers";
    static final String REMOVAL = "cyber_removal.words";
    static final String ORDER = "cyber_order.words";
    static final String ANSWER = "cyber_answer.words";
    static final String DRAFT = "agency_draft.words";
    static final String CLEARED = "agency_draft.cleared_words";
    static final String SENDING = "agency_draft.sending_words";

    private final CaseAccess access;
    private final CyberFiles files;

    CyberViews(CaseAccess access, CyberFiles files) {
        this.access = access;
        this.files = files;
    }

    Uni<Tagged<CyberView>> of(KnownCase known) {
        return files.read(known.incidentId())
                .chain(rows -> files.told(known.incidentId()).map(told -> {
                    NoticeClock clock = NoticeClock.of(
                            told.discoveredOn().orElseGet(known::firstKnownOn),
                            told.discoveredOn().isPresent(),
                            known.today());
                    return new Tagged<>(view(known, rows, clock, told.hold()), rows.file().changes);
                }));
    }

    @Override
    public Uni<List<String>> openMatters(UUID incidentId) {
        return files.open(incidentId);
    }

    @Override
    public Uni<List<Section>> print(KnownCase known, boolean words) {
        return of(known)
                .map(tagged -> tagged.changes() == 0 && tagged.view().hold() == null
                        ? List.of()
                        : List.of(new Section("Reports to agencies", items(tagged.view(), words))));
    }

    CyberWords.DraftRequest words(KnownCase known, DraftRow row) {
        return access.open(known.cipher(), DRAFT, row.id, row.words, CyberWords.DraftRequest.class);
    }

    CyberWords.Identifiers registered(KnownCase known, Rows rows) {
        byte[] sealed = rows.file().identifiers;
        return sealed == null
                ? CyberWords.Identifiers.none()
                : access.open(known.cipher(), IDENTIFIERS, known.incidentId(), sealed, CyberWords.Identifiers.class);
    }

    private static List<Item> items(CyberView view, boolean words) {
        List<Item> items = new ArrayList<>();
        if (view.hold() != null) {
            items.add(new Item("Law-enforcement hold (45 CFR 164.412)", hold(view.hold())));
        }
        view.order()
                .forEach(part -> items.add(
                        new Item(Item.plain(part.part()), Item.plain(part.outcome()) + written(words, part.words()))));
        view.decisions()
                .forEach(one -> items.add(new Item(
                        Item.plain(one.kind()), (one.answer() ? "yes" : "no") + written(words, one.reason()))));
        view.drafts()
                .forEach(draft -> items.add(new Item(
                        draft.agency().name(),
                        Item.plain(draft.status()) + ", findings "
                                + draft.findings().size()
                                + (draft.signedBy() == null ? "" : ", signed by " + draft.signedBy())
                                + written(words, draft.subject()) + written(words, draft.text()))));
        view.removals()
                .forEach(one -> items.add(new Item(
                        "Taken out of the check",
                        one.names() + " names and " + one.numbers() + " numbers, by " + one.by()
                                + written(words, one.reason()))));
        return items;
    }

    private static String hold(CyberView.HoldPart hold) {
        String ended = hold.endedOn() == null ? "" : ", ended on " + hold.endedOn();
        return "stated on " + hold.statedOn() + ", until " + hold.heldUntil() + ended;
    }

    private static String written(boolean words, PersonalText text) {
        return words && text != null ? "\n" + text.value() : "";
    }

    private CyberView view(KnownCase known, Rows rows, NoticeClock clock, Optional<Hold> hold) {
        return new CyberView(
                known.cyberRelated(),
                new CyberView.ClockPart(
                        clock.from(),
                        clock.determined(),
                        clock.lastDay(),
                        clock.daysLeft(),
                        known.file().breach().name(),
                        "45 CFR 164.404(b)"),
                hold.map(told -> hold(known, told)).orElse(null),
                rows.order().stream().map(row -> order(known, row)).toList(),
                ReportingOrder.missing(rows.stated()),
                rows.newest().values().stream().map(row -> answer(known, row)).toList(),
                rows.drafts().stream().map(row -> draft(known, row)).toList(),
                rows.removals().stream().map(row -> removal(known, row)).toList(),
                rows.open(known.cyberRelated(), known.drill()));
    }

    private static CyberView.HoldPart hold(KnownCase known, Hold told) {
        return new CyberView.HoldPart(
                told.statedOn(),
                told.heldUntil(),
                told.endedOn().orElse(null),
                "/breach/breaches/" + known.incidentId() + "/obligations",
                "Policy II.B.1.b; 45 CFR 164.412");
    }

    private CyberView.OrderPart order(KnownCase known, OrderRow row) {
        return new CyberView.OrderPart(
                row.part,
                row.outcome,
                row.completedAt,
                reason(known, ORDER, row.id, row.words),
                row.statedBy,
                row.statedAt);
    }

    private CyberView.AnswerPart answer(KnownCase known, AnswerRow row) {
        return new CyberView.AnswerPart(
                row.kind, row.answer, reason(known, ANSWER, row.id, row.words), row.decidedBy, row.decidedAt);
    }

    private CyberView.RemovalPart removal(KnownCase known, RemovalRow row) {
        CyberWords.Removal words = access.open(known.cipher(), REMOVAL, row.id, row.words, CyberWords.Removal.class);
        return new CyberView.RemovalPart(
                words.identifiers().names().size(),
                words.identifiers().numbers().size(),
                words.reason(),
                row.removedBy,
                row.removedAt);
    }

    private CyberView.DraftPart draft(KnownCase known, DraftRow row) {
        CyberWords.DraftRequest words = words(known, row);
        return new CyberView.DraftPart(
                row.id,
                row.agency,
                row.agency.kind(),
                row.draft().status(),
                List.of(row.authors),
                row.writtenAt,
                words.subject(),
                words.text(),
                Optional.ofNullable(words.indicators()).orElse(List.of()),
                Arrays.stream(row.findings).map(CyberView.FindingPart::of).toList(),
                row.ground == null
                        ? null
                        : new CyberView.OverridePart(
                                row.ground,
                                row.ground.citation(),
                                reason(known, CLEARED, row.id, row.clearedWords),
                                row.clearedBy,
                                row.clearedAt),
                row.signedBy,
                row.signedAt,
                row.sentBy == null ? null : sending(known, row));
    }

    private CyberView.SendingPart sending(KnownCase known, DraftRow row) {
        CyberWords.Sent words = access.open(known.cipher(), SENDING, row.id, row.sendingWords, CyberWords.Sent.class);
        return new CyberView.SendingPart(row.sentAt, row.sentBy, words.reference(), row.deviates, words.deviation());
    }

    private PersonalText reason(KnownCase known, String place, UUID id, byte[] sealed) {
        return access.open(known.cipher(), place, id, sealed, CyberWords.Reason.class)
                .reason();
    }
}
