package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.decision.CaseFixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.candor.events.CaseEvent;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand.InformOfficer;
import org.candor.investigation.cases.decision.CaseCommand.NoteIdle;
import org.candor.investigation.cases.decision.CaseCommand.NoteZone;
import org.candor.investigation.cases.decision.Decision.Accepted;
import org.junit.jupiter.api.Test;

class IdlenessTest {

    private static final Instant DUE = NOW.plus(Duration.ofDays(3));

    /** Policy I.D.2: officers are kept informed, so silence is a duty with a day. */
    @Test
    void aQuietCaseBecomesADutyOfItsOfficer() {
        Accepted quiet = accepted(decide(triaged(SECURITY_ONLY), new NoteIdle(DUE, CHICAGO)));
        DeadlineSet set = (DeadlineSet) told(quiet).getFirst();
        assertThat(set.dueAt()).isEqualTo(DUE);
        assertThat(set.kind()).isEqualTo("CASE_IDLE");
        assertThat(set.role()).isEqualTo(OfficerRole.SECURITY_OFFICER);
        Accepted privacy = accepted(decide(triaged(PRIVACY_ONLY), new NoteIdle(DUE, CHICAGO)));
        assertThat(((DeadlineSet) told(privacy).getFirst()).role()).isEqualTo(OfficerRole.PRIVACY_OFFICER);
    }

    @Test
    void theDutyIsSetOnceAndFulfilledByWhateverAPersonDoesNext() {
        CaseState quiet = after(triaged(SECURITY_ONLY), new NoteIdle(DUE, CHICAGO));
        assertThat(told(accepted(decide(quiet, new NoteIdle(DUE, CHICAGO))))).isEmpty();
        assertThat(told(accepted(decide(quiet, new NoteZone(CHICAGO))))).isEmpty();
        Accepted woken = accepted(DECISIONS.decide(
                quiet, new InformOfficer(SECURITY, OfficerRole.PRIVACY_OFFICER), DUE.plus(Duration.ofDays(2))));
        assertThat(((DeadlineMet) told(woken).getFirst()).daysLate()).isEqualTo(2);
        assertThat(woken.next().file().work().idle()).isEmpty();
    }

    /** Work on what stands beside the case counts as work on it, and tells nothing where there is no duty. */
    @Test
    void workBesideTheCaseFulfilsTheDuty() {
        CaseState triaged = triaged(SECURITY_ONLY);
        assertThat(accepted(decide(triaged, new CaseCommand.NoteWork())).facts())
                .isEmpty();
        CaseState quiet = after(triaged, new NoteIdle(DUE, CHICAGO));
        Accepted woken = accepted(decide(quiet, new CaseCommand.NoteWork()));
        assertThat(told(woken)).singleElement().isInstanceOf(DeadlineMet.class);
        assertThat(woken.next().file().work().idle()).isEmpty();
    }

    /** A refused command is no work. */
    @Test
    void aRefusalDoesNotEndTheDuty() {
        CaseState quiet = after(triaged(SECURITY_ONLY), new NoteIdle(DUE, CHICAGO));
        refused(decide(quiet, new CaseCommand.CloseCase(PRIVACY, CHICAGO, List.of())));
        assertThat(quiet.file().work().idle()).isPresent();
    }

    private static List<CaseEvent> told(Accepted accepted) {
        return accepted.facts().stream()
                .filter(CaseFact.Announced.class::isInstance)
                .map(fact -> ((CaseFact.Announced) fact).event())
                .toList();
    }
}
