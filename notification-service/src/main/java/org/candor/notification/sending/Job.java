package org.candor.notification.sending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A notice on its way, with the person still sealed. */
record Job(UUID noticeId, UUID personId, UUID textId, LocalDate dated, int attempts, byte[] sealed, String language) {

    static final String SELECT = """
            select n.id, n.person_id, n.text_id, n.dated, n.attempts, p.sealed, p.language
              from notice n join person p on p.id = n.person_id
            """;

    static List<Job> of(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Job(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        (LocalDate) row[3],
                        ((Number) row[4]).intValue(),
                        (byte[]) row[5],
                        (String) row[6]))
                .toList();
    }
}
