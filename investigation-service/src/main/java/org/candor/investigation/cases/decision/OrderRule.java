package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.candor.investigation.cases.decision.Playbook.Effect;

/** An order that steps must keep. Each rule says where it is from and why it exists. */
public sealed interface OrderRule {

    String id();

    String citation();

    String why();

    /** The steps the rule names. */
    List<String> steps();

    /** True when the standing entries do not keep the rule. */
    boolean brokenBy(List<StepEntry> standing, Playbook playbook);

    /** One step must have ended, or have been set aside with a reason, before another begins. */
    record Before(String id, String first, String then, String citation, String why) implements OrderRule {
        @Override
        public List<String> steps() {
            return List.of(first, then);
        }

        @Override
        public boolean brokenBy(List<StepEntry> standing, Playbook playbook) {
            return standing.stream()
                    .filter(entry -> entry.step().equals(then) && entry.happened())
                    .anyMatch(entry -> !clearedBefore(standing, first, startOf(entry)));
        }
    }

    /** Between the end of one step and the end of another, nothing with a certain effect may happen. */
    record NotBetween(String id, String from, String until, Effect effect, String citation, String why)
            implements OrderRule {
        @Override
        public List<String> steps() {
            return List.of(from, until);
        }

        @Override
        public boolean brokenBy(List<StepEntry> standing, Playbook playbook) {
            Optional<Instant> opened = standing.stream()
                    .filter(entry -> entry.step().equals(from) && entry.happened())
                    .map(OrderRule::startOf)
                    .min(Instant::compareTo);
            return opened.isPresent()
                    && standing.stream()
                            .filter(entry -> entry.happened() && playbook.hasEffect(entry.step(), effect))
                            .filter(entry -> !startOf(entry).isBefore(opened.get()))
                            .anyMatch(entry -> !clearedBefore(standing, until, startOf(entry)));
        }
    }

    /** While one step lasts, nothing with a certain effect may happen. */
    record NotDuring(String id, String step, Effect effect, String citation, String why) implements OrderRule {
        @Override
        public List<String> steps() {
            return List.of(step);
        }

        @Override
        public boolean brokenBy(List<StepEntry> standing, Playbook playbook) {
            return standing.stream()
                    .filter(entry -> entry.happened() && playbook.hasEffect(entry.step(), effect))
                    .anyMatch(entry -> lasts(standing, startOf(entry)));
        }

        private boolean lasts(List<StepEntry> standing, Instant moment) {
            return standing.stream()
                    .filter(entry -> entry.step().equals(step) && entry.happened())
                    .filter(entry -> !startOf(entry).isAfter(moment))
                    .anyMatch(entry ->
                            entry.endedAt().map(end -> end.isAfter(moment)).orElse(true));
        }
    }

    private static Instant startOf(StepEntry entry) {
        return entry.startedAt().orElseThrow();
    }

    private static boolean clearedBefore(List<StepEntry> standing, String step, Instant moment) {
        Predicate<StepEntry> inTime =
                entry -> entry.endedAt().map(end -> !end.isAfter(moment)).orElse(!entry.happened());
        return standing.stream().filter(entry -> entry.step().equals(step)).anyMatch(inTime);
    }
}
