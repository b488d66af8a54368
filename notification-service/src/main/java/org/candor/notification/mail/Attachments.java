package org.candor.notification.mail;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Finds the frozen document of a text; opens its own session. */
public interface Attachments {

    /** A PDF with the name under which it is attached. */
    record File(String name, byte[] bytes) {}

    Uni<Optional<File>> of(UUID textId);
}
