package org.candor.breach.noticeplan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.candor.breach.noticeplan.decision.Fault.Why;
import org.candor.breach.noticeplan.decision.NoticePlan.Shared;
import org.candor.breach.noticeplan.decision.Outcome.Part;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.events.ObligationEvent.SenderKind;
import org.junit.jupiter.api.Test;

/** Policy III.A.4.b: whoever is best placed notifies, and each person gets one notice. */
class DecidingNoticePlansTest {

    private static final UUID US = new UUID(0, 1);
    private static final UUID CLINIC = new UUID(0, 2);
    private static final UUID PLAN = new UUID(0, 3);
    private static final UUID MAILER = new UUID(0, 4);
    private static final Sender WE = new Sender(SenderKind.THIS_ENTITY, US);
    private static final Sender THE_CLINIC = new Sender(SenderKind.COVERED_ENTITY, CLINIC);
    private static final Sender THE_PLAN = new Sender(SenderKind.COVERED_ENTITY, PLAN);
    private static final Sender THE_MAILER = new Sender(SenderKind.BUSINESS_ASSOCIATE, MAILER);
    private static final Affected THREE = affected(Capacity.COVERED_ENTITY, Map.of(US, 100L, CLINIC, 50L, PLAN, 30L));
    private static final Affected AS_ASSOCIATE = affected(Capacity.BUSINESS_ASSOCIATE, Map.of(CLINIC, 50L, PLAN, 30L));

    @Test
    void everybodyTellsHisOwn() {
        Outcome.Accepted accepted = accepted(THREE, Map.of(US, WE, CLINIC, THE_CLINIC, PLAN, THE_PLAN));
        assertThat(accepted.people()).isEqualTo(180);
        assertThat(accepted.complete()).isTrue();
        assertThat(accepted.parts())
                .containsExactly(part(WE, 100, US), part(THE_CLINIC, 50, CLINIC), part(THE_PLAN, 30, PLAN));
    }

    @Test
    void oneTellsThePeopleOfSeveralAndThoseTheyShareOnce() {
        Outcome.Accepted accepted = accepted(
                THREE, Map.of(US, WE, CLINIC, WE, PLAN, THE_PLAN), shared(20, US, CLINIC), shared(5, by(WE), US, PLAN));
        assertThat(accepted.people()).isEqualTo(155);
        assertThat(accepted.complete()).isTrue();
        assertThat(accepted.parts()).containsExactly(part(WE, 130, US, CLINIC), part(THE_PLAN, 25, PLAN));
    }

    @Test
    void peopleOfTwoWithTwoSendersAreOpenUntilItIsDecidedWhoTellsThem() {
        Outcome.Accepted accepted =
                accepted(THREE, Map.of(US, WE, CLINIC, THE_CLINIC, PLAN, THE_PLAN), shared(20, US, CLINIC));
        assertThat(accepted.complete()).isFalse();
        assertThat(accepted.open()).containsExactly(Set.of(US, CLINIC));
        assertThat(accepted.parts().getFirst().notices()).isEqualTo(80);
        assertThat(accepted.people()).isEqualTo(160);
    }

    @Test
    void whoeverIsLeftOutIsUndecidedAndSoAreThosePeopleWhomItShares() {
        Outcome.Accepted accepted = accepted(THREE, Map.of(US, WE), shared(20, US, CLINIC));
        assertThat(accepted.undecided()).containsExactlyInAnyOrder(CLINIC, PLAN);
        assertThat(accepted.open()).hasSize(1);
        assertThat(accepted.complete()).isFalse();
    }

    @Test
    void aBusinessAssociateMayTellThemAll() {
        Outcome.Accepted accepted = accepted(
                THREE, Map.of(US, THE_MAILER, CLINIC, THE_MAILER, PLAN, THE_MAILER), shared(5, US, CLINIC, PLAN));
        assertThat(accepted.parts()).containsExactly(part(THE_MAILER, 170, US, CLINIC, PLAN));
        assertThat(accepted.people()).isEqualTo(170);
        assertThat(accepted.complete()).isTrue();
    }

