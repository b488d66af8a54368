package org.candor.investigation.evidence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.investigation.cases.CaseSide;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.evidence.EvidenceView.CustodyPart;
import org.candor.investigation.evidence.decision.EvidenceRules;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.kit.web.PersonalText;

/** Evidence in the closing of its case and in the printed file: hashes and custody, never the content of a file. */
@ApplicationScoped
class EvidenceSide implements CaseSide {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private final EvidenceStore store;
    private final EvidenceViews views;

    EvidenceSide(EvidenceStore store, EvidenceViews views) {
        this.store = store;
        this.views = views;
    }

    @Override
    public Uni<List<String>> openMatters(UUID incidentId) {
        return store.all(incidentId)
                .map(rows -> EvidenceRules.openMatters(
                        rows.stream().collect(Collectors.toMap(row -> row.id, EvidenceRow::integrity))));
    }

    @Override
    public Uni<List<Section>> print(KnownCase known, boolean words) {
        return store.all(known.incidentId())
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> store.find(known.incidentId(), row.id))
                .map(stored -> item(known, views.of(known, stored).view(), words))
                .collect()
                .asList()
                .map(items -> List.of(new Section("Evidence", items)));
    }

    private static Item item(KnownCase known, EvidenceView item, boolean words) {
        StringBuilder text = new StringBuilder(item.id().toString());
        if (words) {
            text.append(line(item.description())).append(line(item.finding()));
        }
        text.append("\nCollected ")
                .append(time(known, item.collectedAt()))
                .append(", recorded by ")
                .append(item.recordedBy());
        Optional.ofNullable(item.sha256())
                .ifPresent(hash -> text.append("\nSHA-256 ").append(hash));
        Optional.ofNullable(item.fileSize())
                .ifPresent(size -> text.append("\nFile kept, ")
                        .append(size)
                        .append(" bytes; ")
                        .append(integrity(item)));
        Optional.ofNullable(item.examination())
                .ifPresent(found -> text.append("\nExamined ")
                        .append(time(known, found.examinedAt()))
                        .append(" by ")
                        .append(found.examinedBy())
                        .append(words ? line(found.finding()) : ""));
        item.custody().forEach(entry -> text.append(custody(known, entry, words)));
        return new Item(Item.plain(item.kind()) + " item", text.toString());
    }

    private static String integrity(EvidenceView item) {
        return switch (item.integrity()) {
            case UNDOUBTED -> "never found changed";
            case ALTERED -> "found changed and not examined";
            case EXAMINED -> "found changed and examined";
        };
    }

    private static String custody(KnownCase known, CustodyPart entry, boolean words) {
        String head =
                "\nCustody " + entry.number() + ": " + time(known, entry.at()) + ", recorded by " + entry.recordedBy();
        if (!words) {
            return head;
        }
        String from = entry.from() == null ? "" : "from " + entry.from().value() + " ";
        return head + ", " + from + "to " + entry.to().value() + "; "
                + entry.reason().value() + "; " + entry.condition().value();
    }

    private static String line(PersonalText text) {
        return text == null ? "" : "\n" + text.value();
    }

    private static String time(KnownCase known, Instant at) {
        return TIME.format(at.atZone(known.zoneOfTimes()));
    }
}
