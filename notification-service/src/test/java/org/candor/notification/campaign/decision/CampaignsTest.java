package org.candor.notification.campaign.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.notification.campaign.decision.Outcome.Accepted;
import org.candor.notification.campaign.decision.Outcome.Refusal;
import org.candor.notification.campaign.decision.Outcome.Refused;
import org.junit.jupiter.api.Test;

class CampaignsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Duty LETTERS = duty(1, ObligationKind.INDIVIDUAL_NOTICE, "US", null);
    private static final Duty HHS = duty(2, ObligationKind.HHS_NOTICE, "US", null);
    private static final Duty MEDIA = duty(3, ObligationKind.MEDIA_NOTICE, "WI", null);
    private static final Duties DUTIES = new Duties(1, List.of(LETTERS, HHS, MEDIA));

    /** Every state on which a campaign can be. */
    private static Map<String, Campaign> states() {
        Map<String, Campaign> states = new LinkedHashMap<>();
        states.put("Opened", new Campaign.Opened(DUTIES));
        states.put("Ready", new Campaign.Ready(DUTIES));
        states.put("Sending", new Campaign.Sending(DUTIES));
        states.put("Sent", new Campaign.Sent(DUTIES.done(Duty::byLetter, TODAY)));
        states.put("Completed", new Campaign.Completed(DUTIES.done(duty -> true, TODAY), TODAY));
        return states;
    }

    private static Map<String, Command> commands() {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("TakeDuties", new Command.TakeDuties(new Duties(2, List.of(LETTERS, HHS, MEDIA))));
        commands.put("AddPeople", new Command.AddPeople(5));
        commands.put("ApproveText", new Command.ApproveText(true, "author", "approver"));
        commands.put("Delegate", new Command.Delegate());
        commands.put("TakeDelegated", new Command.TakeDelegated(0, true));
        commands.put("StartRun", new Command.StartRun(5, false));
        commands.put("FinishRun", new Command.FinishRun(0));
        commands.put("Fulfil", fulfil(ObligationKind.HHS_NOTICE, TODAY));
        return commands;
    }

    private static final String TABLE = """
            Opened    TakeDuties  Opened
            Opened    AddPeople   Opened
            Opened    ApproveText Ready
            Opened    Delegate    Opened
            Opened    TakeDelegated Sent
            Opened    StartRun    LETTER_NOT_APPROVED
            Opened    FinishRun   NO_RUN_UNDER_WAY
            Opened    Fulfil      Opened
            Ready     TakeDuties  Ready
            Ready     AddPeople   Ready
            Ready     ApproveText Ready
            Ready     Delegate    Ready
            Ready     TakeDelegated Sent
            Ready     StartRun    Sending
            Ready     FinishRun   NO_RUN_UNDER_WAY
            Ready     Fulfil      Ready
            Sending   TakeDuties  Sending
            Sending   AddPeople   Sending
            Sending   ApproveText Sending
            Sending   Delegate    RUN_UNDER_WAY
            Sending   TakeDelegated RUN_UNDER_WAY
            Sending   StartRun    RUN_UNDER_WAY
            Sending   FinishRun   Sent
            Sending   Fulfil      Sending
            Sent      TakeDuties  Sent
            Sent      AddPeople   Ready
            Sent      ApproveText Sent
            Sent      Delegate    Sent
            Sent      TakeDelegated Sent
            Sent      StartRun    NOBODY_PENDING
            Sent      FinishRun   NO_RUN_UNDER_WAY
            Sent      Fulfil      Sent
            Completed TakeDuties  Completed
            Completed AddPeople   Ready
            Completed ApproveText Completed
            Completed Delegate    Completed
            Completed TakeDelegated Completed
            Completed StartRun    NOBODY_PENDING
            Completed FinishRun   NO_RUN_UNDER_WAY
            Completed Fulfil      ALREADY_DONE
            """;

    @Test
    void everyStateAnswersEveryCommandAsTheTableSays() {
        List<String[]> table =
                TABLE.lines().map(line -> line.strip().split("\\s+")).toList();

        assertThat(table).hasSize(states().size() * commands().size());
        assertThat(states()).hasSize(Campaign.class.getPermittedSubclasses().length);
        assertThat(commands()).hasSize(Command.class.getPermittedSubclasses().length);
        table.forEach(row -> assertThat(
                        name(Campaigns.decide(states().get(row[0]), commands().get(row[1]), TODAY)))
                .as("%s on %s", row[1], row[0])
                .isEqualTo(row[2]));
    }

    /** Policy III.D: another officer reads what the organisation says. */
    @Test
    void refusesApprovalByTheAuthor() {
        states().values()
                .forEach(state -> assertThat(refusal(state, new Command.ApproveText(true, "officer", "officer")))
                        .isEqualTo(Refusal.AUTHOR_MAY_NOT_APPROVE));
    }

    /** 45 CFR 164.412: nothing is sent before the day on which it may go again. */
    @Test
    void refusesToSendWhileTheNoticeIsHeld() {
        Campaign held = new Campaign.Ready(
                new Duties(1, List.of(duty(1, ObligationKind.INDIVIDUAL_NOTICE, "US", TODAY.plusDays(1)))));

        Outcome outcome = Campaigns.decide(held, new Command.StartRun(3, false), TODAY);

        assertThat(outcome).isEqualTo(new Refused(Refusal.NOTICE_HELD, Optional.of(TODAY.plusDays(1))));
        assertThat(Campaigns.decide(held, new Command.StartRun(3, false), TODAY.plusDays(1)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void refusesToRecordWhatIsHeld() {
        Campaign held = new Campaign.Sent(
                new Duties(1, List.of(LETTERS, duty(3, ObligationKind.MEDIA_NOTICE, "WI", TODAY.plusDays(9)))));

        assertThat(refusal(held, fulfil(ObligationKind.MEDIA_NOTICE, TODAY))).isEqualTo(Refusal.NOTICE_HELD);
    }

    @Test
    void refusesWhatNoObligationAsksFor() {
        assertThat(refusal(states().get("Sent"), fulfil(ObligationKind.SUBSTITUTE_NOTICE, TODAY)))
                .isEqualTo(Refusal.NO_SUCH_DUTY);
        assertThat(refusal(
                        states().get("Sent"),
                        new Command.Fulfil(
                                Set.of(ObligationKind.MEDIA_NOTICE), Optional.of("IL"), Optional.empty(), TODAY)))
                .isEqualTo(Refusal.NO_SUCH_DUTY);
    }

    @Test
    void refusesADayThatHasNotCome() {
        assertThat(refusal(states().get("Sent"), fulfil(ObligationKind.HHS_NOTICE, TODAY.plusDays(1))))
                .isEqualTo(Refusal.DAY_IN_THE_FUTURE);
    }

    @Test
    void completesWithTheLastDuty() {
        Campaign afterMedia = accepted(states().get("Sent"), fulfil(ObligationKind.MEDIA_NOTICE, TODAY))
                .next();
        Accepted last = accepted(afterMedia, fulfil(ObligationKind.HHS_NOTICE, TODAY));

        assertThat(last.completed()).isTrue();
        assertThat(last.next()).isInstanceOf(Campaign.Completed.class);
    }

    @Test
    void aRunThatStopsHalfWayLeavesTheLettersOpen() {
        Campaign next =
                accepted(states().get("Sending"), new Command.FinishRun(7)).next();

        assertThat(next).isInstanceOf(Campaign.Ready.class);
        assertThat(next.duties().any(duty -> duty.byLetter() && duty.open())).isTrue();
    }

    @Test
    void aNewDutyReopensACompletedCampaign() {
        Duties newer =
                new Duties(2, List.of(LETTERS, HHS, MEDIA, duty(4, ObligationKind.STATE_REGULATOR_NOTICE, "IL", null)));

        assertThat(accepted(states().get("Completed"), new Command.TakeDuties(newer))
                        .next())
                .isInstanceOf(Campaign.Sent.class);
    }

    @Test
    void whatWasDoneStaysDoneThroughARecomputation() {
        Campaign sent = states().get("Sent");

        Campaign next = accepted(sent, new Command.TakeDuties(new Duties(2, List.of(LETTERS, HHS))))
                .next();

        assertThat(next.duties().list().getFirst().doneOn()).contains(TODAY);
        assertThat(next.duties().version()).isEqualTo(2);
    }

    @Test
    void anOlderListNeverReplacesANewerOne() {
        Campaign next = accepted(states().get("Opened"), new Command.TakeDuties(new Duties(1, List.of())))
                .next();

        assertThat(next.duties()).isEqualTo(DUTIES);
    }

    @Test
    void refusesToSendWhatAnAssociateSendsItself() {
        assertThat(refusal(states().get("Ready"), new Command.StartRun(3, true)))
                .isEqualTo(Refusal.DELEGATED);
        assertThat(refusal(states().get("Ready"), new Command.TakeDelegated(3, false)))
                .isEqualTo(Refusal.NOT_DELEGATED);
    }

    @Test
    void whomTheAssociateHasNotToldIsStillOwedHisNotice() {
        assertThat(accepted(states().get("Ready"), new Command.TakeDelegated(2, true))
                        .next())
                .isEqualTo(states().get("Ready"));
    }

    @Test
    void refusesARunWithoutAnybodyToTell() {
        assertThat(refusal(states().get("Ready"), new Command.StartRun(0, false)))
                .isEqualTo(Refusal.NOBODY_PENDING);
    }

    private static Command.Fulfil fulfil(ObligationKind kind, LocalDate on) {
        return new Command.Fulfil(Set.of(kind), Optional.empty(), Optional.empty(), on);
    }

    private static Accepted accepted(Campaign state, Command command) {
        return (Accepted) Campaigns.decide(state, command, TODAY);
    }

    private static Refusal refusal(Campaign state, Command command) {
        return ((Refused) Campaigns.decide(state, command, TODAY)).refusal();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> accepted.next().getClass().getSimpleName();
            case Refused refused -> refused.refusal().name();
        };
    }

    private static Duty duty(int id, ObligationKind kind, String jurisdiction, LocalDate heldUntil) {
        return new Duty(
                new UUID(0, id),
                kind,
                jurisdiction,
                LocalDate.of(2027, 1, 20),
                Optional.ofNullable(heldUntil),
                kind == ObligationKind.HHS_NOTICE ? "CONTEMPORANEOUS" : "",
                "",
                "recipient",
                "45 CFR 164.404(b)",
                "because",
                Optional.empty());
    }
}
