package org.candor.notification.roster;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.notification.roster.Rosters.Follower;

/** Follows an import, and writes out what became of its rows, a page at a time. */
@ApplicationScoped
class RosterProgress {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long PAGE = 2000;
    private static final long FIRST = 2;

    private final Rosters rosters;
    private final Workers workers;

    RosterProgress(Rosters rosters, Workers workers) {
        this.rosters = rosters;
        this.workers = workers;
    }

    /** Events begin before anything is known, so that whoever may see nothing gets a stream that ends at once. */
    Multi<RosterImportView> follow(UUID incidentId, UUID importId) {
        Follower follower = rosters.follower();
        return rosters.visible(incidentId, importId)
                .onItem()
                .transformToMulti(first -> Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(first),
                                first.over() ? Multi.createFrom().empty() : rest(incidentId, importId, follower))
                        .map(RosterViews::progress))
                .onFailure(Problem.class)
                .recoverWithCompletion();
    }

    private Multi<RosterImportRow> rest(UUID incidentId, UUID importId, Follower follower) {
        return Multi.createBy()
                .repeating()
                .uni(() -> workers.backHere(
                                Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE))
                        .chain(() -> rosters.progress(incidentId, importId, follower)))
                .whilst(row -> !row.over());
    }

    /** All rows that were read so far. */
    Multi<String> result(UUID importId, long rows) {
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item("row,outcome,reasons,column\r\n"), pages(importId, FIRST + rows));
    }

    private Multi<String> pages(UUID importId, long end) {
        AtomicLong next = new AtomicLong(FIRST);
        return next.get() >= end
                ? Multi.createFrom().empty()
                : Multi.createBy()
                        .repeating()
                        .uni(() -> {
                            long from = next.get();
                            long to = Math.min(end, from + PAGE);
                            next.set(to);
                            return rosters.lines(importId, from, to);
                        })
                        .whilst(page -> next.get() < end);
    }
}
