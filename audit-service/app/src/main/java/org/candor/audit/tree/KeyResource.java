package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public keys that signed checkpoints. A verifier should have his copy from elsewhere, and from before. */
@Path("/keys")
@RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "operator"})
@Tag(name = "proofs")
public class KeyResource {

    private static final String ALL = "select key_id, public_key, since from trail.key order by since, key_id";

    /** A public key. */
    @Schema(name = "TrailKey")
    public record KeyView(
            @Schema(description = "As checkpoints name it", examples = "1f2e3d4c")
            String keyId,

            @Schema(examples = "Ed25519") String algorithm,

            @Schema(description = "X.509 SubjectPublicKeyInfo in PEM form")
            String publicKey,

            @Schema(description = "When it first signed here", examples = "2026-11-21T10:15:30Z")
            Instant since) {

        static KeyView of(Object[] row) {
            return new KeyView(
                    (String) row[0], "Ed25519", TrailKey.pem((byte[]) row[1]), ((OffsetDateTime) row[2]).toInstant());
        }
    }

    @GET
    @Operation(operationId = "listTrailKeys", summary = "Keys that signed checkpoints, oldest first")
    public Uni<Page<KeyView>> list() {
        return all().map(keys -> new Page<>(keys, null));
    }

    @GET
    @Path("/{keyId: [0-9a-f]{8}}")
    @Produces("application/x-pem-file")
    @Operation(operationId = "readTrailKey", summary = "One key in PEM form, as the verifier takes it")
    public Uni<String> read(@PathParam("keyId") String keyId) {
        return all().map(keys -> keys.stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .map(KeyView::publicKey)
                .orElseThrow(Problem::notFound));
    }

    private static Uni<List<KeyView>> all() {
        return Transactions.read(() -> Sql.rows(Object[].class, ALL))
                .map(rows -> rows.stream().map(KeyView::of).toList());
    }
}
