package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Facts.Undeliverable;
import org.junit.jupiter.api.Test;

/** Was so, is now so: the words that stand in the history of the duties. */
class NoticeFactsTest {

    private static final NoticeFacts NONE = NoticeFacts.of(Capacity.COVERED_ENTITY);
    private static final NoticeFacts COUNTED = NONE.counting(
            new Individuals(612, false, Map.of(Jurisdiction.WI, 505L, Jurisdiction.IL, 104L)), new Undeliverable(0, 0));

    @Test
    void saysNothingWhereNothingChanged() {
        assertThat(NONE.changesTo(NONE)).isEmpty();
        assertThat(COUNTED.changesTo(COUNTED)).isEmpty();
    }

    @Test
    void namesEveryFactThatChangedWithoutNamingAnOfficial() {
        NoticeFacts all = new NoticeFacts(
                Capacity.BUSINESS_ASSOCIATE,
                Optional.of(LocalDate.of(2026, 4, 9)),
                3,
                Optional.of(new Individuals(700, true, Map.of(Jurisdiction.WI, 505L))),
                Set.of(Jurisdiction.WI, Jurisdiction.CO),
                Set.of(Jurisdiction.WI),
                List.of(new LawEnforcementDelay(
                        LawEnforcementDelay.Form.ORAL,
                        LocalDate.of(2026, 4, 9),
                        Optional.empty(),
                        Optional.of(LawEnforcementDelay.Ground.IMPEDE_INVESTIGATION),
                        "Det. B. Sample",
                        "County sheriff")),
                new Undeliverable(10, 2),
                true);
        assertThat(NONE.changesTo(all))
                .containsExactly(
                        "capacity: was COVERED_ENTITY, is now BUSINESS_ASSOCIATE",
                        "determined on: was the day of discovery, is now 2026-04-09",
                        "individuals: was not counted, is now about 700",
                        "residents of WI: was 0, is now 505",
                        "Part 2 records: was 0, is now 3",
                        "undeliverable, living: was 0, is now 10",
                        "undeliverable, next of kin: was 0, is now 2",
                        "laws of States: was [], is now [CO, WI]",
                        "relief relied on: was [], is now [WI]",
                        "law-enforcement statements: was 0, is now 1",
                        "urgent: was false, is now true");
        assertThat(all.changesTo(NONE)).contains("individuals: was about 700, is now not counted");
        assertThat(COUNTED.changesTo(NONE))
                .contains("individuals: was 612, is now not counted", "residents of IL: was 104, is now 0");
    }
}
