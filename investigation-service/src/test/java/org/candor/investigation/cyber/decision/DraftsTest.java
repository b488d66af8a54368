package org.candor.investigation.cyber.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.candor.investigation.cyber.decision.Draft.Status;
import org.candor.investigation.decision.Verdict;
import org.junit.jupiter.api.Test;

/** Every state of a draft meets every command. */
class DraftsTest {

    private static final Instant NOW = Instant.parse("2026-03-11T15:00:00Z");
    private static final String AUTHOR = "security-officer";
    private static final String OTHER = "privacy-officer";
    private static final Set<String> FOUND = Set.of("phi.PHONE.text.5-19");

    private static final Map<String, Function<Draft, Verdict<Draft>>> COMMANDS = commands();

    private static Map<String, Function<Draft, Verdict<Draft>>> commands() {
        Map<String, Function<Draft, Verdict<Draft>>> commands = new LinkedHashMap<>();
        commands.put("rewrite", draft -> Drafts.rewrite(draft, AUTHOR, Set.of()));
        commands.put(
                "override",
                draft -> Drafts.override(draft, OTHER, Ground.LAW_ENFORCEMENT_PURPOSE, draft.findings(), NOW));
        commands.put("sign", draft -> Drafts.sign(draft, OTHER, draft.findings(), NOW));
        commands.put("send", draft -> Drafts.send(draft, AUTHOR, NOW, List.of(), false, false, NOW));
        commands.put("withdraw", Drafts::withdraw);
        return commands;
    }

    private static Map<Status, Draft> states() {
        Draft draft = Draft.written(UUID.randomUUID(), Agency.FBI, AUTHOR, Set.of());
        Draft signed = accepted(Drafts.sign(draft, OTHER, Set.of(), NOW));
        Map<Status, Draft> states = new EnumMap<>(Status.class);
        states.put(Status.DRAFT, draft);
        states.put(Status.BLOCKED, Draft.written(draft.id(), Agency.FBI, AUTHOR, FOUND));
        states.put(Status.SIGNED, signed);
        states.put(Status.SENT, accepted(Drafts.send(signed, AUTHOR, NOW, List.of(), false, false, NOW)));
        states.put(Status.WITHDRAWN, accepted(Drafts.withdraw(draft)));
        return states;
    }

