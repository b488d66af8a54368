package org.candor.audit.disposal.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One disposal. A transition exists on the states that allow it, and nowhere else.
 *
 * <pre>
 *            approve              confirm (each service)
 *  Ordered ───────────▶ Running ─────────────────────────▶ Completed
 *     │ refuse
 *     ▼
 *  Refused
 * </pre>
 */
public sealed interface Disposal {

    /** Everybody who holds data keys: nothing is complete before all of them have said so. */
    Set<String> SERVICES = Set.of("intake", "investigation", "breach", "notification", "audit");

    /** For so long a back-up of wrapped data keys is kept at most. */
    int BACKUP_DAYS = 30;

    /** What an approval is answered with. */
    sealed interface Answer {}

    /** It may not be; every reason is named. */
    record Refusal(List<Obstacle> obstacles) implements Answer {}

    record Ordered(String orderedBy) implements Disposal {

        /** By another person than who ordered it, and only if nothing has come in between. */
        public Answer approve(String person, Standing standing) {
            List<Obstacle> obstacles = new ArrayList<>(standing.obstacles());
            if (person.equals(orderedBy)) {
                obstacles.add(Obstacle.SAME_PERSON);
            }
            return obstacles.isEmpty() ? new Running(Set.of()) : new Refusal(List.copyOf(obstacles));
        }

        /** Anybody who may decide, also who ordered it and thinks again. */
        public Refused refuse() {
            return new Refused();
        }
    }

    /** Approved: cannot be taken back, because services destroy as they hear of it. */
    record Running(Set<String> confirmed) implements Disposal, Answer {

        public Running {
            confirmed = Set.copyOf(confirmed);
        }

        /** A service that says it twice, or one that is none of ours, changes nothing. */
        public Disposal confirm(String service, LocalDate today) {
            Set<String> now = new TreeSet<>(confirmed);
            if (SERVICES.contains(service)) {
                now.add(service);
            }
            return now.containsAll(SERVICES) ? new Completed(today, today.plusDays(BACKUP_DAYS)) : new Running(now);
        }
    }

    /** Every service has destroyed its key; by that later day the last back-up of one has ended too. */
    record Completed(LocalDate on, LocalDate backupsGoneOn) implements Disposal {}

    record Refused() implements Disposal {}
}
