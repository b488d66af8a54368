package org.candor.notification.mail;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Is told, in the transaction that records it, that the server has accepted or refused a mail of its purpose. */
public interface AfterSending {

    String purpose();

    Uni<Void> settled(UUID purposeId);
}
