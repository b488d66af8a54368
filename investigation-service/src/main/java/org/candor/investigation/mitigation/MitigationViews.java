package org.candor.investigation.mitigation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.CaseSide;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.mitigation.decision.Mitigation;
import org.candor.investigation.mitigation.decision.Request;
import org.candor.investigation.timeline.CaseFileContent.Item;
import org.candor.investigation.timeline.CaseFileContent.Section;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.candor.kit.web.PersonalText;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** Makes views of what is stored; the words are opened here. */
@ApplicationScoped
class MitigationViews implements CaseSide {

    private final CaseAccess access;

    MitigationViews(CaseAccess access) {
        this.access = access;
    }

    Uni<Tagged<MitigationView>> of(KnownCase known) {
        return Panache.getSession()
                .chain(session -> session.find(MitigationRow.class, known.incidentId()))
                .map(found -> found == null ? new MitigationRow() : found)
                .chain(row -> requests(known.incidentId())
                        .map(requests -> new Tagged<>(view(known, row, requests), row.changes)));
    }

    /** A request that nobody answered or withdrew keeps the case open. */
    @Override
    public Uni<List<String>> openMatters(UUID incidentId) {
        return requests(incidentId)
                .map(all -> all.stream()
                        .filter(request -> request.status == Request.Status.OPEN)
                        .map(request -> "mitigation.request." + request.id)
                        .toList());
    }

    @Override
    public Uni<List<Section>> print(KnownCase known, boolean words) {
        return of(known)
                .map(tagged -> tagged.changes() == 0
                        ? List.of()
                        : List.of(new Section("Mitigation", items(tagged.view(), words))));
    }

    private static List<Item> items(MitigationView view, boolean words) {
        List<Item> items = new ArrayList<>();
        items.add(new Item("Harm", Item.plain(view.harm()) + written(words, view.harmfulEffect())));
        if (words && view.extent() != null) {
            items.add(new Item("Extent", view.extent().value()));
        }
        items.add(new Item("Training", Item.plain(view.training()) + written(words, view.trainingReason())));
        items.add(new Item(
                "Corrected (45 CFR 160.410(c))",
                view.correctedOn() == null
                        ? "not yet; day 30 is " + view.correction().lastDay()
                        : "on " + view.correctedOn() + "; day 30 was "
                                + view.correction().lastDay()));
        view.requests()
                .forEach(one -> items.add(new Item(
                        "Business associate asked on " + one.askedOn(),
                        Item.plain(one.status()) + ", due " + one.dueOn() + written(words, one.text())
                                + written(words, one.ending()))));
        return items;
    }

    private static String written(boolean words, PersonalText text) {
        return words && text != null ? "\n" + text.value() : "";
    }

    Uni<Page<MitigationView.VersionPart>> history(KnownCase known, Optional<Cursor> after, int limit) {
        String query = "from VersionRow v where v.incidentId = :incident"
                + after.map(cursor -> " and (v.writtenAt < :at or v.writtenAt = :at and v.id < :id)")
                        .orElse("")
                + " order by v.writtenAt desc, v.id desc";
        return Panache.getSession().chain(session -> {
            SelectionQuery<VersionRow> rows =
                    session.createSelectionQuery(query, VersionRow.class).setParameter("incident", known.incidentId());
            after.ifPresent(cursor -> rows.setParameter("at", cursor.at()).setParameter("id", cursor.id()));
            return rows.setMaxResults(limit + 1)
                    .getResultList()
                    .map(found -> Page.of(
                            found, limit, row -> version(known, row), row -> new Cursor(row.writtenAt, row.id)));
        });
    }

    private MitigationView.VersionPart version(KnownCase known, VersionRow row) {
        MitigationWords.Found words =
                access.open(known.cipher(), MitigationDesk.VERSION, row.id, row.words, MitigationWords.Found.class);
        return new MitigationView.VersionPart(
                row.id,
                row.harm,
                words.harmfulEffect(),
                words.extent(),
                row.training,
                words.trainingReason(),
                row.correctedOn,
                row.writtenBy,
                row.writtenAt);
    }

    private Uni<List<RequestRow>> requests(UUID incidentId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from RequestRow r where r.incidentId = ?1 order by r.askedOn, r.id", RequestRow.class)
                        .setParameter(1, incidentId)
                        .getResultList());
    }

    private MitigationView view(KnownCase known, MitigationRow row, List<RequestRow> requests) {
        MitigationWords.Found found = row.words == null
                ? new MitigationWords.Found(null, null, null)
                : access.open(
                        known.cipher(), MitigationDesk.FOUND, row.incidentId, row.words, MitigationWords.Found.class);
        return new MitigationView(
                row.harm,
                found.harmfulEffect(),
                found.extent(),
                row.training,
                found.trainingReason(),
                row.correctedOn,
                correction(known.firstKnownOn(), row.correctedOn),
                row.writtenBy,
                row.writtenAt,
                requests.stream().map(request -> part(known, request)).toList());
    }

    private static MitigationView.Correction correction(LocalDate firstKnownOn, LocalDate correctedOn) {
        LocalDate lastDay = Mitigation.lastDayOfCorrection(firstKnownOn);
        Boolean inTime = correctedOn == null ? null : !correctedOn.isAfter(lastDay);
        return new MitigationView.Correction(firstKnownOn, lastDay, inTime, "45 CFR 160.410(c)(2)(i)");
    }

    private MitigationView.RequestPart part(KnownCase known, RequestRow row) {
        MitigationWords.Asked asked =
                access.open(known.cipher(), MitigationDesk.ASKED, row.id, row.words, MitigationWords.Asked.class);
        return new MitigationView.RequestPart(
                row.id,
                asked.businessAssociate(),
                asked.text(),
                row.askedBy,
                row.askedOn,
                row.dueOn,
                row.status,
                row.endedOn,
                row.request().daysLate(),
                row.endingWords == null
                        ? null
                        : access.open(
                                        known.cipher(),
                                        MitigationDesk.ENDING,
                                        row.id,
                                        row.endingWords,
                                        MitigationWords.Ending.class)
                                .text());
    }
}
