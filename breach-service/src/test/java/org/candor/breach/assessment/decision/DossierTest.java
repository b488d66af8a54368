package org.candor.breach.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.breach.assessment.decision.AssessmentFixtures.accepted;
import static org.candor.breach.assessment.decision.AssessmentFixtures.candidate;
import static org.candor.breach.assessment.decision.AssessmentFixtures.nothingOwed;
import static org.candor.breach.assessment.decision.AssessmentFixtures.noticesOwed;
import static org.candor.breach.assessment.decision.AssessmentFixtures.opened;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.candor.events.CaseEvent.KnownBy;
import org.junit.jupiter.api.Test;

/** Who stands in whose place, and what a report may say after an officer has spoken. */
class DossierTest {

    @Test
    void keepsTheNameOfTheFirstThroughEveryCorrection() {
        Dossier dossier = of(
                candidate("clerk", "2026-04-06", Optional.empty()),
                candidate("second", "2026-04-05", Optional.of("clerk")),
                candidate("third", "2026-04-04", Optional.of("second")),
                candidate("guard", "2026-04-07", Optional.empty()));
        assertThat(dossier.names()).isEqualTo(Map.of("third", "clerk", "guard", "guard"));
        assertThat(dossier.knowledge().stream().map(Knowledge::key)).containsExactly("clerk", "guard");
        assertThat(dossier.knowledge().getFirst().at()).isEqualTo(new Moment.OnDay(LocalDate.of(2026, 4, 4)));
        assertThat(dossier.latest("clerk")).isEqualTo("third");
        assertThat(dossier.latest("second")).isEqualTo("third");
        assertThat(dossier.latest("guard")).isEqualTo("guard");
    }

    @Test
    void givesTheNameToOneOfTwoThatCorrectTheSame() {
        Dossier dossier = of(
                candidate("clerk", "2026-04-06", Optional.empty()),
                candidate("one", "2026-04-05", Optional.of("clerk")),
                candidate("two", "2026-04-04", Optional.of("clerk")));
        assertThat(dossier.names()).isEqualTo(Map.of("one", "clerk", "two", "two"));
    }

    @Test
    void takesAReportsWordUntilAnOfficerHasCorrectedIt() {
        Candidate report = associate("report-associate-1", Optional.empty());
        assertThat(of().reportedByAssociate()).isEmpty();
        assertThat(of().reportIsCorrected()).isFalse();
        assertThat(of(report).reportedByAssociate()).contains(report);
        assertThat(of(report).reportIsCorrected()).isFalse();
        Dossier corrected = of(report, associate("by-hand", Optional.of("report-associate-1")));
        assertThat(corrected.reportedByAssociate()).isEmpty();
        assertThat(corrected.reportIsCorrected()).isTrue();
        assertThat(of(candidate("report-1", "2026-04-06", Optional.empty())).reportedByAssociate())
                .isEmpty();
    }

    @Test
    void takesOnlyNewsWhenTheCaseAsksAgain() {
        Candidate known = candidate("again", "2026-04-05", Optional.empty());
        Candidate news = candidate("guard", "2026-04-03", Optional.empty());
        Dossier before = of(candidate("clerk", "2026-04-05", Optional.empty()));
        assertThat(before.withNews(List.of(known))).isEqualTo(before);
        assertThat(before.withNews(List.of(known, news)).candidates())
                .hasSize(2)
                .contains(news);
    }

    @Test
    void isNotToldASecondTimeWhatABusinessAssociateReportedItself() {
        Candidate coarse = associate("report-x-1", Optional.empty(), "2026-04-09");
        Candidate own = associate("report-associate-1", Optional.empty());
        assertThat(of(own).withNews(List.of(coarse))).isEqualTo(of(own));
        Dossier corrected = of(own, associate("by-hand", Optional.of("report-associate-1")));
        assertThat(corrected.withNews(List.of(coarse))).isEqualTo(corrected);
        assertThat(of().withNews(List.of(coarse)).candidates()).containsExactly(coarse);
    }

    @Test
    void standsOpenAgainWhenTheCaseAsksAgain() {
        Command.AskAgain again =
                new Command.AskAgain(List.of(candidate("guard", "2026-04-01", Optional.empty())), "found later");
        Decision.Accepted open = accepted(noticesOwed(), again);
        assertThat(open.next()).isInstanceOf(Assessment.Presumed.class);
        assertThat(open.next().edition()).isEqualTo(2);
        assertThat(open.next().duties()).isPresent();
        assertThat(open.next().dossier().reopenings())
                .singleElement()
                .isEqualTo(new Reopening(2, Reopening.Cause.CASE, "found later", AssessmentFixtures.NOW));
        assertThat(open.facts()).hasSize(2).hasAtLeastOneElementOfType(Decision.Fact.DiscoveryDetermined.class);
        assertThat(accepted(nothingOwed(), again).next().duties()).isEmpty();
        Decision.Accepted news = accepted(opened(), again);
        assertThat(news.next().edition()).isEqualTo(1);
        assertThat(news.next().dossier().reopenings()).isEmpty();
        assertThat(news.facts()).hasSize(1);
    }

    @Test
    void keepsWhoTookAConclusionBackAndWhy() {
        Dossier dossier = accepted(noticesOwed(), new Command.Reopen("a second file"))
                .next()
                .dossier();
        assertThat(dossier.reopenings())
                .containsExactly(new Reopening(2, Reopening.Cause.OFFICER, "a second file", AssessmentFixtures.NOW));
    }

    private static Dossier of(Candidate... candidates) {
        return Dossier.opened(AssessmentFixtures.CHICAGO, Capacity.COVERED_ENTITY, List.of(candidates));
    }

    private static Candidate associate(String key, Optional<String> replaces) {
        return associate(key, replaces, "2026-04-02");
    }

    private static Candidate associate(String key, Optional<String> replaces, String day) {
        Knowledge knowledge =
                Knowledge.of(key, KnownBy.BUSINESS_ASSOCIATE, Basis.ACTUAL, new Moment.OnDay(LocalDate.parse(day)));
        return new Candidate(knowledge, "", replaces, AssessmentFixtures.NOW);
    }
}
