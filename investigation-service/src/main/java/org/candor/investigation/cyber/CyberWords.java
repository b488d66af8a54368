package org.candor.investigation.cyber;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.investigation.cyber.decision.Agency;
import org.candor.investigation.cyber.decision.Ground;
import org.candor.investigation.cyber.decision.Indicator;
import org.candor.investigation.cyber.decision.ReportingOrder;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send and what of it is sealed. */
final class CyberWords {

    static final int LONG = 10_000;
    static final int MEDIUM = 4_000;
    static final int SHORT = 500;
    private static final int MOST = 200;

    private CyberWords() {}

    record Reason(PersonalText reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(PersonalText reference, PersonalText deviation) {}

    @Schema(name = "OrderStatement")
    record OrderRequest(
            @Schema(examples = "CONTINGENCY_PLAN") @NotNull ReportingOrder.Part part,
            @Schema(examples = "DONE") @NotNull ReportingOrder.Outcome outcome,

            @Schema(examples = "2026-03-10T18:00:00Z") @NotNull
            Instant completedAt,

            @Schema(examples = "Paper forms were used until noon") @NotNull @CleanText(max = MEDIUM)
            PersonalText words) {}

    @Schema(name = "ReportingDecision")
    record AnswerRequest(
            @Schema(description = "Report the crime, or share indicators", examples = "CRIME_REPORT") @NotNull
            Agency.Kind kind,

            @Schema(examples = "true") @NotNull Boolean answer,

            @Schema(examples = "Extortion of a public body") @NotNull @CleanText(max = MEDIUM)
            PersonalText reason) {}

    /** Names and numbers of persons, for the check of drafts; they come to those that are registered. */
    @Schema(name = "RegisteredIdentifiers")
    record Identifiers(
            @Schema(examples = "[\"Wilhelmina Ashgrove\"]") @NotNull @Size(max = MOST)
            List<@NotNull @CleanText(max = SHORT) PersonalText> names,

            @Schema(description = "Numbers or addresses that are a person's", examples = "[\"LF-204481\"]")
            @NotNull
            @Size(max = MOST)
            List<@NotNull @CleanText(max = SHORT) PersonalText> numbers) {

        static Identifiers none() {
            return new Identifiers(List.of(), List.of());
        }

        Identifiers with(Identifiers more) {
            return new Identifiers(union(names, more.names), union(numbers, more.numbers));
        }

        boolean holds(Identifiers some) {
            return names.containsAll(some.names) && numbers.containsAll(some.numbers);
        }

        Identifiers without(Identifiers some) {
            return new Identifiers(rest(names, some.names), rest(numbers, some.numbers));
        }

        private static List<PersonalText> union(List<PersonalText> some, List<PersonalText> more) {
            return Stream.concat(some.stream(), more.stream()).distinct().toList();
        }

        private static List<PersonalText> rest(List<PersonalText> all, List<PersonalText> but) {
            return all.stream().filter(one -> !but.contains(one)).toList();
        }
    }

    @Schema(name = "IdentifiersRemoval")
    record Removal(
            @Schema(description = "As they were registered") @NotNull @Valid
            Identifiers identifiers,

            @Schema(examples = "This is the name of a street, not of a person") @NotNull @CleanText(max = MEDIUM)
            PersonalText reason) {}

    @Schema(name = "ThreatIndicator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IndicatorPart(
            @Schema(examples = "IPV4") @NotNull Indicator.Type type,

            @Schema(examples = "198.51.100.7") @NotNull @CleanText(max = 2_048)
            PersonalText value,

            @Schema(examples = "Command and control server") @CleanText(max = SHORT)
            PersonalText description) {

        Indicator indicator() {
            return new Indicator(
                    type, value.value(), Optional.ofNullable(description).map(PersonalText::value));
        }
    }

    @Schema(name = "AgencyReportRequest")
    record DraftRequest(
            @Schema(examples = "FBI") @NotNull Agency agency,

            @Schema(examples = "Extortion by encrypted files") @NotNull @CleanText(max = SHORT)
            PersonalText subject,

            @Schema(examples = "Servers were encrypted; a note asks for payment") @NotNull @CleanText(max = LONG)
            PersonalText text,

            @Schema(description = "What others can look for") @Size(max = MOST) @Valid
            List<@NotNull IndicatorPart> indicators) {

        List<Indicator> all() {
            return indicators == null
                    ? List.of()
                    : indicators.stream().map(IndicatorPart::indicator).toList();
        }
    }

    @Schema(name = "OverrideRequest")
    record OverrideRequest(
            @Schema(examples = "LAW_ENFORCEMENT_PURPOSE") @NotNull
            Ground ground,

            @Schema(examples = "The agency asked for the victim's name in writing") @NotNull @CleanText(max = MEDIUM)
            PersonalText reason) {}

    @Schema(name = "SendingRequest")
    record SendingRequest(
            @Schema(examples = "2026-03-11T15:00:00Z") @NotNull
            Instant sentAt,

            @Schema(description = "The agency's reference", examples = "IC3 I2603110042")
            @NotNull
            @CleanText(max = SHORT)
            PersonalText reference,

            @Schema(description = "Why the order of policy II.B was not kept") @CleanText(max = MEDIUM)
            PersonalText deviation) {}
}