    @Test
    void asABusinessAssociateTheEntityHasNoPeopleAndMayTellThoseOfOthers() {
        Outcome.Accepted accepted = accepted(AS_ASSOCIATE, Map.of(CLINIC, WE, PLAN, WE));
        assertThat(accepted.parts()).containsExactly(part(WE, 80, CLINIC, PLAN));
        assertThat(refused(AS_ASSOCIATE, Map.of(US, WE)))
                .containsExactly(new Fault("/senders/" + US, Why.UNKNOWN_COVERED_ENTITY));
        assertThat(refused(AS_ASSOCIATE, Map.of(CLINIC, THE_MAILER)))
                .containsExactly(new Fault("/senders/" + CLINIC, Why.UNKNOWN_SENDER));
    }

    @Test
    void refusesASenderWhomNobodyKnows() {
        UUID stranger = new UUID(0, 9);
        assertThat(refused(THREE, Map.of(US, new Sender(SenderKind.COVERED_ENTITY, stranger))))
                .extracting(Fault::why)
                .containsExactly(Why.UNKNOWN_SENDER);
        assertThat(refused(THREE, Map.of(US, new Sender(SenderKind.BUSINESS_ASSOCIATE, stranger))))
                .hasSize(1);
        assertThat(refused(THREE, Map.of(US, new Sender(SenderKind.THIS_ENTITY, stranger))))
                .hasSize(1);
        assertThat(refused(THREE, Map.of(CLINIC, new Sender(SenderKind.COVERED_ENTITY, US))))
                .hasSize(1);
        assertThat(refused(THREE, Map.of(stranger, WE)))
                .extracting(Fault::why)
                .containsExactly(Why.UNKNOWN_COVERED_ENTITY);
    }

    @Test
    void whoeverTellsAnothersPeopleTellsItsOwn() {
        assertThat(refused(THREE, Map.of(US, THE_CLINIC, CLINIC, THE_PLAN, PLAN, THE_PLAN)))
                .containsExactly(new Fault("/senders/" + US, Why.SENDER_LEAVES_ITS_OWN_TO_ANOTHER));
        assertThat(refused(THREE, Map.of(US, THE_MAILER, CLINIC, WE)))
                .containsExactly(new Fault("/senders/" + CLINIC, Why.SENDER_LEAVES_ITS_OWN_TO_ANOTHER));
        assertThat(accepted(THREE, Map.of(CLINIC, WE)).undecided()).contains(US);
    }

    @Test
    void refusesSharedPeopleThatCannotBe() {
        Map<UUID, Sender> own = Map.of(US, WE, CLINIC, THE_CLINIC, PLAN, THE_PLAN);
        assertThat(refused(THREE, own, shared(1, US)))
                .containsExactly(new Fault("/shared/0/between", Why.SHARED_BY_ONE));
        assertThat(refused(THREE, own, shared(1, US, MAILER)))
                .containsExactly(new Fault("/shared/0/between", Why.UNKNOWN_COVERED_ENTITY));
        assertThat(refused(THREE, own, shared(1, by(WE), US, PLAN), shared(1, by(WE), PLAN, US)))
                .containsExactly(new Fault("/shared/1/between", Why.SHARED_TWICE));
        assertThat(refused(THREE, own, shared(20, by(WE), US, PLAN), shared(11, by(WE), US, CLINIC, PLAN)))
                .extracting(Fault::why)
                .containsOnly(Why.SHARED_OVER_COUNT);
        assertThat(refused(THREE, own, shared(1, by(THE_PLAN), US, CLINIC)))
                .containsExactly(new Fault("/shared/0/by", Why.SENDER_OF_NONE_OF_THEM));
    }