    @Test
    void everyStateMeetsEveryCommand() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("DRAFT rewrite", Status.DRAFT);
        expected.put("DRAFT override", CyberRefusal.NOTHING_TO_OVERRIDE);
        expected.put("DRAFT sign", Status.SIGNED);
        expected.put("DRAFT send", CyberRefusal.DRAFT_NOT_SIGNED);
        expected.put("DRAFT withdraw", Status.WITHDRAWN);
        expected.put("BLOCKED rewrite", Status.DRAFT);
        expected.put("BLOCKED override", Status.DRAFT);
        expected.put("BLOCKED sign", CyberRefusal.PHI_FOUND);
        expected.put("BLOCKED send", CyberRefusal.DRAFT_NOT_SIGNED);
        expected.put("BLOCKED withdraw", Status.WITHDRAWN);
        expected.put("SIGNED rewrite", Status.DRAFT);
        expected.put("SIGNED override", CyberRefusal.NOTHING_TO_OVERRIDE);
        expected.put("SIGNED sign", CyberRefusal.DRAFT_SIGNED_ALREADY);
        expected.put("SIGNED send", Status.SENT);
        expected.put("SIGNED withdraw", Status.WITHDRAWN);
        for (String ended : List.of("SENT", "WITHDRAWN")) {
            COMMANDS.keySet().forEach(command -> expected.put(ended + " " + command, CyberRefusal.DRAFT_ENDED));
        }
        Map<String, Object> seen = new LinkedHashMap<>();
        states().forEach((status, draft) -> {
            assertThat(draft.status()).isEqualTo(status);
            COMMANDS.forEach((name, command) -> seen.put(status + " " + name, outcome(command.apply(draft))));
        });
        assertThat(seen).hasSize(Status.values().length * 5).isEqualTo(expected);
    }

    @Test
    void nobodySignsOrClearsWhatHeWroteIn() {
        Draft draft = states().get(Status.BLOCKED);
        assertThat(outcome(Drafts.sign(draft, AUTHOR, Set.of(), NOW))).isEqualTo(CyberRefusal.OWN_DRAFT);
        assertThat(outcome(Drafts.override(draft, AUTHOR, Ground.SERIOUS_THREAT, FOUND, NOW)))
                .isEqualTo(CyberRefusal.OWN_DRAFT);
        Draft touched = accepted(Drafts.rewrite(draft, OTHER, Set.of()));
        assertThat(outcome(Drafts.sign(touched, OTHER, Set.of(), NOW))).isEqualTo(CyberRefusal.OWN_DRAFT);
        assertThat(outcome(Drafts.sign(touched, AUTHOR, Set.of(), NOW))).isEqualTo(CyberRefusal.OWN_DRAFT);
    }

    /** The case may have learned a name since; what was cleared then does not clear it. */
    @Test
    void anOverrideCoversWhatItSawAndNothingElse() {
        Draft cleared = accepted(
                Drafts.override(states().get(Status.BLOCKED), OTHER, Ground.LAW_ENFORCEMENT_PURPOSE, FOUND, NOW));
        assertThat(outcome(Drafts.sign(cleared, OTHER, FOUND, NOW))).isEqualTo(Status.SIGNED);
        Verdict<Draft> refused = Drafts.sign(cleared, OTHER, Set.of("phi.NAME.text.0-4", "phi.PHONE.text.5-19"), NOW);
        assertThat(refused).isEqualTo(Verdict.refused(CyberRefusal.PHI_FOUND, List.of("phi.NAME.text.0-4")));
    }

    /** Policy II.B.1.a knows permissions of the Privacy Rule; policy II.B.2 knows none for indicators. */
    @Test
    void indicatorsNeverCarryHealthInformation() {
        Draft indicators = Draft.written(UUID.randomUUID(), Agency.ISAO, AUTHOR, FOUND);
        for (Ground ground : Ground.values()) {
            Object outcome = outcome(Drafts.override(indicators, OTHER, ground, FOUND, NOW));
            assertThat(outcome)
                    .as(ground.name())
                    .isEqualTo(ground == Ground.NOT_OF_AN_INDIVIDUAL ? Status.DRAFT : CyberRefusal.GROUND_DOES_NOT_FIT);
        }
    }

    @Test
    void theOrderOfThePolicyBitesUnlessTheReasonIsOnRecord() {
        Draft signed = states().get(Status.SIGNED);
        List<String> missing = ReportingOrder.missing(Set.of(ReportingOrder.Part.RESPONSE));
        assertThat(Drafts.send(signed, AUTHOR, NOW, missing, false, false, NOW))
                .isEqualTo(Verdict.refused(
                        CyberRefusal.ORDER_NOT_KEPT, List.of("order.MITIGATION", "order.CONTINGENCY_PLAN")));
        Draft sent = accepted(Drafts.send(signed, AUTHOR, NOW, missing, true, false, NOW));
        assertThat(sent.sending().orElseThrow().deviates()).isTrue();
    }

    @Test
    void nothingOfAnExerciseIsSentAndNothingInTheFuture() {
        Draft signed = states().get(Status.SIGNED);
        assertThat(outcome(Drafts.send(signed, AUTHOR, NOW, List.of(), true, true, NOW)))
                .isEqualTo(CyberRefusal.DRILL_SENDS_NOTHING);
        assertThat(outcome(Drafts.send(signed, AUTHOR, NOW.plusSeconds(60), List.of(), false, false, NOW)))
                .isEqualTo(CyberRefusal.SENT_OUT_OF_TIME);
        assertThat(outcome(Drafts.send(signed, AUTHOR, NOW.minusSeconds(60), List.of(), false, false, NOW)))
                .isEqualTo(CyberRefusal.SENT_OUT_OF_TIME);
    }

    private static Object outcome(Verdict<Draft> verdict) {
        return switch (verdict) {
            case Verdict.Accepted<Draft> accepted -> accepted.next().status();
            case Verdict.Refused<Draft> refused -> refused.reason();
        };
    }

    private static Draft accepted(Verdict<Draft> verdict) {
        return verdict.orThrow(
                refused -> new IllegalStateException(refused.reason().name()));
    }
}
