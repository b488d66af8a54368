package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.Page;
import org.candor.notification.NotificationProblem;

/** Drafts, approval by another officer, reading and receipts. A reminder of an entity that is not granted does not exist. */
@ApplicationScoped
class ReminderDesk {

    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Reminders reminders;
    private final Receipts receipts;
    private final ReminderMails mails;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ReminderDesk(
            Reminders reminders,
            Receipts receipts,
            ReminderMails mails,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.reminders = reminders;
        this.receipts = receipts;
        this.mails = mails;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    private record Made(UUID id) {}

    Uni<ReminderView> draft(ReminderRequest request, String key) {
        check(request);
        return Transactions.run(() -> idempotency
                .once("draft-reminder", key, request, Made.class, () -> {
                    Made made = new Made(ids.next());
                    return reminders
                            .add(made.id(), request, caller.subject(), clock.instant())
                            .replaceWith(made);
                })
                .chain(made -> require(made.id())));
    }

    Uni<ReminderView> change(UUID id, String ifMatch, ReminderRequest request) {
        check(request);
        return command(id, ifMatch, "DRAFT", found -> {
            if (!found.entityId().equals(request.entityId())) {
                throw new Problem(CommonProblem.INVALID_FIELD).field("/entityId", "may not change");
            }
            return reminders.change(id, found.version(), request, caller.subject());
        });
    }

    Uni<ReminderView> approve(UUID id, String ifMatch) {
        return command(id, ifMatch, "DRAFT", found -> {
            if (found.author().equals(caller.subject())) {
                throw new Problem(NotificationProblem.AUTHOR_MAY_NOT_APPROVE);
            }
            return reminders.approve(id, found.version(), caller.subject(), clock.instant());
        });
    }

    Uni<ReminderView> end(UUID id, String ifMatch) {
        return command(
                id,
                ifMatch,
                "APPROVED",
                found -> reminders.end(id, found.version()).call(() -> mails.withhold(id)));
    }

    Uni<ReminderView> get(UUID id) {
        return Transactions.read(() -> require(id));
    }

    Uni<Page<ReminderView>> page(String cursor, int limit) {
        Cursor after = Cursor.decode(cursor).orElse(START);
        return Transactions.read(() -> reminders.page(caller.entitiesFilter(), after.id(), limit + 1))
                .map(rows -> Page.of(rows, limit, row -> row, row -> new Cursor(Instant.EPOCH, row.reminderId())));
    }

    Uni<List<ReminderView.ToRead>> mine(boolean spanish) {
        return Transactions.read(() -> addressed(spanish));
    }

    /** Once; the first time counts. */
    Uni<Void> read(UUID issueId) {
        return Transactions.run(() -> addressed(false)
                .invoke(all -> {
                    if (all.stream().noneMatch(one -> one.issueId().equals(issueId))) {
                        throw Problem.notFound();
                    }
                })
                .chain(() -> receipts.read(issueId, caller.subject(), clock.instant()))
                .replaceWithVoid());
    }

    Uni<Page<ReminderView.Issue>> issues(UUID id, String cursor, int limit) {
        UUID before = Cursor.decode(cursor).orElse(START).id();
        return Transactions.read(() -> require(id).chain(() -> receipts.issues(id, before, limit + 1)))
                .map(rows -> Page.of(rows, limit, row -> row, row -> new Cursor(Instant.EPOCH, row.issueId())));
    }

    private Uni<List<ReminderView.ToRead>> addressed(boolean spanish) {
        return receipts.toRead(caller.entitiesFilter(), caller.subject(), spanish)
                .map(all -> all.stream()
                        .filter(one -> one.to(caller.roles(), caller.department()))
                        .map(Receipts.Addressed::issue)
                        .toList());
    }

    private Uni<ReminderView> command(
            UUID id, String ifMatch, String state, Function<ReminderView, Uni<Integer>> change) {
        return Transactions.run(() -> require(id)
                .invoke(found -> {
                    EntityTags.check(ifMatch, found.version());
                    if (!found.state().equals(state)) {
                        throw new Problem(ReminderProblem.REMINDER_FROZEN);
                    }
                })
                .chain(found -> change.apply(found))
                .invoke(count -> {
                    if (count == 0) {
                        throw new Problem(CommonProblem.STALE_VERSION);
                    }
                })
                .chain(() -> require(id)));
    }

    private Uni<ReminderView> require(UUID id) {
        return reminders.find(id, caller.entitiesFilter()).map(found -> found.orElseThrow(Problem::notFound));
    }

    private void check(ReminderRequest request) {
        if (!caller.mayActFor(request.entityId())) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/entityId", "must be one that is granted to you");
        }
        if (request.endsOn().isBefore(request.startsOn())) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/endsOn", "must not be before startsOn");
        }
        if (request.everyDays() > 0 && request.everyMonths() > 0) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/everyMonths", "give days or months, not both");
        }
        if (ReminderKinds.READ.kind(request.kind()).isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/kind", "must be one of GET /reminders/kinds");
        }
    }
}
