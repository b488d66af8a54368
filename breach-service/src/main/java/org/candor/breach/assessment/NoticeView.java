package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.candor.breach.obligations.FactsView.DelayView;
import org.candor.breach.obligations.FactsView.IndividualsView;
import org.candor.breach.obligations.FactsView.UndeliverableView;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is affected and what holds the notices, as an officer records it; a statement names its official. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NoticeFacts")
public record NoticeView(
        Capacity capacity,
        LocalDate determinedOn,
        long part2Records,
        IndividualsView individuals,
        Set<Jurisdiction> statePersonalInformation,
        Set<Jurisdiction> hipaaExemptionRelied,
        List<DelayView> lawEnforcementDelays,
        UndeliverableView undeliverable,
        boolean urgent) {

    static NoticeView of(NoticeFacts facts) {
        return new NoticeView(
                facts.capacity(),
                facts.determinedOn().orElse(null),
                facts.part2Records(),
                facts.individuals().map(IndividualsView::of).orElse(null),
                facts.statePersonalInformation(),
                facts.hipaaExemptionRelied(),
                facts.delays().stream().map(DelayView::named).toList(),
                UndeliverableView.of(facts.undeliverable()),
                facts.urgent());
    }
}
