package org.candor.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint in C2SP form: origin, size and root in a line each, an empty line, the log's own signature line, and a line for
 * each witness.
 *
 * @param text what is signed, its last line feed included
 * @param own the signature that bears the origin as its name
 */
public record CheckpointNote(
        String text, String origin, long size, byte[] root, NoteSignature own, List<NoteSignature> cosignatures) {

    private static final int LINES = 3;
    private static final int MOST_SIGNATURES = 16;

    public static CheckpointNote read(String note) throws Unreadable {
        String[] lines = note.split("\n", -1);
        int end = lines.length - 1;
        if (end < LINES + 2 || end > LINES + 1 + MOST_SIGNATURES || !lines[LINES].isEmpty() || !lines[end].isEmpty()) {
            throw new Unreadable("The checkpoint is not three lines, an empty one and signatures");
        }
        String origin = lines[0];
        NoteSignature own = NoteSignature.read(lines[LINES + 1]);
        if (origin.isBlank() || !own.name().equals(origin) || own.signature().length != 64) {
            throw new Unreadable("The checkpoint's signature line does not bear its origin");
        }
        List<NoteSignature> cosignatures = new ArrayList<>();
        for (String line : Arrays.copyOfRange(lines, LINES + 2, end)) {
            cosignatures.add(NoteSignature.read(line));
        }
        byte[] root = Members.base64("root", lines[2]);
        if (root.length != 32) {
            throw new Unreadable("The checkpoint's root has a wrong length");
        }
        String text = String.join("\n", Arrays.copyOf(lines, LINES)) + "\n";
        return new CheckpointNote(text, origin, size(lines[1]), root, own, List.copyOf(cosignatures));
    }

    String keyId() {
        return own.keyId();
    }

    /** The text with the trail's own signature, as it was signed: what witnesses add comes later. */
    String signedNote() {
        return text + "\n" + own.line();
    }

    /** Checks the signatures; the printed lines say whose tree of what size it is. */
    void check(Checks checks, Keyring keys) throws DoesNotHold {
        checks.holds(
                "checkpoint",
                origin + ", " + size + " entries, root " + HexFormat.of().formatHex(root));
        checkKey(checks, keys);
        checks.require(
                isSigned(keys),
                "signature",
                "Ed25519 over the checkpoint's text",
                "the signature is not of this text by this key");
        checkWitness(checks, keys);
    }

    boolean isSigned(Keyring keys) {
        return keys.trail(origin, own.keyHash())
                .filter(key -> own.isOf(text, key))
                .isPresent();
    }

    private void checkKey(Checks checks, Keyring keys) throws DoesNotHold {
        checks.require(
                keys.trail(origin, own.keyHash()).isPresent(),
                "key",
                "the checkpoint names the key given, " + keyId(),
                "the checkpoint names key " + keyId() + ", given is " + keys.names(origin));
    }

    /** Every witness whose key was given must have signed; a line of one whose key was not given is said to be unchecked. */
    void checkWitness(Checks checks, Keyring keys) throws DoesNotHold {
        for (WitnessKey witness : keys.witnesses()) {
            Optional<NoteSignature> line = cosignatures.stream()
                    .filter(one -> witness.is(one.name(), one.keyHash()))
                    .findFirst();
            checks.require(
                    line.isPresent(),
                    "witness",
                    witness.name() + " has seen it",
                    witness.name() + " has not signed the checkpoint of size " + size);
            checks.require(
                    line.get().isOf(text, witness),
                    "cosignature",
                    "by " + witness.name() + " at "
                            + Instant.ofEpochSecond(line.get().cosignedAt()),
                    "the signature of " + witness.name() + " is not of this text by its key");
        }
        for (NoteSignature line : cosignatures) {
            if (keys.witnesses().stream().noneMatch(witness -> witness.is(line.name(), line.keyHash()))) {
                checks.note("cosignature", "by " + line.name() + ": not checked, no key of it was given");
            }
        }
    }

    private static long size(String line) throws Unreadable {
        if (!line.matches("0|[1-9][0-9]{0,17}")) {
            throw new Unreadable("The checkpoint's size is not a whole number");
        }
        return Long.parseLong(line);
    }
}
