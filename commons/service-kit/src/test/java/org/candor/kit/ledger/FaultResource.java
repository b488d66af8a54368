package org.candor.kit.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Correlation;

/** Fails in every way a service can. */
@Path("/faults")
@Produces(MediaType.APPLICATION_JSON)
public class FaultResource {

    /** Cannot be written as JSON. */
    public record Unwritable(String text) {
        public String getOther() {
            throw new IllegalStateException(text);
        }
    }

    @GET
    @PermitAll
    @Path("/problems/{code}")
    public String problem(@PathParam("code") CommonProblem code) {
        throw new Problem(code).field("/narrative", "fixed words").missing(List.of("OPEN_ACTIONS"));
    }

    @GET
    @PermitAll
    @Path("/unexpected")
    public Uni<String> unexpected(@QueryParam("text") String text) {
        return Uni.createFrom().failure(new IllegalArgumentException(text, new IllegalStateException("inner " + text)));
    }

    @GET
    @PermitAll
    @Path("/unwritable")
    public Unwritable unwritable(@QueryParam("text") String text) {
        return new Unwritable(text);
    }

    @GET
    @PermitAll
    @Path("/header")
    public int header(@HeaderParam("X-Number") Integer number) {
        return number == null ? 0 : number;
    }

    @GET
    @PermitAll
    @Path("/query")
    public int query(@QueryParam("number") Integer number) {
        return number == null ? 0 : number;
    }

    @POST
    @PermitAll
    @Path("/json")
    @Consumes(MediaType.APPLICATION_JSON)
    public String json(LedgerViews.TitleRequest request) {
        return "{}";
    }

    @GET
    @PermitAll
    @Path("/correlation")
    @Produces(MediaType.TEXT_PLAIN)
    public String correlation() {
        return Correlation.id();
    }

    @GET
    @Path("/undeclared")
    public String undeclared() {
        return "nobody said who may";
    }

    @GET
    @RolesAllowed("operator")
    @Path("/declared")
    public String declared() {
        return "\"the operator may\"";
    }
}
