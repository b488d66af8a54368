package org.candor.notification.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.candor.notification.campaign.decision.Campaign;
import org.candor.notification.campaign.decision.Duties;
import org.candor.notification.campaign.decision.Duty;

/** Shows campaigns with the commands that state and caller allow. */
@ApplicationScoped
class CampaignReading {

    record Read(CampaignView view, long version) {}

    private static final Set<ObligationKind> BY_HAND = Set.of(
            ObligationKind.STATE_REGULATOR_NOTICE,
            ObligationKind.CREDIT_BUREAU_NOTICE,
            ObligationKind.BUSINESS_ASSOCIATE_NOTICE,
            ObligationKind.URGENT_NOTICE);

    private final CampaignRows rows;
    private final CampaignDesk desk;
    private final LetterCheck letterCheck;
    private final Caller caller;

    CampaignReading(CampaignRows rows, CampaignDesk desk, LetterCheck letterCheck, Caller caller) {
        this.rows = rows;
        this.desk = desk;
        this.letterCheck = letterCheck;
        this.caller = caller;
    }

    Uni<Read> get(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "read-campaign")
                .chain(row -> desk.pending(incidentId)
                        .chain(pending -> PeopleProgress.of(incidentId)
                                .chain(people -> letterCheck.gaps(incidentId).map(gaps -> {
                                    List<String> commands = commands(row, pending, gaps.isEmpty());
                                    return new Read(
                                            CampaignView.of(row, desk.today(row), commands, people, gaps), row.version);
                                })))));
    }

    Uni<Page<CampaignView>> page(String state, String cursor, int limit) {
        return Transactions.read(
                        () -> rows.page(state, caller.subject(), caller.entitiesFilter(), Cursor.decode(cursor), limit))
                .map(found -> Page.of(
                        found,
                        limit,
                        row -> CampaignView.of(row, desk.today(row), List.of(), null, List.of()),
                        row -> new Cursor(row.openedAt, row.incidentId)));
    }

    private List<String> commands(CampaignRow row, long pending, boolean letterHoldsAll) {
        List<String> commands = new ArrayList<>();
        Campaign campaign = row.campaign();
        LocalDate today = desk.today(row);
        if (caller.hasRole("privacy-officer")) {
            commands.add("PUT_TEXT");
            commands.add("IMPORT_ROSTER");
            if (!(campaign instanceof Campaign.Sending)) {
                commands.add(row.delegated() ? "TAKE_DELEGATED_LISTING" : "DELEGATE");
            }
            boolean held = campaign.duties().heldUntil(today, Duty::byLetter).isPresent();
            if (campaign instanceof Campaign.Ready && pending > 0 && !held && !row.delegated() && letterHoldsAll) {
                commands.add("START_RUN");
            }
            commands.addAll(open(campaign.duties(), today));
        }
        if (caller.hasRole("privacy-officer") || caller.hasRole("security-officer")) {
            commands.add("APPROVE_TEXT");
        }
        return commands;
    }

    private static List<String> open(Duties duties, LocalDate today) {
        return duties.list().stream()
                .filter(duty -> duty.open() && !duty.heldOn(today))
                .map(CampaignReading::command)
                .filter(command -> !command.isEmpty())
                .distinct()
                .toList();
    }

    private static String command(Duty duty) {
        return switch (duty.kind()) {
            case SUBSTITUTE_NOTICE -> "PUBLISH_POSTING";
            case MEDIA_NOTICE -> "NOTIFY_MEDIA";
            case HHS_NOTICE, PART2_REPORT -> "RECORD_HHS_SUBMISSION";
            default -> BY_HAND.contains(duty.kind()) ? "RECORD_REGULATOR_NOTICE" : "";
        };
    }
}
