package org.candor.audit.tree;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.candor.audit.tree.decision.Hash;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shows that the later trail begins with the earlier one; the offline verifier takes it whole. */
@Schema(name = "ConsistencyProof")
@JsonPropertyOrder({"format", "from", "to", "path"})
public record ConsistencyProof(
        @Schema(examples = FORMAT) String format,

        @Schema(description = "The earlier checkpoint, a C2SP signed note")
        String from,

        @Schema(description = "The later checkpoint") String to,

        @Schema(description = "Base64 hashes; empty where there is nothing to show")
        List<String> path) {

    static final String FORMAT = "candor-consistency/1";

    static ConsistencyProof of(SignedCheckpoint from, SignedCheckpoint to, List<Hash> path) {
        return new ConsistencyProof(
                FORMAT, from.note(), to.note(), path.stream().map(Hash::base64).toList());
    }
}
