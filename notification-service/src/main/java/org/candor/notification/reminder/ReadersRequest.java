package org.candor.notification.reminder;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is expected to read a reminder; replaces the list of before. */
@Schema(name = "ReminderReaders")
public record ReadersRequest(
        @NotNull @Size(max = 20_000) @Schema(description = "Subjects of the identity provider")
        List<@NotNull @Pattern(regexp = "\\S{1,100}") String> persons) {

    public ReadersRequest {
        persons = persons == null ? null : List.copyOf(persons);
    }
}
