package org.candor.breach.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.obligations.Computations;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why one duty is due when it is. */
@Path("/breaches")
@Tag(name = "breaches")
@RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
public class ExplanationResource {

    private final Breaches breaches;
    private final Computations computations;
    private final AccessLog accesses;
    private final Workers workers;

    ExplanationResource(Breaches breaches, Computations computations, AccessLog accesses, Workers workers) {
        this.breaches = breaches;
        this.computations = computations;
        this.accesses = accesses;
        this.workers = workers;
    }

    @GET
    @Path("/{incidentId}/obligations/{obligationId}/explanation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "explainObligation",
            summary = "Facts, rule, reason, citation, readings and every earlier version of one duty; not legal advice")
    public Uni<Explanation> explain(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The duty, as in the list of obligations") @PathParam("obligationId")
                    UUID obligationId) {
        return Transactions.run(() -> breaches.visible(incidentId)
                .call(() -> accesses.read("explain-obligation", incidentId))
                .chain(head -> computations
                        .all(incidentId)
                        .map(all -> Explanation.of(
                                        incidentId,
                                        head.entityName(),
                                        head.zone().getId(),
                                        head.drill(),
                                        all,
                                        obligationId)
                                .orElseThrow(Problem::notFound))));
    }

    @GET
    @Path("/{incidentId}/obligations/{obligationId}/explanation.pdf")
    @Produces("application/pdf")
    @Operation(operationId = "explainObligationAsPdf", summary = "The same as an accessible PDF to hand to a regulator")
    public Uni<byte[]> document(
            @PathParam("incidentId") UUID incidentId,
            @Parameter(description = "The duty, as in the list of obligations") @PathParam("obligationId")
                    UUID obligationId) {
        return explain(incidentId, obligationId)
                .chain(explanation -> workers.run(() -> ExplanationDocument.render(explanation)));
    }
}
