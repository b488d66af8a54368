package org.candor.notification.text;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.document.Words;
import org.candor.notification.text.decision.NoticeContent;

/** One version of a text in one language. Approved, it never changes again. */
@Entity
@Table(name = "notice_text")
public class NoticeTextRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    String template;
    String language;
    int number;
    String state;
    String content;
    String measure;
    double measured;
    boolean plain;

    @Column(name = "reading_reason")
    String readingReason;

    /** Ids of elements that the author answers for. */
    String confirmed;

    @Column(name = "template_version")
    String templateVersion;

    String author;
    String approver;

    @Column(name = "approved_at")
    Instant approvedAt;

    @Column(name = "generic_copy")
    byte[] genericCopy;

    @Column(name = "generic_sha256")
    byte[] genericSha256;

    @Version
    long version;

    public UUID id() {
        return id;
    }

    public String language() {
        return language;
    }

    public Words words() {
        return Words.in(language);
    }

    public NoticeContent content() {
        return EventJson.read(content, StoredContent.class).content();
    }

    Set<UUID> confirmed() {
        return Set.of(EventJson.read(confirmed, UUID[].class));
    }

    public boolean approved() {
        return state.equals("APPROVED");
    }

    /** What was frozen at approval: the laid-out letter, the release, the page. */
    public byte[] genericCopy() {
        return genericCopy.clone();
    }

    Template template() {
        return Template.of(template).orElseThrow();
    }
}
