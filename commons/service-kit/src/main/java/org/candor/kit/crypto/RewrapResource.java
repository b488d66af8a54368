package org.candor.kit.crypto;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Rotation of the master keys, for the operator, who sees no case. */
@Path("/operations/keys/rewrap")
@RolesAllowed("operator")
@Tag(name = "keys")
public class RewrapResource {

    private final RewrapOrders orders;
    private final AccessLog accessLog;

    RewrapResource(RewrapOrders orders, AccessLog accessLog) {
        this.orders = orders;
        this.accessLog = accessLog;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "rewrapKeys",
            summary =
                    "Wrap every data key anew with the primary master key; what is sealed with them is not touched. Goes on by "
                            + "itself after a crash. The order is recorded in the trail")
    @APIResponse(responseCode = "202", description = "Ordered, or being carried out already")
    public Uni<RewrapView> rewrap() {
        return Transactions.run(() -> orders.ask()
                .chain(() -> accessLog.list("rewrap-keys", "", List.of()))
                .chain(orders::progress));
    }

    @GET
    @Operation(operationId = "getRewrap", summary = "How far it has come, and how many keys each master key wraps")
    public Uni<RewrapView> progress() {
        return Transactions.read(orders::progress);
    }
}
