package org.candor.notification.campaign;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Whether the approved letters still hold what the duties ask for: one letter for all of them (policy III.D.1.a.iii). */
public interface LetterCheck {

    /** Of the newest approved version in each language; empty while none is approved. Call inside a session. */
    Uni<List<LetterGap>> gaps(UUID incidentId);
}
