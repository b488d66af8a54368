package org.candor.notification.text;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.notification.campaign.LetterCheck;
import org.candor.notification.campaign.LetterGap;
import org.candor.notification.text.decision.Checklist;
import org.candor.notification.text.decision.Checklist.Status;

/** Compares the approved letters with what the duties ask for now. */
@ApplicationScoped
class LetterGaps implements LetterCheck {

    private static final String DECIDED_SINCE =
            "select element_id from counsel_decision where incident_id = ?1 and decided_at > ?2";

    private final NoticeTexts texts;
    private final ContentElements elements;

    LetterGaps(NoticeTexts texts, ContentElements elements) {
        this.texts = texts;
        this.elements = elements;
    }

    @Override
    public Uni<List<LetterGap>> gaps(UUID incidentId) {
        return texts.approved(incidentId, Template.LETTER)
                .chain(letters -> Multi.createFrom()
                        .iterable(newest(letters))
                        .onItem()
                        .transformToUniAndConcatenate(this::gaps)
                        .collect()
                        .in(() -> new ArrayList<LetterGap>(), List::addAll))
                .map(List::copyOf);
    }

    private static Collection<NoticeTextRow> newest(List<NoticeTextRow> inOrder) {
        Map<String, NoticeTextRow> byLanguage = new LinkedHashMap<>();
        inOrder.forEach(letter -> byLanguage.put(letter.language, letter));
        return byLanguage.values();
    }

    private Uni<List<LetterGap>> gaps(NoticeTextRow letter) {
        return elements.checklist(letter)
                .chain(checklist -> Sql.rows(UUID.class, DECIDED_SINCE, letter.incidentId, letter.approvedAt)
                        .map(decided -> checklist.items().stream()
                                .filter(item -> isGap(item, Set.copyOf(decided)))
                                .map(item -> gap(letter, item))
                                .toList()));
    }

    /** What counsel has decided after the approval may ask for other words: the letter is looked at once more. */
    private static boolean isGap(Checklist.Item item, Set<UUID> decidedSince) {
        return item.status() == Status.OPEN
                || item.status() == Status.FOR_COUNSEL
                || decidedSince.contains(item.element().id());
    }

    private static LetterGap gap(NoticeTextRow letter, Checklist.Item item) {
        return new LetterGap(
                item.element().id(),
                letter.language,
                letter.number,
                item.element().jurisdiction(),
                item.element().citation(),
                item.element().wording(),
                item.element().collision().isPresent());
    }
}
