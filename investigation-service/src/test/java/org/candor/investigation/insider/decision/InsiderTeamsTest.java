package org.candor.investigation.insider.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.candor.events.OfficerRole;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.investigation.decision.Verdict;
import org.junit.jupiter.api.Test;

class InsiderTeamsTest {

    private static final List<Assigned> IN_CHARGE = List.of(
            new Assigned(OfficerRole.PRIVACY_OFFICER, "pat"), new Assigned(OfficerRole.SECURITY_OFFICER, "sam"));

    @Test
    void bothOfficersAreAlwaysInTheTeam() {
        assertThat(InsiderTeams.set(Set.of("pat", "sam", "ivy"), "pat", IN_CHARGE))
                .isEqualTo(Verdict.accepted(Set.of("ivy", "pat", "sam")));
        assertThat(InsiderTeams.set(Set.of("pat", "ivy"), "pat", IN_CHARGE))
                .isEqualTo(Verdict.refused(InsiderRefusal.OFFICERS_MISSING, List.of("member.SECURITY_OFFICER")));
    }

    @Test
    void whoIsInChargeLiftsATeamThatIsThere() {
        assertThat(InsiderTeams.lift(true, "sam", IN_CHARGE)).isEqualTo(Verdict.accepted("sam"));
        assertThat(InsiderTeams.lift(false, "sam", IN_CHARGE)).isEqualTo(Verdict.refused(InsiderRefusal.NO_TEAM));
        assertThat(InsiderTeams.lift(true, "ivy", IN_CHARGE)).isEqualTo(Verdict.refused(InsiderRefusal.NOT_IN_CHARGE));
    }

    @Test
    void onlyWhoIsInChargeSetsItUp() {
        assertThat(InsiderTeams.set(Set.of("pat", "sam", "ivy"), "ivy", IN_CHARGE))
                .isEqualTo(Verdict.refused(InsiderRefusal.NOT_IN_CHARGE));
        assertThat(InsiderTeams.set(Set.of("ivy"), "ivy", List.of()))
                .isEqualTo(Verdict.refused(InsiderRefusal.NOT_IN_CHARGE));
    }
}
