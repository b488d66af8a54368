package org.candor.investigation.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.investigation.readiness.TeamViews.TrainingPart;
import org.candor.investigation.readiness.decision.Standing;
import org.candor.investigation.readiness.decision.Standings;
import org.candor.investigation.readiness.decision.WorkforceMember;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the people of an entity look over REST. */
final class PeopleViews {

    private PeopleViews() {}

    @Schema(name = "WorkforcePersonRequest")
    record PersonRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId,

            @Schema(examples = "Utilities") @NotNull @CleanText(max = 200)
            String department,

            @Schema(description = "Whose curriculum he has", examples = "workforce") @NotNull @CleanText(max = 60)
            String role,

            @Schema(examples = "2026-03-01") @NotNull LocalDate joinedOn,

            @Schema(description = "His last day; left out, he works here", examples = "2026-12-31")
            LocalDate leftOn) {}

    @Schema(name = "CourseStanding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CoursePart(
            @Schema(examples = "SAFEGUARDS") String course,
            @Schema(examples = "DUE") Standing.State state,
            LocalDate completedOn,

            @Schema(description = "The last day on which he is, or was, in time", examples = "2026-03-31")
            LocalDate dueOn) {

        static CoursePart of(Standing standing) {
            return new CoursePart(
                    standing.course(), standing.state(), standing.completedOn().orElse(null), standing.dueOn());
        }
    }

    @Schema(name = "WorkforcePerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonView(
            String entityId,
            String person,
            String department,
            String role,
            LocalDate joinedOn,
            LocalDate leftOn,

            @Schema(description = "The worst of his courses; absent where his role has no curriculum", examples = "DUE")
            Standing.State state,

            @Schema(description = "What his curriculum asks for, and by when")
            List<CoursePart> courses,

            @Schema(description = "What he completed; not in lists")
            List<TrainingPart> trainings) {}

    static PersonView of(
            String entityId, WorkforceMember member, List<Standing> standings, Optional<List<TrainingRow>> trainings) {
        return new PersonView(
                entityId,
                member.person(),
                member.department(),
                member.role(),
                member.joinedOn(),
                member.leftOn().orElse(null),
                Standings.worst(standings).orElse(null),
                standings.stream().map(CoursePart::of).toList(),
                trainings
                        .map(all -> all.stream().map(TrainingPart::of).toList())
                        .orElse(null));
    }
}
