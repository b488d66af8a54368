package org.candor.kit.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.CaseEvent.FormSigned;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.ledger.LedgerViews.EntryRequest;
import org.candor.kit.ledger.LedgerViews.EntryView;
import org.candor.kit.ledger.LedgerViews.TitleView;
import org.candor.kit.ledger.LedgerViews.Written;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.Page;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

@ApplicationScoped
class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final String NARRATIVE = "ledger_entry.narrative";
    private static final String ASIDE = "ledger_entry.aside";

    private final Outbox outbox;
    private final IncidentVault vault;
    private final BlindIndex index;
    private final Visibility visibility;
    private final AccessLog accessLog;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Ledger(
            Outbox outbox,
            IncidentVault vault,
            BlindIndex index,
            Visibility visibility,
            AccessLog accessLog,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.outbox = outbox;
        this.vault = vault;
        this.index = index;
        this.visibility = visibility;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Written> write(EntryRequest request, String key, boolean thenFail) {
        LOG.infof("writing %s", request);
        return Transactions.run(
                () -> idempotency.once("write-entry", key, request, Written.class, () -> store(request, thenFail)));
    }

    private Uni<Written> store(EntryRequest request, boolean thenFail) {
        return index.ready()
                .chain(() -> vault.open(request.incidentId()))
                .chain(cipher -> persist(sealed(request, cipher)))
                .call(entry -> outbox.publish(
                        Topic.CASE,
                        new CaseOpened(entry.incidentId, "larkspur-falls", entry.writtenAt),
                        new Origin("larkspur-falls", false, caller.subject())))
                .invoke(() -> failIf(thenFail))
                .map(entry -> new Written(entry.id, entry.incidentId));
    }

    private LedgerEntry sealed(EntryRequest request, IncidentCipher cipher) {
        LedgerEntry entry = new LedgerEntry();
        entry.id = ids.next();
        entry.incidentId = request.incidentId();
        entry.title = request.title();
        entry.narrative = cipher.seal(NARRATIVE, entry.id, request.narrative().value());
        entry.aside = cipher.seal(ASIDE, entry.id, request.narrative().value());
        entry.finder = index.of("narrative", request.narrative().value());
        entry.writtenAt = clock.instant();
        return entry;
    }

    private static Uni<LedgerEntry> persist(LedgerEntry entry) {
        return Panache.getSession().chain(session -> session.persist(entry).replaceWith(entry));
    }

    Uni<EntryView> read(UUID id) {
        return Transactions.run(() -> find(id).call(entry -> visibility.require(entry.incidentId))
                .call(entry -> accessLog.read("read-entry", entry.incidentId))
                .chain(entry -> vault.open(entry.incidentId).map(cipher -> opened(entry, cipher))));
    }

    private static EntryView opened(LedgerEntry entry, IncidentCipher cipher) {
        String narrative = cipher.read(NARRATIVE, entry.id, entry.narrative);
        cipher.read(ASIDE, entry.id, entry.aside);
        return new EntryView(entry.id, entry.incidentId, entry.title, new org.candor.kit.web.PersonalText(narrative));
    }

    Uni<String> rename(UUID id, String ifMatch, String title) {
        return Transactions.run(() -> find(id).invoke(entry -> EntityTags.check(ifMatch, entry.version))
                        .invoke(entry -> entry.title = title)
                        .chain(entry -> Panache.getSession()
                                .chain(Mutiny.Session::flush)
                                .replaceWith(entry)))
                .map(entry -> EntityTags.of(entry.version));
    }

    /** Reads, waits until the test lets go of the lock, then writes: two at once have both read the same version. */
    Uni<Void> renameSlowly(UUID id, String title) {
        return Transactions.run(() -> find(id).call(
                        () -> Sql.rows(Object.class, "select cast(pg_advisory_xact_lock_shared(4711) as text)"))
                .invoke(entry -> entry.title = title)
                .replaceWithVoid());
    }

    Uni<String> tag(UUID id) {
        return Transactions.read(() -> find(id)).map(entry -> EntityTags.of(entry.version));
    }

    private static Uni<LedgerEntry> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(LedgerEntry.class, id))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<Page<TitleView>> list(Optional<Cursor> cursor, int limit) {
        return Transactions.run(() -> entries(cursor, limit)
                .call(rows -> accessLog.list(
                        "list-entries",
                        "limit",
                        rows.stream().limit(limit).map(row -> row.incidentId).toList()))
                .map(rows -> Page.of(
                        rows,
                        limit,
                        row -> new TitleView(row.id, row.title),
                        row -> new Cursor(row.writtenAt, row.id))));
    }

    private Uni<List<LedgerEntry>> entries(Optional<Cursor> cursor, int limit) {
        String hql = "from LedgerEntry e where incident_visible(e.incidentId, :person, :entities)"
                + (cursor.isPresent() ? " and (e.writtenAt, e.id) > (:at, :id)" : "") + " order by e.writtenAt, e.id";
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<LedgerEntry> query = session.createSelectionQuery(hql, LedgerEntry.class)
                    .setParameter("person", caller.subject())
                    .setParameter("entities", caller.entitiesFilter())
                    .setMaxResults(limit + 1);
            cursor.ifPresent(place -> query.setParameter("at", place.at()).setParameter("id", place.id()));
            return query.getResultList();
        });
    }

    Uni<List<TitleView>> found(String narrative) {
        return Transactions.run(() -> index.ready()
                .chain(() -> Panache.getSession())
                .chain(session -> session.createSelectionQuery(
                                "from LedgerEntry e where e.finder = :finder", LedgerEntry.class)
                        .setParameter("finder", index.of("narrative", narrative))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new TitleView(row.id, row.title))
                        .toList()));
    }

    /** Publishes {@code count} facts of one key, told apart by the second at which they say they happened. */
    Uni<Void> publish(UUID incidentId, int from, int count, boolean thenFail) {
        List<CaseReopened> facts = IntStream.range(from, from + count)
                .mapToObj(second -> new CaseReopened(incidentId, Instant.ofEpochSecond(second)))
                .toList();
        return Transactions.run(() -> outbox.publishAll(Topic.CASE, facts, Origin.system("larkspur-falls", true))
                .invoke(() -> failIf(thenFail)));
    }

    Uni<Void> publishLarge(UUID incidentId, int size) {
        FormSigned fact = new FormSigned(incidentId, "x".repeat(size), 1, "", clock.instant());
        return Transactions.run(() -> outbox.publish(Topic.CASE, fact, Origin.system("larkspur-falls", false)));
    }

    private static void failIf(boolean wanted) {
        if (wanted) {
            throw new Problem(CommonProblem.CONFLICT);
        }
    }
}
