package org.candor.intake.checkups;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Event;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.routing.Readers;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

/** Shows check-ups to officers and records what came of them. */
@ApplicationScoped
class CheckUpDesk {

    private final CheckUpRows rows;
    private final Readers readers;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    CheckUpDesk(
            CheckUpRows rows,
            Readers readers,
            IncidentVault vault,
            AccessLog accessLog,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.rows = rows;
        this.readers = readers;
        this.vault = vault;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Page<CheckUpView>> due(int limit, Optional<Cursor> after) {
        LocalDate day = after.map(cursor -> LocalDate.ofInstant(cursor.at(), ZoneOffset.UTC))
                .orElse(LocalDate.EPOCH);
        UUID id = after.map(Cursor::id).orElse(new UUID(0, 0));
        return Transactions.run(() -> rows.find(
                        "state = ?1 and incident_visible(incidentId, ?2, ?3) and (dueOn > ?4 or (dueOn = ?4 and checkUpId > ?5))"
                                + " order by dueOn, checkUpId",
                        CheckUp.State.DUE,
                        caller.subject(),
                        caller.entitiesFilter(),
                        day,
                        id)
                .range(0, limit)
                .list()
                .map(found -> Page.of(found, limit, row -> CheckUpView.of(row, null), CheckUpDesk::cursor))
                .call(page -> accessLog.list(
                        "list-check-ups",
                        "state=DUE",
                        page.items().stream().map(CheckUpView::incidentId).toList())));
    }

    Uni<Page<CheckUpView>> of(UUID incidentId) {
        return Transactions.run(() -> readers.require(incidentId)
                .chain(() -> accessLog.read("read-check-ups", incidentId))
                .chain(() -> vault.open(incidentId))
                .chain(cipher -> rows.of(incidentId)
                        .map(found -> new Page<>(
                                found.stream().map(row -> view(row, cipher)).toList(), null))));
    }

    Uni<CheckUpView> record(UUID incidentId, long number, CheckUpRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Transactions.run(() -> readers.require(incidentId)
                .chain(() -> accessLog.read("record-check-up", incidentId))
                .chain(() -> vault.open(incidentId))
                .chain(cipher -> rows.held(incidentId).chain(all -> {
                    CheckUp one = open(all, number);
                    List<Event> facts = recorded(one, all, request, cipher, now);
                    return outbox.publishAll(Topic.REPORT, facts, one.origin(caller.subject()))
                            .replaceWith(() -> view(one, cipher));
                })));
    }

    private List<Event> recorded(
            CheckUp one, List<CheckUp> all, CheckUpRequest request, IncidentCipher cipher, Instant now) {
        one.state = CheckUp.State.RECORDED;
        one.outcome = request.outcome();
        one.recordedAt = now;
        one.recordedBy = caller.subject();
        if (request.note() != null) {
            one.note = cipher.seal(CheckUp.NOTE, one.checkUpId, request.note().value());
        }
        List<Event> facts = new ArrayList<>(List.of(one.met()));
        if (request.outcome().endsAsking()) {
            all.stream().filter(row -> CheckUpRows.OPEN.contains(row.state)).forEach(other -> {
                other.state = CheckUp.State.CANCELLED;
                facts.add(other.cancelled());
            });
        }
        return facts;
    }

    /** Recorded on its day or later, once. */
    private static CheckUp open(List<CheckUp> all, long number) {
        CheckUp one =
                all.stream().filter(row -> row.number == number).findFirst().orElseThrow(Problem::notFound);
        if (one.state != CheckUp.State.DUE) {
            throw new Problem(IntakeProblem.CHECK_UP_NOT_OPEN);
        }
        return one;
    }

    private static CheckUpView view(CheckUp row, IncidentCipher cipher) {
        return CheckUpView.of(row, row.note == null ? null : cipher.read(CheckUp.NOTE, row.checkUpId, row.note));
    }

    private static Cursor cursor(CheckUp row) {
        return new Cursor(row.dueOn.atStartOfDay(ZoneOffset.UTC).toInstant(), row.checkUpId);
    }
}