    @Test
    void aCoveredEntityMayShareEverybodyItHas() {
        Map<UUID, Sender> own = Map.of(US, WE, PLAN, THE_PLAN);
        assertThat(accepted(THREE, own, shared(30, by(WE), US, PLAN)).parts())
                .containsExactly(part(WE, 100, US), part(THE_PLAN, 0, PLAN));
    }

    /** Whatever is chosen: a complete plan gives exactly as many notices as there are people. */
    @Test
    void givesEachPersonOneNoticeWheneverItIsComplete() {
        Random random = new Random(20261201);
        int complete = 0;
        for (int round = 0; round < 5_000; round++) {
            Affected affected = somebody(random);
            if (DecidingNoticePlans.decide(affected, somePlan(random, affected)) instanceof Outcome.Accepted accepted
                    && accepted.complete()) {
                complete++;
                assertThat(accepted.parts().stream().mapToLong(Part::notices).sum())
                        .isEqualTo(accepted.people());
                assertThat(accepted.parts().stream().flatMap(part -> part.coveredEntities().stream()))
                        .containsExactlyInAnyOrderElementsOf(affected.people().keySet());
            }
        }
        assertThat(complete).isGreaterThan(100);
    }

    private static Affected somebody(Random random) {
        Map<UUID, Long> people = new LinkedHashMap<>();
        IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .forEach(number -> people.put(new UUID(0, number), 50L + random.nextInt(1_000)));
        return affected(Capacity.COVERED_ENTITY, people);
    }

    private static NoticePlan somePlan(Random random, Affected affected) {
        List<UUID> ids = new ArrayList<>(affected.people().keySet());
        Map<UUID, Sender> senders = new LinkedHashMap<>();
        Sender one = sender(ids.get(random.nextInt(ids.size())));
        ids.forEach(id -> senders.put(id, random.nextBoolean() ? one : sender(id)));
        List<Shared> groups = new ArrayList<>();
        for (int group = 0; group < random.nextInt(4); group++) {
            UUID first = ids.get(random.nextInt(ids.size()));
            UUID second = ids.get(random.nextInt(ids.size()));
            Optional<Sender> teller = random.nextBoolean() ? Optional.of(senders.get(first)) : Optional.empty();
            Set<UUID> between = first.equals(second) ? Set.of(first) : Set.of(first, second);
            groups.add(new Shared(between, 1 + random.nextInt(20), teller));
        }
        return new NoticePlan(senders, groups);
    }

    private static Sender sender(UUID id) {
        return id.equals(US) ? WE : new Sender(SenderKind.COVERED_ENTITY, id);
    }

    private static Affected affected(Capacity capacity, Map<UUID, Long> people) {
        Map<UUID, Long> ordered = new LinkedHashMap<>();
        people.keySet().stream().sorted().forEach(id -> ordered.put(id, people.get(id)));
        return new Affected(US, capacity, ordered, Set.of(MAILER));
    }

    private static Part part(Sender sender, long notices, UUID... entities) {
        return new Part(sender, List.of(entities), notices);
    }

    private static Optional<Sender> by(Sender sender) {
        return Optional.of(sender);
    }

    private static Shared shared(long people, UUID... between) {
        return shared(people, Optional.empty(), between);
    }

    private static Shared shared(long people, Optional<Sender> by, UUID... between) {
        return new Shared(Set.of(between), people, by);
    }

    private static Outcome.Accepted accepted(Affected affected, Map<UUID, Sender> senders, Shared... shared) {
        return (Outcome.Accepted) DecidingNoticePlans.decide(affected, new NoticePlan(senders, List.of(shared)));
    }

    private static List<Fault> refused(Affected affected, Map<UUID, Sender> senders, Shared... shared) {
        return ((Outcome.Refused) DecidingNoticePlans.decide(affected, new NoticePlan(senders, List.of(shared))))
                .faults();
    }
}
