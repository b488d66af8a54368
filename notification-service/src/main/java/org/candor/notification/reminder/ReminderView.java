package org.candor.notification.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.notification.reminder.decision.Schedule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reminder")
public record ReminderView(
        UUID reminderId,
        String entityId,
        @Schema(examples = "SECURITY_REMINDER") String kind,
        ReminderRequest.Text english,
        ReminderRequest.Text spanish,
        List<String> roles,
        List<String> departments,
        LocalDate startsOn,
        int everyDays,
        int everyMonths,
        LocalDate endsOn,

        @Schema(enumeration = {"DRAFT", "APPROVED", "ENDED"})
        String state,

        String author,
        String approver,
        Instant approvedAt,
        @JsonIgnore long version) {

    public ReminderView {
        roles = List.copyOf(roles);
        departments = List.copyOf(departments);
    }

    Schedule schedule() {
        return new Schedule(startsOn, everyDays, everyMonths, endsOn);
    }

    /** What stands in a reminder to one reader. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReminderToRead")
    public record ToRead(UUID issueId, LocalDate issuedOn, String title, String body, Instant readAt) {}

    /** One issue and who has read it. */
    @Schema(name = "ReminderIssue")
    public record Issue(
            UUID issueId,
            int number,
            LocalDate issuedOn,
            Mails mails,

            @Schema(description = "Who have said that they read it; GET /reminders/issues/{issueId}/readers names them")
            long confirmed,

            @Schema(description = "Expected readers and officers of the directory who have not")
            long missing) {}

    /** What became of the mails of an issue; who has no mailbox is in none of these numbers. */
    @Schema(name = "ReminderMails")
    public record Mails(
            @Schema(description = "True once a mail is queued for everybody who is expected to read it")
            boolean complete,

            long waiting,
            long sent,

            @Schema(description = "Refused for good by the mail server: the address is wrong")
            long refused,

            @Schema(description = "Taken back, because the reminder was ended before")
            long withheld) {}
}
