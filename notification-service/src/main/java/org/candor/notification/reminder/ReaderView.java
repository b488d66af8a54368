package org.candor.notification.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is expected to read a reminder: from the list that was given, or an officer of the directory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReminderReader")
public record ReaderView(
        @Schema(description = "Subject of the identity provider")
        String person,

        @Schema(description = "Where the mail goes; absent where none is known")
        String email,

        @Schema(
                description = "Absent, as is the rest, for who confirmed without being listed",
                enumeration = {"en", "es"})
        String language,

        String department,

        @Schema(
                description =
                        "When he confirmed that he has read the issue; absent where he has not, and where no issue was asked for")
        Instant readAt) {}
