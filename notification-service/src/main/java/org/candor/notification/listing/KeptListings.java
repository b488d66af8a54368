package org.candor.notification.listing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.NoticeEvent;
import org.candor.events.NoticeEvent.CampaignCompleted;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.ops.Round;
import org.candor.notification.LongWork;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.jboss.logging.Logger;

/**
 * Hands the listing to audit-service when a campaign completes, in files of some ten thousand people (policy III.E). Each
 * file and how far it got are one transaction: after a crash it goes on with the next.
 */
@ApplicationScoped
class KeptListings implements EventConsumer<NoticeEvent> {

    private static final Logger LOG = Logger.getLogger(KeptListings.class);
    private static final int PEOPLE = 10_000;

    /** Longer than one file takes; then another replica goes on. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String ADD = """
            insert into kept_listing (id, incident_id, completed_on, files, after_person, done, next_try_at)
            select cast(?1 as uuid), c.incident_id, cast(?3 as date), 0, null, false, cast(?4 as timestamptz) from campaign c where c.incident_id = ?2
            on conflict do nothing
            """;

    private static final String DUE = """
            select id, incident_id, completed_on, files, after_person from kept_listing
             where not done and next_try_at <= cast(?1 as timestamptz)
             order by next_try_at limit 1 for update skip locked
            """;

    private static final String GO_ON = """
            update kept_listing set files = files + 1, done = ?2, next_try_at = ?4,
                   after_person = nullif(cast(?3 as uuid), '00000000-0000-0000-0000-000000000000')
             where id = ?1 and files = ?5
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final CampaignDesk desk;
    private final ListingWriter writer;
    private final LongWork longWork;
    private final Keeping keeping;
    private final Clock clock;

    /** A listing of which so many files are handed over. */
    private record Due(UUID id, UUID incidentId, LocalDate completedOn, int files, UUID after) {}

    KeptListings(CampaignDesk desk, ListingWriter writer, LongWork longWork, Keeping keeping, Clock clock) {
        this.desk = desk;
        this.writer = writer;
        this.longWork = longWork;
        this.keeping = keeping;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.NOTICE;
    }

    @Override
    public Uni<Handling> on(NoticeEvent fact, Envelope envelope) {
        return fact instanceof CampaignCompleted completed
                ? Sql.update(ADD, envelope.id(), completed.incidentId(), completed.completedOn(), clock.instant())
                        .replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    @Scheduled(
            every = "${candor.listing.keep}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(this::claim)
                        .chain(found -> found.map(due -> keep(due).chain(this::look))
                                .orElseGet(() -> Uni.createFrom().voidItem())),
                LOG,
                "a listing was not handed over and will be");
    }

    private Uni<Optional<Due>> claim() {
        return Sql.rows(Object[].class, DUE, clock.instant()).chain(rows -> {
            if (rows.isEmpty()) {
                return Uni.createFrom().item(Optional.<Due>empty());
            }
            Object[] row = rows.getFirst();
            Due due = new Due(
                    (UUID) row[0],
                    (UUID) row[1],
                    (LocalDate) row[2],
                    ((Number) row[3]).intValue(),
                    row[4] == null ? NOBODY : (UUID) row[4]);
            return Sql.update(
                            "update kept_listing set next_try_at = ?2 where id = ?1",
                            due.id(),
                            clock.instant().plus(LEASE))
                    .replaceWith(Optional.of(due));
        });
    }

    private Uni<Void> keep(Due due) {
        return Transactions.run(() -> desk.locked(due.incidentId()))
                .map(Optional::orElseThrow)
                .chain(campaign -> longWork.run(database -> {
                    ByteArrayOutputStream file = new ByteArrayOutputStream();
                    Optional<UUID> last = writer.write(database, writer.head(campaign), due.after(), PEOPLE, file);
                    return database.await(
                            () -> Transactions.run(() -> record(campaign, due, last, file.toByteArray())));
                }))
                .replaceWithVoid();
    }

    private Uni<Integer> record(CampaignRow campaign, Due due, Optional<UUID> last, byte[] xlsx) {
        FrozenDocument document = new FrozenDocument(
                due.incidentId(),
                "LISTING",
                due.completedOn() + "-" + (due.files() + 1),
                ListingResource.XLSX,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                xlsx);
        return Sql.update(GO_ON, due.id(), last.isEmpty(), last.orElse(NOBODY), clock.instant(), due.files())
                .chain(changed -> changed == 0
                        ? Uni.createFrom().item(0)
                        : keeping.handOver(document, campaign.origin("system")).replaceWith(changed));
    }
}
