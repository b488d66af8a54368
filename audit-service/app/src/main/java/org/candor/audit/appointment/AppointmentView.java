package org.candor.audit.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.events.OfficerRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appointment, of now or of the past. */
@Schema(name = "Appointment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppointmentView(
        UUID appointmentId,
        String entityId,
        OfficerRole role,
        String name,
        String contact,
        String appointedBy,
        String reportsTo,
        LocalDate appointedOn,
        @Schema(nullable = true) LocalDate endedOn,
        String recordedBy,

        @Schema(nullable = true, description = "The last day on which it must be kept; absent while it is in effect")
        LocalDate retainUntil,

        long version) {

    /** What everybody may read. */
    @Schema(name = "PublishedOfficer")
    public record Published(OfficerRole role, String name, String contact, LocalDate appointedOn) {}

    static final String COLUMNS = """
            select appointment_id, entity_id, role, name, contact, appointed_by, reports_to, appointed_on, ended_on, recorded_by,
                   version,
                   (select e.counted_from from programme.record_end e
                     where e.register = 'APPOINTMENT' and e.record_id = appointment_id)
              from programme.appointment
            """;

    static AppointmentView of(Object[] row, RetentionRule rule) {
        return new AppointmentView(
                (UUID) row[0],
                (String) row[1],
                OfficerRole.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (LocalDate) row[7],
                (LocalDate) row[8],
                (String) row[9],
                rule.retainUntil((LocalDate) row[11]).orElse(null),
                (Long) row[10]);
    }

    /** Whether the request asks for just what is there. */
    boolean isAsked(AppointmentRequest request) {
        return request.equals(
                new AppointmentRequest(entityId, role, name, contact, appointedBy, reportsTo, appointedOn));
    }

    Published published() {
        return new Published(role, name, contact, appointedOn);
    }
}
