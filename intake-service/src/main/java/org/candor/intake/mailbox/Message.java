package org.candor.intake.mailbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;

/** One message, never changed. When a reporter reads is not recorded: it would tell when he is at his desk. */
@Entity
@Table(name = "mailbox_message")
class Message {

    private static final String PLACE = "mailbox_message.body";

    /** Who wrote. */
    enum Sender {
        REPORTER,
        OFFICER
    }

    /** What for. */
    enum Kind {
        MESSAGE,
        QUESTION,
        ANSWER,
        WITHDRAWAL
    }

    @Id
    @Column(name = "message_id")
    UUID messageId;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    Sender sender;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** The officer's subject; empty text for the reporter. */
    @Column(name = "written_by")
    String writtenBy;

    /** The question; null unless this is an answer. */
    UUID answers;

    @Column(name = "written_at")
    Instant writtenAt;

    byte[] body;

    void seal(IncidentCipher cipher, String text) {
        body = cipher.seal(PLACE, messageId, text);
    }

    String text(IncidentCipher cipher) {
        return cipher.read(PLACE, messageId, body);
    }
}
