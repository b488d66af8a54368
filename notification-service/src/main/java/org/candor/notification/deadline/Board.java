package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.candor.notification.NotificationProblem;

/** The board as the caller may see it. It holds neither health information nor names, so its reading is not recorded. */
@ApplicationScoped
class Board {

    /** Most rows of a sheet or a picture; a filter shows the others. */
    static final int SHEET = 10_000;

    static final int PICTURE = 200;

    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Deadlines deadlines;
    private final Caller caller;
    private final Clock clock;

    Board(Deadlines deadlines, Caller caller, Clock clock) {
        this.deadlines = deadlines;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Page<DeadlineView>> page(DeadlineFilter filter, String cursor, int limit) {
        Cursor after = Cursor.decode(cursor).orElse(START);
        return read(filter, after, limit + 1)
                .map(rows -> Page.of(rows, limit, row -> row.view(clock.instant()), Deadline::cursor));
    }

    Uni<String> sheet(DeadlineFilter filter) {
        return read(filter, START, SHEET + 1).map(rows -> BoardSheet.csv(views(whole(rows))));
    }

    Uni<String> html(DeadlineFilter filter, String language) {
        return read(filter, START, PICTURE + 1)
                .map(rows -> BoardPage.html(
                        views(rows.subList(0, Math.min(rows.size(), PICTURE))),
                        rows.size() > PICTURE,
                        filter.drill,
                        clock.instant(),
                        BoardWords.in(language)));
    }

    /** A file that lacks duties would be taken for all of them. */
    static List<Deadline> whole(List<Deadline> duties) {
        if (duties.size() > SHEET) {
            throw new Problem(NotificationProblem.SHEET_TOO_LONG);
        }
        return duties;
    }

    private Uni<List<Deadline>> read(DeadlineFilter filter, Cursor after, int limit) {
        Deadlines.Reader reader = new Deadlines.Reader(caller.subject(), caller.entitiesFilter());
        return Transactions.read(() -> deadlines.board(reader, filter, after, limit));
    }

    private List<DeadlineView> views(List<Deadline> rows) {
        return rows.stream().map(row -> row.view(clock.instant())).toList();
    }
}
