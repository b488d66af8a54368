package org.candor.notification.mail;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Finds the frozen documents that go with a mail; opens its own session. */
public interface Attachments {

    /** A PDF with the name under which it is attached. */
    record File(String name, byte[] bytes) {}

    /** @param purposeId what the mail is about */
    Uni<List<File>> of(UUID purposeId);
}
