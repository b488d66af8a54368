package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Section;

/** The letters to the complainant in the printed file: each with its hash, and word for word in the file with words. */
@ApplicationScoped
class LettersPrint implements CaseSide {

    private final Cases cases;
    private final CaseViews views;

    LettersPrint(Cases cases, CaseViews views) {
        this.cases = cases;
        this.views = views;
    }

    @Override
    public Uni<List<Section>> print(KnownCase known, boolean words) {
        return cases.letters(known.incidentId())
                .map(letters -> List.of(new Section(
                        "Letters to the complainant",
                        letters.stream().map(row -> letter(known, row, words)).toList())));
    }

    private Item letter(KnownCase known, LetterRow row, boolean words) {
        String head =
                "Dated " + row.dated + ", given by " + Item.plain(row.channel).toLowerCase(Locale.ROOT)
                        + ", written by " + row.writtenBy + "\nSHA-256 " + row.sha256;
        String text = words ? "\n" + views.letter(row, known.cipher()).text().value() : "";
        return new Item(Item.plain(row.kind), head + text);
    }
}
