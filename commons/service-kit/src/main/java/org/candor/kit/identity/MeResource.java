package org.candor.kit.identity;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells a client who it is. */
@Path("/me")
@Authenticated
@Tag(name = "me")
public class MeResource {

    private final Caller caller;

    MeResource(Caller caller) {
        this.caller = caller;
    }

    /** The caller's own roles and grants. */
    @Schema(name = "Me")
    public record MeView(String subject, List<String> roles, List<String> entities, String businessAssociate) {}

    @GET
    @Operation(operationId = "me", summary = "Roles and legal entities of the caller")
    public MeView me() {
        return new MeView(
                caller.subject(),
                List.copyOf(new TreeSet<>(caller.roles())),
                caller.entities(),
                caller.businessAssociate().orElse(null));
    }
}
