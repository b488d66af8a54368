package org.candor.audit.tree;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.candor.audit.tree.decision.Hash;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that the offline verifier takes whole. */
@Schema(name = "InclusionProof")
@JsonPropertyOrder({"format", "index", "entry", "leafHash", "path", "checkpoint", "keyId"})
public record InclusionProof(
        @Schema(examples = FORMAT) String format,

        @Schema(description = "The entry's number in the log of its year, from 0", examples = "41")
        long index,

        @Schema(implementation = String.class, format = "byte", description = "The entry's bytes, Base64")
        byte[] entry,

        @Schema(description = "Base64", examples = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=")
        String leafHash,

        @Schema(description = "From the leaf upwards, Base64")
        List<String> path,

        @Schema(
                description = "C2SP signed note; a line of each witness stands below the trail's own",
                examples = "candor.local/trail/2026\n128\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n"
                        + "\u2014 candor.local/trail/2026 …\n")
        String checkpoint,

        @Schema(description = "Key that signed the checkpoint, see /audit/keys", examples = "1f2e3d4c")
        String keyId) {

    static final String FORMAT = "candor-inclusion/1";

    static InclusionProof of(long index, byte[] entry, List<Hash> path, String keyId, String note) {
        return new InclusionProof(
                FORMAT,
                index,
                entry,
                Hash.ofLeaf(entry).base64(),
                path.stream().map(Hash::base64).toList(),
                note,
                keyId);
    }
}
