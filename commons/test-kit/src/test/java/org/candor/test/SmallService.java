package org.candor.test;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The smallest service that needs a token, a database and a clock. */
@Path("/")
@Produces(MediaType.TEXT_PLAIN)
public class SmallService {

    private final Pool pool;
    private final JsonWebToken token;
    private final Clock clock;
    private final SecurityIdentity identity;

    SmallService(Pool pool, JsonWebToken token, Clock clock, SecurityIdentity identity) {
        this.pool = pool;
        this.token = token;
        this.clock = clock;
        this.identity = identity;
    }

    @GET
    @Path("subject")
    @RolesAllowed("privacy-officer")
    public String subject() {
        return token.getSubject() + " " + identity.getRoles() + " " + token.getClaim("entities");
    }

    @GET
    @Path("user")
    @RolesAllowed("privacy-officer")
    public Uni<String> user() {
        return pool.query("select current_user || ' ' || current_database()")
                .execute()
                .map(rows -> rows.iterator().next().getString(0));
    }

    @GET
    @Path("now")
    @RolesAllowed("privacy-officer")
    public String now() {
        return clock.instant().toString();
    }
}
