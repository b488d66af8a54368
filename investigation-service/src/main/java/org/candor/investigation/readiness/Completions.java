package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent.TrainingCompleted;
import org.candor.events.Topic;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.investigation.readiness.decision.Training;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Enters that somebody completed a course (45 CFR 164.530(b)(2)(ii)); what is entered stays. Call inside a transaction. */
@ApplicationScoped
class Completions {

    private final Workforce workforce;
    private final Settlement settlement;
    private final Catalogue catalogue;
    private final Outbox outbox;

    Completions(Workforce workforce, Settlement settlement, Catalogue catalogue, Outbox outbox) {
        this.workforce = workforce;
        this.settlement = settlement;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    @Schema(name = "TrainingEvidence", description = "What proves it; any of the three")
    record Evidence(
            @Schema(description = "Id of a document that audit-service keeps")
            UUID documentId,

            @Schema(
                    description = "SHA-256 of a document that is kept elsewhere, hexadecimal",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @Pattern(regexp = "[0-9a-f]{64}")
            String sha256,

            @Schema(description = "Where it is found, such as the number of a certificate", examples = "LMS-2026-0412")
            @CleanText(max = 200)
            String reference) {

        static final Evidence NONE = new Evidence(null, null, null);
    }

    @Schema(name = "CompletionRequest")
    record CompletionRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId,

            @Schema(description = "Code of the catalogue", examples = "SAFEGUARDS") @NotNull @CleanText(max = 60)
            String course,

            @Schema(examples = "2026-02-01") @NotNull LocalDate completedOn,

            @Schema(
                    description = "Last day on which it counts; left out, the catalogue says how long",
                    examples = "2027-01-31")
            LocalDate validUntil,

            @Valid Evidence evidence) {}

    /** A completion before it is entered. */
    record Completion(String person, Training training, Evidence evidence) {}

    /** Refuses courses that the catalogue does not have, what its recorder vouches for himself, and days that cannot be. */
    Completion completion(Office office, String person, CompletionRequest request) {
        Catalogue.Course course = catalogue
                .course(request.course())
                .orElseThrow(
                        () -> new Problem(ReadinessProblem.UNKNOWN_COURSE).field("/course", "not in the catalogue"));
        Readiness.vouch(person, office.by()).orThrow(ReadinessProblem::of);
        LocalDate done = request.completedOn();
        Readiness.record(
                        new Training(
                                course.code(),
                                done,
                                Optional.ofNullable(request.validUntil()).orElse(done)),
                        office.today())
                .orThrow(ReadinessProblem::of);
        LocalDate until =
                Optional.ofNullable(request.validUntil()).orElseGet(() -> done.plusMonths(course.validMonths()));
        return new Completion(
                person,
                new Training(course.code(), done, until),
                Optional.ofNullable(request.evidence()).orElse(Evidence.NONE));
    }

    /** Enters it; what was due is settled soon after. */
    Uni<Void> enter(Office office, UUID id, Completion completion) {
        TrainingRow row = row(office, id, completion);
        return workforce.add(row).chain(() -> told(office, List.of(row)));
    }

    /** As a list has them: evidence by its reference. */
    Uni<Void> enter(Office office, List<TrainingRow> rows) {
        return workforce.putTrainings(office, catalogue.version(), rows).chain(() -> told(office, rows));
    }

    private Uni<Void> told(Office office, List<TrainingRow> rows) {
        return outbox.publishAll(
                        Topic.CASE, rows.stream().map(Completions::fact).toList(), office.origin())
                .chain(() -> settlement.ask(office));
    }

    private static TrainingCompleted fact(TrainingRow row) {
        return new TrainingCompleted(row.id, row.entityId, row.course, row.catalogue, row.completedOn, row.validUntil);
    }

    TrainingRow row(Office office, UUID id, Completion completion) {
        TrainingRow row = new TrainingRow();
        row.id = id;
        row.entityId = office.entityId();
        row.person = completion.person();
        row.course = completion.training().course();
        row.completedOn = completion.training().completedOn();
        row.validUntil = completion.training().validUntil();
        row.catalogue = catalogue.version();
        row.evidenceDocument = completion.evidence().documentId();
        row.evidenceSha256 = completion.evidence().sha256();
        row.evidenceReference = completion.evidence().reference();
        row.recordedBy = office.by();
        row.recordedAt = office.now();
        return row;
    }
}
