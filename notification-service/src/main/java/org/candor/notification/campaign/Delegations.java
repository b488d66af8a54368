package org.candor.notification.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.EntityTags;
import org.candor.notification.campaign.decision.Command;

/** Gives the sending of a campaign's notices to a business associate, and takes it back. The duty stays where it is. */
@ApplicationScoped
class Delegations {

    private final CampaignDesk desk;
    private final Caller caller;

    Delegations(CampaignDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    Uni<Void> put(UUID incidentId, String ifMatch, DelegationRequest request) {
        String actor = caller.subject();
        return Transactions.run(() -> desk.toChange(incidentId)
                .invoke(campaign -> EntityTags.check(ifMatch, campaign.version))
                .chain(campaign -> {
                    campaign.delegatedTo = request.associate().strip();
                    campaign.delegatedReference = request.reference().strip();
                    return desk.apply(campaign, new Command.Delegate(), actor);
                })
                .replaceWithVoid());
    }
}
