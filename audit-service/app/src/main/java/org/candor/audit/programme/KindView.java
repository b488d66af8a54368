package org.candor.audit.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.TreeSet;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.events.OfficerRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of duty. */
@Schema(name = "DutyKind")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KindView(
        String code,
        String title,
        DutyKind.About about,

        @Schema(nullable = true, description = "The longest time between two, ISO 8601; absent for what is done once")
        String every,

        OfficerRole role,

        @Schema(description = "Whether the next may be later than that, with a reason")
        boolean stretchable,

        @Schema(
                description =
                        "Whether it is a case against somebody: it names him, he never finds it, and the deadline board is not told")
        boolean against,

        @Schema(
                description =
                        "Whether it asks for cost: it may name an amount and an incident; who may not see that does not find it")
        boolean ofIncident,

        @Schema(nullable = true, description = "The address at which it is entered or done where that is not here")
        String where,

        List<String> evidence,

        @Schema(description = "The part of the evidence that counts only with a file")
        List<String> documented,

        List<String> citations) {

    static KindView of(DutyKind kind) {
        return new KindView(
                kind.code(),
                kind.title(),
                kind.about(),
                kind.once() ? null : kind.every().toString(),
                kind.role(),
                kind.stretchable(),
                kind.against(),
                kind.ofIncident(),
                kind.where().isEmpty() ? null : kind.where(),
                kind.evidence(),
                List.copyOf(new TreeSet<>(kind.documented())),
                kind.citations());
    }
}
