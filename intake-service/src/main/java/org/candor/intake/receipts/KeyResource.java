package org.candor.intake.receipts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key with which anybody verifies a proof of filing. */
@Path("/receipts/keys")
@Tag(name = "receipts")
public class KeyResource {

    private final FilingProofs proofs;

    KeyResource(FilingProofs proofs) {
        this.proofs = proofs;
    }

    /** A JWK set (RFC 7517). */
    @Schema(
            name = "PublicKeys",
            requiredProperties = {"keys"})
    public record KeysView(List<PublicKeyView> keys) {

        public KeysView {
            keys = List.copyOf(keys);
        }
    }

    @GET
    @PermitAll
    @Operation(operationId = "readProofKeys", summary = "Public keys of filing proofs, as a JWK set")
    public Uni<KeysView> keys() {
        return proofs.ready().map(ready -> new KeysView(List.of(proofs.publicKey())));
    }
}
