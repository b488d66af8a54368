package org.candor.breach.noticeplan.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.breach.noticeplan.decision.Fault.Why;
import org.candor.breach.noticeplan.decision.NoticePlan.Shared;
import org.candor.breach.noticeplan.decision.Outcome.Part;

/**
 * Decides whether a plan gives each person one notice. A covered entity owes the notice to its own people (45 CFR 164.404(a))
 * and may leave it to another or to its business associate; it is decided who is best placed, and there is one notice (policy
 * III.A.4.b).
 */
public final class DecidingNoticePlans {

    private final Affected affected;
    private final NoticePlan plan;
    private final List<Fault> faults = new ArrayList<>();

    private DecidingNoticePlans(Affected affected, NoticePlan plan) {
        this.affected = affected;
        this.plan = plan;
    }

    public static Outcome decide(Affected affected, NoticePlan plan) {
        DecidingNoticePlans deciding = new DecidingNoticePlans(affected, plan);
        deciding.checkSenders();
        deciding.checkShared();
        return deciding.faults.isEmpty() ? deciding.accepted() : new Outcome.Refused(deciding.faults);
    }

    private void checkSenders() {
        plan.senders().forEach((coveredEntity, sender) -> {
            String place = "/senders/" + coveredEntity;
            if (!affected.people().containsKey(coveredEntity)) {
                refuse(place, Why.UNKNOWN_COVERED_ENTITY);
            } else if (!affected.knows(sender)) {
                refuse(place, Why.UNKNOWN_SENDER);
            } else if (leavesItsOwn(sender)) {
                refuse(place, Why.SENDER_LEAVES_ITS_OWN_TO_ANOTHER);
            }
        });
    }

    /** A business associate has no people of its own here, and as one this entity has none either. */
    private boolean leavesItsOwn(Sender sender) {
        return senderOf(sender.id()).filter(own -> !own.equals(sender)).isPresent();
    }

    private void checkShared() {
        Set<Set<UUID>> seen = new HashSet<>();
        int index = 0;
        for (Shared shared : plan.shared()) {
            String place = "/shared/" + index++;
            if (!affected.people().keySet().containsAll(shared.between())) {
                refuse(place + "/between", Why.UNKNOWN_COVERED_ENTITY);
            } else if (shared.between().size() < 2) {
                refuse(place + "/between", Why.SHARED_BY_ONE);
            } else if (!seen.add(shared.between())) {
                refuse(place + "/between", Why.SHARED_TWICE);
            } else if (shared.between().stream().anyMatch(this::sharesTooMany)) {
                refuse(place + "/individuals", Why.SHARED_OVER_COUNT);
            } else if (shared.by().filter(by -> !senders(shared).contains(by)).isPresent()) {
                refuse(place + "/by", Why.SENDER_OF_NONE_OF_THEM);
            }
        }
    }

    private boolean sharesTooMany(UUID coveredEntity) {
        return sharedOf(coveredEntity) > affected.people().get(coveredEntity);
    }

    private Outcome accepted() {
        Map<Sender, Long> notices = new LinkedHashMap<>();
        Set<UUID> undecided = new LinkedHashSet<>();
        affected.people().forEach((coveredEntity, people) -> {
            Optional<Sender> sender = senderOf(coveredEntity);
            sender.ifPresentOrElse(
                    by -> notices.merge(by, people - sharedOf(coveredEntity), Long::sum),
                    () -> undecided.add(coveredEntity));
        });
        List<Set<UUID>> open = new ArrayList<>();
        for (Shared shared : plan.shared()) {
            teller(shared)
                    .ifPresentOrElse(
                            by -> notices.merge(by, shared.individuals(), Long::sum), () -> open.add(shared.between()));
        }
        return new Outcome.Accepted(people(), parts(notices), undecided, open);
    }

    /** Each counted once, however many covered entities he belongs to. */
    private long people() {
        long all =
                affected.people().values().stream().mapToLong(Long::longValue).sum();
        long again = plan.shared().stream()
                .mapToLong(shared -> shared.individuals() * (shared.between().size() - 1))
                .sum();
        return all - again;
    }

    private List<Part> parts(Map<Sender, Long> notices) {
        return notices.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entitiesOf(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong(Part::notices).reversed())
                .toList();
    }

    private List<UUID> entitiesOf(Sender sender) {
        return affected.people().keySet().stream()
                .filter(coveredEntity ->
                        senderOf(coveredEntity).filter(sender::equals).isPresent())
                .toList();
    }

    private long sharedOf(UUID coveredEntity) {
        return plan.shared().stream()
                .filter(shared -> shared.between().contains(coveredEntity))
                .mapToLong(Shared::individuals)
                .sum();
    }

    /** Who tells people of several: as chosen, or whoever is the sender of all of these. */
    private Optional<Sender> teller(Shared shared) {
        Set<Sender> senders = senders(shared);
        boolean one = senders.size() == 1
                && shared.between().stream().allMatch(entity -> senderOf(entity).isPresent());
        return shared.by().or(() -> one ? senders.stream().findFirst() : Optional.empty());
    }

    private Set<Sender> senders(Shared shared) {
        Set<Sender> senders = new HashSet<>();
        shared.between().forEach(coveredEntity -> senderOf(coveredEntity).ifPresent(senders::add));
        return senders;
    }

    private Optional<Sender> senderOf(UUID coveredEntity) {
        return Optional.ofNullable(plan.senders().get(coveredEntity));
    }

    private void refuse(String place, Why why) {
        faults.add(new Fault(place, why));
    }
}
