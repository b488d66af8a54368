package org.candor.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Idempotency;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.LetterCheck;
import org.candor.notification.campaign.LetterGap;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.document.LetterFields;
import org.candor.notification.document.LetterForm;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;

/** Starts runs and tells how far they are; {@link RunLoop} does the work. */
@ApplicationScoped
public class Runs {

    private static final String FIND =
            "select id, state, started_at, finished_at, waiting_for, held_until from run where incident_id = ?1";

    private static final String FIND_LETTER = """
            select text_id, sha256, fields from notice
             where id = ?1 and incident_id = ?2 and method = 'FIRST_CLASS_MAIL' and fields is not null
            """;

    private final CampaignDesk desk;
    private final RunStore store;
    private final NoticeTexts texts;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Idempotency idempotency;
    private final Workers workers;
    private final Caller caller;
    private final UrgentCalls calls;
    private final LetterCheck letterCheck;

    private record Letter(NoticeTextRow text, byte[] sha256, LetterFields fields) {}

    Runs(
            CampaignDesk desk,
            RunStore store,
            NoticeTexts texts,
            IncidentVault vault,
            AccessLog accessLog,
            Idempotency idempotency,
            Workers workers,
            Caller caller,
            UrgentCalls calls,
            LetterCheck letterCheck) {
        this.desk = desk;
        this.store = store;
        this.texts = texts;
        this.vault = vault;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
        this.workers = workers;
        this.caller = caller;
        this.calls = calls;
        this.letterCheck = letterCheck;
    }

    Uni<RunView> start(UUID incidentId, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "start-run", retryKey, incidentId, RunView.class, () -> start(campaign, caller.subject()))));
    }

    private Uni<RunView> start(CampaignRow campaign, String actor) {
        UUID incidentId = campaign.incidentId();
        return letterCheck
                .gaps(incidentId)
                .invoke(Runs::refuseLacking)
                .chain(() -> desk.pending(incidentId))
                .chain(pending -> desk.apply(campaign, new Command.StartRun(pending, campaign.delegated()), actor))
                .call(() -> accessLog.read("send-notices", incidentId))
                .chain(() -> urgent(campaign))
                .chain(() -> store.start(incidentId, actor))
                .chain(id -> one(incidentId, id));
    }

    private static void refuseLacking(List<LetterGap> gaps) {
        if (!gaps.isEmpty()) {
            throw new Problem(NotificationProblem.LETTER_LACKS_ELEMENTS)
                    .missing(gaps.stream().map(LetterGap::citation).distinct().toList());
        }
    }

    /** Policy III.D.1.a.iii: where it is urgent, people are called in addition (45 CFR 164.404(d)(3)). */
    private Uni<Void> urgent(CampaignRow campaign) {
        LocalDate today = desk.today(campaign);
        boolean owed = campaign.campaign()
                .duties()
                .any(duty -> duty.kind() == ObligationKind.URGENT_NOTICE && duty.open() && !duty.heldOn(today));
        return owed ? calls.add(campaign.incidentId()) : Uni.createFrom().voidItem();
    }

    Uni<List<RunView>> all(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "list-runs").chain(() -> list(incidentId)));
    }

    Uni<RunView> get(UUID incidentId, UUID runId) {
        return Transactions.run(() -> desk.read(incidentId, "read-run").chain(() -> one(incidentId, runId)));
    }

    /** All runs, newest first. Call inside a session. */
    public Uni<List<RunView>> list(UUID incidentId) {
        return Sql.rows(Object[].class, FIND + " order by started_at desc", incidentId)
                .chain(rows -> views(incidentId, rows));
    }

    Uni<List<BatchView>> batches(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "list-postal-batches")
                .chain(() -> Sql.rows(
                        Object[].class,
                        "select id, number, state, folder, letters, manifest_sha256, handed_over_at from postal_batch"
                                + " where incident_id = ?1 order by number",
                        incidentId))
                .map(rows -> rows.stream().map(Runs::batch).toList()));
    }

    /** The letter made again; it is refused when it is not byte for byte the one that was sent. */
    Uni<byte[]> letter(UUID incidentId, UUID noticeId) {
        return Transactions.run(() -> desk.visible(incidentId)
                        .chain(() -> Sql.rows(Object[].class, FIND_LETTER, noticeId, incidentId))
                        .map(rows -> rows.stream().findFirst().orElseThrow(Problem::notFound))
                        .call(() -> accessLog.read("read-letter", incidentId))
                        .chain(row -> vault.open(incidentId)
                                .chain(cipher -> texts.findById((UUID) row[0])
                                        .map(text -> new Letter(
                                                text, (byte[]) row[1], SealedFields.read(cipher, noticeId, (byte[])
                                                        row[2]))))))
                .chain(letter -> workers.run(() -> remake(letter)));
    }

    private static byte[] remake(Letter letter) {
        byte[] pdf = LetterForm.of(letter.text().genericCopy()).fill(letter.fields());
        if (!MessageDigest.isEqual(letter.sha256(), Hashes.sha256(pdf))) {
            throw new Problem(NotificationProblem.LETTER_CHANGED);
        }
        return pdf;
    }

    private Uni<RunView> one(UUID incidentId, UUID runId) {
        return Sql.rows(Object[].class, FIND + " and id = ?2", incidentId, runId)
                .chain(rows -> views(incidentId, rows))
                .map(views -> views.stream().findFirst().orElseThrow(Problem::notFound));
    }

    private Uni<List<RunView>> views(UUID incidentId, List<Object[]> rows) {
        return desk.pending(incidentId)
                .chain(pending -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> view(row, pending))
                        .collect()
                        .asList());
    }

    private static Uni<RunView> view(Object[] row, long pending) {
        return Sql.rows(
                        Object[].class,
                        "select method, state, count(*), count(*) filter (where possible_duplicate) from notice"
                                + " where run_id = ?1 group by method, state",
                        row[0])
                .map(counts -> {
                    Map<String, Long> notices = new TreeMap<>();
                    counts.forEach(count -> notices.put(count[0] + "_" + count[1], ((Number) count[2]).longValue()));
                    long duplicates = counts.stream()
                            .mapToLong(count -> ((Number) count[3]).longValue())
                            .sum();
                    return new RunView(
                            (UUID) row[0],
                            (String) row[1],
                            instant(row[2]),
                            instant(row[3]),
                            ((String) row[4]).isEmpty() ? null : (String) row[4],
                            (LocalDate) row[5],
                            notices,
                            duplicates,
                            pending);
                });
    }

    private static BatchView batch(Object[] row) {
        return new BatchView(
                (UUID) row[0],
                ((Number) row[1]).intValue(),
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                row[5] == null ? null : HexFormat.of().formatHex((byte[]) row[5]),
                instant(row[6]));
    }

    private static Instant instant(Object value) {
        return value instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
