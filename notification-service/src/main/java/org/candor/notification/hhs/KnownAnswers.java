package org.candor.notification.hhs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.data.Sql;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Duties;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;
import org.candor.notification.document.NoticeMarkup;
import org.candor.notification.roster.RosterCounts;

/** Answers that the product has already: the entity, the counts, what the obligations say. Call inside a session. */
@ApplicationScoped
class KnownAnswers {

    private final Directory directory;
    private final RosterCounts counts;

    KnownAnswers(Directory directory, RosterCounts counts) {
        this.directory = directory;
        this.counts = counts;
    }

    Uni<Answers> of(CampaignRow campaign, Report report, Portal portal) {
        UUID incidentId = campaign.incidentId();
        return directory
                .entity(campaign.entityId())
                .map(Optional::orElseThrow)
                .chain(paper -> counts.of(incidentId)
                        .chain(counted -> sentDays(incidentId)
                                .map(days -> known(campaign, report, portal, paper, counted, days))));
    }

    private static Uni<Object[]> sentDays(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select min(sent_on), max(sent_on) from notice where incident_id = ?1 and sent_on is not null",
                        incidentId)
                .map(List::getFirst);
    }

    private static Answers known(
            CampaignRow campaign,
            Report report,
            Portal portal,
            EntityPaper paper,
            RosterCounts.Counts counted,
            Object[] sentDays) {
        Duties duties = campaign.campaign().duties();
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("reportType", List.of("Initial Breach Report"));
        known.put("filer", List.of(portal.field("filer").orElseThrow().values().getFirst()));
        put(known, "entityName", paper.sender().name());
        put(known, "entityStreet", paper.sender().street());
        put(known, "entityCity", paper.sender().city());
        put(known, "entityState", paper.sender().state());
        put(known, "entityZip", paper.sender().zip());
        put(known, "contactEmail", paper.sender().email());
        put(known, "contactPhone", NoticeMarkup.phone(paper.sender().tollFree()));
        put(known, "discoveryStart", day(campaign.discoveredOn()));
        put(known, "discoveryEnd", day(campaign.discoveredOn()));
        // How many records are under Part 2 is not in the roster: the officer says it.
        boolean counts = report == Report.HIPAA && counted.total() > 0;
        put(known, "individuals", counts ? Long.toString(counted.total()) : "");
        put(known, "noticeStart", day(sentDays[0]));
        put(known, "noticeEnd", day(sentDays[1]));
        asTold(known, duties, report);
        return new Answers(known);
    }

    /** What the obligations say; no number is compared here. */
    private static void asTold(Map<String, List<String>> known, Duties duties, Report report) {
        duties.list().stream()
                .filter(duty -> duty.kind() == report.duty())
                .findFirst()
                .ifPresent(duty -> known.put(
                        "affecting",
                        List.of(
                                duty.track().equals("CONTEMPORANEOUS")
                                        ? "500 or More Individuals"
                                        : "Fewer Than 500 Individuals")));
        Optional<Duty> substitute = duties.list().stream()
                .filter(duty -> duty.kind() == ObligationKind.SUBSTITUTE_NOTICE)
                .findFirst();
        known.put("substitute", List.of(substitute.isPresent() ? "Yes" : "No"));
        substitute.ifPresent(duty -> known.put(
                "substituteCount", List.of(duty.method().equals("CONSPICUOUS") ? "10 or more" : "Fewer than 10")));
        List<String> media = duties.list().stream()
                .filter(duty -> duty.kind() == ObligationKind.MEDIA_NOTICE)
                .map(Duty::jurisdiction)
                .toList();
        known.put("media", List.of(media.isEmpty() ? "No" : "Yes"));
        known.put("mediaStates", media);
    }

    private static void put(Map<String, List<String>> known, String id, String value) {
        if (!value.isBlank()) {
            known.put(id, List.of(value));
        }
    }

    private static String day(Object day) {
        return day instanceof LocalDate local ? local.toString() : "";
    }
}
