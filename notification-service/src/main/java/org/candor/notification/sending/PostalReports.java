package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;

/**
 * Reads back what the print house and the post report. Lines are taken some hundred at a time, each at most once: the same
 * file again, also after a crash half-way, adds only what is missing.
 */
@ApplicationScoped
class PostalReports {

    private static final String BEGIN = """
            insert into postal_report (id, incident_id, sha256, mailed, returned, unchanged, unknown, unreadable, complete,
                                       recorded_at, recorded_by)
            values (?1, ?2, ?3, 0, 0, 0, 0, ?4, false, ?5, ?6) on conflict (incident_id, sha256) do nothing
            """;

    private static final String FIND = """
            select id, mailed, returned, unchanged, unknown, unreadable, complete, recorded_at from postal_report
             where incident_id = ?1
            """;

    private final CampaignDesk desk;
    private final Returns returns;
    private final Workers workers;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    private enum Taken {
        MAILED,
        RETURNED,
        UNCHANGED,
        UNKNOWN
    }

    PostalReports(CampaignDesk desk, Returns returns, Workers workers, Caller caller, Clock clock, Ids ids) {
        this.desk = desk;
        this.returns = returns;
        this.workers = workers;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<PostalReportView> take(UUID incidentId, byte[] file) {
        String actor = caller.subject();
        byte[] sha256 = Hashes.sha256(file);
        return workers.run(() -> PostalLine.read(file)
                        .orElseThrow(() -> new Problem(NotificationProblem.POSTAL_REPORT_UNREADABLE)))
                .chain(report -> Transactions.run(() -> begin(incidentId, sha256, report.unreadable(), actor))
                        .chain(found -> found.complete()
                                ? Uni.createFrom().item(found)
                                : report.inChunks(lines -> chunk(incidentId, found.id(), lines, actor))
                                        .chain(() -> Transactions.run(() -> end(incidentId, found.id(), actor)))));
    }

    Uni<List<PostalReportView>> all(UUID incidentId) {
        return Transactions.run(
                () -> desk.read(incidentId, "list-postal-reports").chain(() -> find("", incidentId)));
    }

    private Uni<PostalReportView> begin(UUID incidentId, byte[] sha256, long unreadable, String actor) {
        return desk.toChange(incidentId)
                .chain(() -> Sql.update(BEGIN, ids.next(), incidentId, sha256, unreadable, clock.instant(), actor))
                .chain(() -> find(" and sha256 = ?2", incidentId, sha256))
                .map(List::getFirst);
    }

    private Uni<Integer> chunk(UUID incidentId, UUID reportId, List<PostalLine> lines, String actor) {
        return desk.toChange(incidentId)
                .chain(campaign -> ReportFile.each(lines, line -> line(campaign, line))
                        .call(taken ->
                                returns.tell(campaign, count(taken, Taken.RETURNED), last(campaign, lines), actor))
                        .chain(taken -> Sql.update(
                                "update postal_report set mailed = mailed + ?2, returned = returned + ?3,"
                                        + " unchanged = unchanged + ?4, unknown = unknown + ?5 where id = ?1",
                                reportId,
                                count(taken, Taken.MAILED),
                                count(taken, Taken.RETURNED),
                                count(taken, Taken.UNCHANGED),
                                count(taken, Taken.UNKNOWN))));
    }

    private Uni<Taken> line(CampaignRow campaign, PostalLine line) {
        LocalDate today = desk.today(campaign);
        return Returns.find(campaign.incidentId(), line.mark()).chain(letters -> {
            if (letters.isEmpty() || line.on().isAfter(today)) {
                return Uni.createFrom().item(Taken.UNKNOWN);
            }
            return switch (line.event()) {
                case MAILED ->
                    mailed(letters.getFirst(), line.on()).map(changed -> changed == 1 ? Taken.MAILED : Taken.UNCHANGED);
                case RETURNED ->
                    returns.take(letters, line.on()).map(count -> count > 0 ? Taken.RETURNED : Taken.UNCHANGED);
            };
        });
    }

    private static Uni<Integer> mailed(Returns.Letter letter, LocalDate on) {
        return Sql.update(
                "update notice set mailed_on = ?2 where id = ?1 and mailed_on is null", letter.noticeId(), on);
    }

    private Uni<PostalReportView> end(UUID incidentId, UUID reportId, String actor) {
        return desk.toChange(incidentId)
                .chain(campaign -> Sql.update("update postal_report set complete = true where id = ?1", reportId)
                        .chain(() -> find(" and id = ?2", incidentId, reportId))
                        .map(List::getFirst)
                        .call(view -> view.returned() > 0
                                ? returns.offer(campaign, actor)
                                : Uni.createFrom().voidItem()));
    }

    private LocalDate last(CampaignRow campaign, List<PostalLine> lines) {
        LocalDate today = desk.today(campaign);
        return lines.stream()
                .filter(line -> line.event() == PostalLine.Event.RETURNED)
                .map(PostalLine::on)
                .filter(on -> !on.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    private static long count(List<Taken> all, Taken one) {
        return all.stream().filter(taken -> taken == one).count();
    }

    private static Uni<List<PostalReportView>> find(String condition, Object... parameters) {
        return Sql.rows(Object[].class, FIND + condition + " order by recorded_at desc, id desc", parameters)
                .map(rows -> rows.stream().map(PostalReportView::of).toList());
    }
}
