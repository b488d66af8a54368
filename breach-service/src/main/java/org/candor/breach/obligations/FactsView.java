package org.candor.breach.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.LawEnforcementDelay;
import org.candor.breach.obligations.decision.Moment;
import org.candor.events.CaseEvent.KnownBy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The facts on which duties depend, in the form in which a preview takes them. What is kept of a computation names no
 * official and no agency.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Facts", description = "A field that is null equals a field that is absent.")
public record FactsView(
        @Schema(defaultValue = "COVERED_ENTITY") Capacity capacity,

        @Schema(description = "IANA name", examples = "America/Chicago")
        String timeZone,

        @Schema(required = true, minItems = 1) List<KnowledgeView> knowledge,

        @Schema(description = "default: the day of discovery")
        LocalDate determinedOn,

        @Schema(defaultValue = "true") Boolean unsecuredPhi,
        @Schema(minimum = "0") Long part2Records,
        @Schema(required = true) IndividualsView individuals,
        Set<Jurisdiction> statePersonalInformation,
        Set<Jurisdiction> hipaaExemptionRelied,
        List<DelayView> lawEnforcementDelays,
        UndeliverableView undeliverable,
        Boolean urgent,
        SentView sent,

        @Schema(description = "asks for daysLate of what is not done")
        LocalDate asOf) {

    /** Somebody who knew. Times are days, or instants with their offset. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Knowledge")
    public record KnowledgeView(
            @Schema(description = "names the entry in the answer; default: its index")
            String key,

            @Schema(required = true) KnownBy by,
            @Schema(defaultValue = "ACTUAL") Basis basis,

            @Schema(required = true, examples = "2026-03-03T05:30:00Z")
            String at,

            Boolean agentOfEntity,
            String toldEntityAt,
            Integer contractDays) {

        static KnowledgeView of(Knowledge entry) {
            boolean associate = entry.by() == KnownBy.BUSINESS_ASSOCIATE;
            return new KnowledgeView(
                    entry.key(),
                    entry.by(),
                    entry.basis(),
                    text(entry.at()),
                    associate ? entry.agentOfEntity() : null,
                    entry.toldEntityAt().map(KnowledgeView::text).orElse(null),
                    entry.contractDays().isPresent() ? entry.contractDays().getAsInt() : null);
        }

        public static String text(Moment moment) {
            return switch (moment) {
                case Moment.OnDay day -> day.day().toString();
                case Moment.AtInstant instant -> instant.instant().toString();
            };
        }
    }

    /** Who is affected, by residence. */
    @Schema(name = "Individuals")
    public record IndividualsView(
            @Schema(required = true, minimum = "1", maximum = "330000000")
            long total,

            Boolean estimated,
            Map<String, Long> byJurisdiction) {

        public static IndividualsView of(Facts.Individuals individuals) {
            Map<String, Long> residents = new TreeMap<>();
            individuals.residents().forEach((jurisdiction, count) -> residents.put(jurisdiction.name(), count));
            return new IndividualsView(individuals.total(), individuals.estimated(), residents);
        }
    }

    /** A statement of a law-enforcement official. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LawEnforcementDelay")
    public record DelayView(
            @Schema(required = true) LawEnforcementDelay.Form form,
            @Schema(required = true) LocalDate statedOn,
            LocalDate until,

            @Schema(description = "required where a statement is recorded, not in a preview")
            LawEnforcementDelay.Ground ground,

            String official,
            String agency) {

        public static DelayView named(LawEnforcementDelay delay) {
            return of(delay, delay.official(), delay.agency());
        }

        static DelayView unnamed(LawEnforcementDelay delay) {
            return of(delay, null, null);
        }

        private static DelayView of(LawEnforcementDelay delay, String official, String agency) {
            return new DelayView(
                    delay.form(),
                    delay.statedOn(),
                    delay.until().orElse(null),
                    delay.ground().orElse(null),
                    official,
                    agency);
        }
    }

    /** Addressees without usable contact data. */
    @Schema(name = "Undeliverable")
    public record UndeliverableView(long living, long nextOfKin) {
        public static UndeliverableView of(Facts.Undeliverable undeliverable) {
            return new UndeliverableView(undeliverable.living(), undeliverable.nextOfKin());
        }
    }

    /** What was done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Sent")
    public record SentView(
            LocalDate individualFirst, LocalDate hhs, LocalDate media, LocalDate substitutePostingStarted) {
        static SentView of(Facts.Sent sent) {
            return new SentView(
                    sent.individualFirst().orElse(null),
                    sent.hhs().orElse(null),
                    sent.media().orElse(null),
                    sent.substitutePostingStarted().orElse(null));
        }
    }

    static FactsView of(Facts facts) {
        return new FactsView(
                facts.capacity(),
                facts.zone().getId(),
                facts.knowledge().stream().map(KnowledgeView::of).toList(),
                facts.determinedOn().orElse(null),
                facts.unsecuredPhi(),
                facts.part2Records(),
                IndividualsView.of(facts.individuals()),
                facts.statePersonalInformation(),
                facts.hipaaExemptionRelied(),
                facts.delays().stream().map(DelayView::unnamed).toList(),
                UndeliverableView.of(facts.undeliverable()),
                facts.urgent(),
                SentView.of(facts.sent()),
                null);
    }
}
