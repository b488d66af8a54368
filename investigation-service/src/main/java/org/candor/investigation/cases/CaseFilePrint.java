package org.candor.investigation.cases;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.investigation.directory.Directory;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.investigation.timeline.CaseFileContent;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Line;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.investigation.timeline.CaseFileDocument;
import org.candor.investigation.timeline.Deadlines;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;

/** Gathers the file of a case in one transaction and lays it out after it, on a worker. */
@ApplicationScoped
class CaseFilePrint {

    private final CaseAccess access;
    private final CaseWork work;
    private final Cases cases;
    private final CaseViews views;
    private final Directory directory;
    private final Deadlines deadlines;
    private final List<CaseSide> sides;
    private final Workers workers;

    CaseFilePrint(
            CaseAccess access,
            CaseWork work,
            Cases cases,
            CaseViews views,
            Directory directory,
            Deadlines deadlines,
            @All List<CaseSide> sides,
            Workers workers) {
        this.access = access;
        this.work = work;
        this.cases = cases;
        this.views = views;
        this.directory = directory;
        this.deadlines = deadlines;
        this.sides = sides;
        this.workers = workers;
    }

    /** @param words true for the file with what people wrote, which may hold health information */
    Uni<byte[]> pdf(UUID incidentId, boolean words) {
        String action = words ? "print-case-file" : "print-case-file-without-phi";
        return laidOut(Transactions.run(() -> content(incidentId, action, words)));
    }

    /** What is printed; call inside a transaction. */
    Uni<CaseFileContent> content(UUID incidentId, String action, boolean words) {
        return access.toRead(incidentId, action).chain(known -> content(known, words));
    }

    Uni<byte[]> laidOut(Uni<CaseFileContent> gathered) {
        return gathered.chain(content -> workers.run(() -> CaseFileDocument.pdf(content)));
    }

    private Uni<CaseFileContent> content(KnownCase known, boolean words) {
        UUID incidentId = known.incidentId();
        return directory
                .names()
                .chain(names -> view(known)
                        .chain(view -> deadlines
                                .of(incidentId)
                                .chain(marks -> beside(known, words)
                                        .chain(beside -> cases.timeline(incidentId)
                                                .map(timeline -> {
                                                    List<Section> sections = new ArrayList<>(new CaseFileSections(
                                                                    view, names, known.zoneOfTimes(), words)
                                                            .all(marks));
                                                    sections.addAll(beside);
                                                    return new CaseFileContent(
                                                            incidentId,
                                                            known.entity()
                                                                    .map(LegalEntity::name)
                                                                    .orElse(known.entityId()),
                                                            known.zoneOfTimes(),
                                                            known.drill(),
                                                            words,
                                                            names.getOrDefault(known.subject(), known.subject()),
                                                            known.now(),
                                                            sections,
                                                            lines(timeline, names));
                                                })))));
    }

    private Uni<CaseView> view(KnownCase known) {
        UUID incidentId = known.incidentId();
        return work.openForReading(incidentId)
                .chain(opened -> cases.papers(incidentId).map(papers -> views.view(opened, papers, known.cipher())));
    }

    private Uni<List<Section>> beside(KnownCase known, boolean words) {
        return Multi.createFrom()
                .iterable(sides)
                .onItem()
                .transformToUniAndConcatenate(side -> side.print(known, words))
                .onItem()
                .transformToIterable(sections -> sections)
                .collect()
                .asList();
    }

    private static List<Line> lines(List<TimelineRow> timeline, Map<String, String> names) {
        return timeline.stream()
                .map(row -> new Line(
                        row.at,
                        Item.plain(row.phase),
                        row.kind,
                        names.getOrDefault(row.actor, row.actor),
                        row.reference))
                .toList();
    }
}
