package org.candor.notification.reminder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.candor.notification.Hashes;
import org.candor.notification.reminder.ReaderFile.Reader;
import org.candor.notification.reminder.ReaderImportView.Fault;

/** The list of who is expected to read a reminder, and who of it is missing. Addresses of staff: each reading is recorded. */
@ApplicationScoped
class ReaderDesk {

    private static final int MOST_FAULTS = 200;

    private final Reminders reminders;
    private final Readers readers;
    private final AccessLog accesses;
    private final Workers workers;
    private final Caller caller;

    ReaderDesk(Reminders reminders, Readers readers, AccessLog accesses, Workers workers, Caller caller) {
        this.reminders = reminders;
        this.readers = readers;
        this.accesses = accesses;
        this.workers = workers;
        this.caller = caller;
    }

    /** Answers the reminder's new version. */
    Uni<Long> expect(UUID id, String ifMatch, List<String> persons) {
        return Transactions.run(() -> require(id)
                .call(reminder -> seen(reminder, ifMatch))
                .call(() -> readers.expect(id, persons))
                .map(reminder -> reminder.version() + 1));
    }

    /** Replaces the list by that of the file, or says what would become of it. A file with a wrong row changes nothing. */
    Uni<ReaderImportView> take(UUID id, String ifMatch, boolean dryRun, byte[] file) {
        return workers.run(() -> Sent.of(file))
                .chain(sent -> Transactions.run(() -> require(id)
                        .chain(reminder -> readers.list(id)
                                .map(known -> compared(known, sent.read(), dryRun, sent.sha256(), reminder.version()))
                                .chain(compared -> dryRun
                                        ? Uni.createFrom().item(compared)
                                        : replace(reminder, ifMatch, sent.read(), compared)))));
    }

    private record Sent(ReaderFile read, String sha256) {
        static Sent of(byte[] file) {
            ReaderFile read = ReaderFile.read(file).orElseThrow(() -> new Problem(ReminderProblem.AUDIENCE_UNREADABLE));
            return new Sent(read, Hashes.hex(Hashes.sha256(file)));
        }
    }

    Uni<Page<ReaderView>> page(UUID id, String cursor, int limit) {
        return Transactions.run(() -> require(id)
                .chain(() -> readers.expected(id, after(cursor), limit + 1))
                .call(() -> accesses.list("read-reminder-readers", "reminderId=" + id, List.of()))
                .map(found -> page(found, limit)));
    }

    Uni<Page<ReaderView>> ofIssue(UUID issueId, String state, String department, String cursor, int limit) {
        return Transactions.run(() -> reminders
                .ofIssue(issueId, caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(() -> readers.ofIssue(issueId, text(state), text(department), after(cursor), limit + 1))
                .call(() -> accesses.list("read-reminder-readers", "issueId=" + issueId, List.of()))
                .map(found -> page(found, limit)));
    }

    private Uni<ReaderImportView> replace(
            ReminderView reminder, String ifMatch, ReaderFile read, ReaderImportView compared) {
        UUID id = reminder.reminderId();
        if (!compared.faults().isEmpty()) {
            Problem refused = new Problem(ReminderProblem.AUDIENCE_REFUSED);
            compared.faults()
                    .forEach(fault -> refused.field("line " + fault.line() + ", " + fault.column(), fault.message()));
            throw refused;
        }
        return seen(reminder, ifMatch)
                .chain(() -> readers.replace(id, read.readers()))
                .chain(() -> accesses.list(
                        "import-reminder-readers", "reminderId=" + id + " sha256=" + compared.sha256(), List.of()))
                .replaceWith(compared);
    }

    /** Nobody replaces a list that he has not seen. */
    private Uni<Void> seen(ReminderView reminder, String ifMatch) {
        EntityTags.check(ifMatch, reminder.version());
        return reminders
                .touch(reminder.reminderId(), reminder.version())
                .invoke(count -> {
                    if (count == 0) {
                        throw new Problem(CommonProblem.STALE_VERSION);
                    }
                })
                .replaceWithVoid();
    }

    private static ReaderImportView compared(
            List<Reader> known, ReaderFile file, boolean dryRun, String sha256, long version) {
        Map<String, Reader> before = known.stream().collect(Collectors.toMap(Reader::person, Function.identity()));
        List<Reader> read = file.readers();
        int unchanged = (int) read.stream()
                .filter(one -> one.equals(before.get(one.person())))
                .count();
        int listed = (int)
                read.stream().filter(one -> before.containsKey(one.person())).count();
        List<Fault> faults =
                file.faults().subList(0, Math.min(MOST_FAULTS, file.faults().size()));
        return new ReaderImportView(
                dryRun,
                read.size() + file.faults().size(),
                read.size() - listed,
                listed - unchanged,
                before.size() - listed,
                unchanged,
                (int) read.stream().filter(one -> one.email().isEmpty()).count(),
                faults,
                sha256,
                dryRun ? version : version + 1);
    }

    private Uni<ReminderView> require(UUID id) {
        return reminders.find(id, caller.entitiesFilter()).map(found -> found.orElseThrow(Problem::notFound));
    }

    private static Page<ReaderView> page(List<ReaderView> found, int limit) {
        boolean more = found.size() > limit;
        List<ReaderView> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown,
                more
                        ? Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(shown.getLast().person().getBytes(UTF_8))
                        : null);
    }

    private static String after(String cursor) {
        try {
            return cursor == null ? "" : new String(Base64.getUrlDecoder().decode(cursor), UTF_8).replace("\0", "");
        } catch (IllegalArgumentException malformed) {
            throw new Problem(CommonProblem.UNREADABLE_PARAMETER)
                    .field("cursor", "give back what the last page said as next");
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
