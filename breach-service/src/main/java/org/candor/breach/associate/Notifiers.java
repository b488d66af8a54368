package org.candor.breach.associate;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.associate.InvolvedView.Notifier;
import org.candor.kit.identity.Caller;

/** Business associates of a breach for those who decide who notifies. Every call belongs inside a transaction. */
@ApplicationScoped
public class Notifiers {

    private final Involvements involvements;
    private final Caller caller;
    private final Clock clock;

    Notifiers(Involvements involvements, Caller caller, Clock clock) {
        this.involvements = involvements;
        this.caller = caller;
        this.clock = clock;
    }

    public Uni<List<InvolvedView>> of(BreachHead head) {
        return involvements.views(head);
    }

    /** Writes down at each business associate whether it gives the notices to this entity's people: one does, or none. */
    public Uni<Void> decided(BreachHead head, Optional<UUID> associate, String reason) {
        return involvements
                .views(head)
                .chain(views -> Multi.createFrom()
                        .iterable(views)
                        .onItem()
                        .transformToUniAndConcatenate(view -> decided(head, view, associate, reason))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> decided(BreachHead head, InvolvedView view, Optional<UUID> associate, String reason) {
        boolean chosen = associate.filter(view.associateId()::equals).isPresent();
        boolean stands = chosen == (view.notifier() == Notifier.BUSINESS_ASSOCIATE);
        return stands
                ? Uni.createFrom().voidItem()
                : involvements.decide(
                        head,
                        view.associateId(),
                        chosen ? Notifier.BUSINESS_ASSOCIATE : Notifier.ENTITY,
                        reason,
                        caller.subject(),
                        clock.instant());
    }
}
