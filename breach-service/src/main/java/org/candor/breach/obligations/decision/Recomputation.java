package org.candor.breach.obligations.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what was owed with what is owed now. Nothing that was due disappears without a word. */
public final class Recomputation {

    /** What became of one duty. */
    public sealed interface Change {

        String key();

        /** It is owed from now on. */
        record Arisen(Standing now) implements Change {
            @Override
            public String key() {
                return now.key();
            }
        }

        /** It is due on another day, in another form, or held otherwise. */
        record Moved(Standing was, Standing now) implements Change {
            @Override
            public String key() {
                return now.key();
            }
        }

        /** It was done, or is known to have been done on another day. */
        record Met(Standing now) implements Change {
            @Override
            public String key() {
                return now.key();
            }
        }

        /** What counted as done is open again. */
        record OpenAgain(Standing now) implements Change {
            @Override
            public String key() {
                return now.key();
            }
        }

        /** It is owed no longer. */
        record Fallen(Standing was) implements Change {
            @Override
            public String key() {
                return was.key();
            }
        }
    }

    private Recomputation() {}

    /** Every change, in the order of what is owed now, and then what has fallen away. */
    public static List<Change> between(List<Standing> before, List<Standing> after) {
        Map<String, Standing> gone = new LinkedHashMap<>();
        before.forEach(standing -> gone.put(standing.key(), standing));
        List<Change> changes = new ArrayList<>();
        for (Standing now : after) {
            Standing was = gone.remove(now.key());
            if (was == null) {
                changes.add(new Change.Arisen(now));
            } else if (!was.standsAs(now)) {
                changes.add(new Change.Moved(was, now));
            }
            addCompletion(changes, was, now);
        }
        gone.values().forEach(was -> changes.add(new Change.Fallen(was)));
        return List.copyOf(changes);
    }

    private static void addCompletion(List<Change> changes, Standing was, Standing now) {
        if (was != null && !was.open() && now.open()) {
            changes.add(new Change.OpenAgain(now));
            return;
        }
        boolean news = was == null || !was.completedOn().equals(now.completedOn()) || was.daysLate() != now.daysLate();
        if (!now.open() && news) {
            changes.add(new Change.Met(now));
        }
    }
}
