package org.candor.notification.regulator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.data.Sql;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.directory.Directory;
import org.candor.notification.document.RegulatorLayout;
import org.candor.notification.roster.RosterCounts;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;

/** Drafts the notice to each recipient from the approved letter, the roster's counts and the rule. Call inside a session. */
@ApplicationScoped
class RegulatorTexts {

    private static final String ELEMENTS =
            "select wording from content_element where incident_id = ?1 and obligation_id = ?2 and must = ?3 order by wording";

    private record Days(Optional<LocalDate> first, Optional<LocalDate> last) {}

    private final NoticeTexts texts;
    private final Directory directory;
    private final RosterCounts counts;
    private final CampaignDesk desk;

    RegulatorTexts(NoticeTexts texts, Directory directory, RosterCounts counts, CampaignDesk desk) {
        this.texts = texts;
        this.directory = directory;
        this.counts = counts;
        this.desk = desk;
    }

    Uni<RegulatorLayout.Facts> facts(CampaignRow campaign, Duty duty) {
        UUID incidentId = campaign.incidentId();
        return texts.approved(incidentId, Template.LETTER, "en")
                .chain(letter -> directory
                        .entity(campaign.entityId())
                        .map(Optional::orElseThrow)
                        .chain(paper -> counts.of(incidentId)
                                .chain(counted -> days(incidentId)
                                        .map(days -> new RegulatorLayout.Facts(
                                                paper.sender(),
                                                duty.recipient(),
                                                duty.jurisdiction(),
                                                duty.citation(),
                                                desk.today(campaign),
                                                letter.map(NoticeTextRow::content),
                                                Optional.ofNullable(
                                                        counted.residents().get(duty.jurisdiction())),
                                                days.first(),
                                                days.last(),
                                                duty.kind() != ObligationKind.CREDIT_BUREAU_NOTICE,
                                                campaign.drill())))));
    }

    Uni<List<String>> elements(UUID incidentId, UUID obligationId, boolean must) {
        return Sql.rows(String.class, ELEMENTS, incidentId, obligationId, must);
    }

    private static Uni<Days> days(UUID incidentId) {
        return Sql.rows(
                        Object[].class,
                        "select min(sent_on), max(sent_on) from notice where incident_id = ?1 and sent_on is not null",
                        incidentId)
                .map(rows ->
                        new Days(Optional.ofNullable((LocalDate) rows.getFirst()[0]), Optional.ofNullable((LocalDate)
                                rows.getFirst()[1])));
    }
}
