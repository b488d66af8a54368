package org.candor.notification.reminder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.candor.kit.outbox.EventJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What reminders are for: data with a version, and the fixed words of their mails. */
@Schema(name = "ReminderKinds")
public record ReminderKinds(String version, List<Kind> kinds) {

    static final ReminderKinds READ = read();

    public ReminderKinds {
        kinds = List.copyOf(kinds);
    }

    /**
     * One kind.
     *
     * @param everyMonths suggested months from one issue to the next; 0 where it is issued once, for a cause
     */
    @Schema(name = "ReminderKind")
    public record Kind(
            @Schema(examples = "SECURITY_REMINDER") String id,
            String name,
            String nombre,

            @Schema(examples = "45 CFR 164.308(a)(5)(ii)(A)")
            String citation,

            int everyMonths,
            String note,
            Mail english,
            Mail spanish) {}

    /** What a mail says beside the address where the reminder is read. Nothing that an officer writes leaves in a mail. */
    @Schema(name = "ReminderMailText")
    public record Mail(String subject, String body) {}

    Optional<Kind> kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    private static ReminderKinds read() {
        try (InputStream in = ReminderKinds.class.getResourceAsStream("kinds.json")) {
            return EventJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), ReminderKinds.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
