package org.candor.verify;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A document that proves something about the trail, as the service gives it. */
sealed interface ProofDocument {

    /** Checks everything that the document says, in an order in which each check leans only on those before it. */
    void check(Checks checks, Keyring keys) throws DoesNotHold;

    /** The document in that JSON text; which one it is stands in its member {@code format}. */
    static ProofDocument read(String json) throws Unreadable {
        Map<String, Object> document = JsonReader.object(json);
        Object format = document.get("format");
        if (Inclusion.FORMAT.equals(format)) {
            return Inclusion.of(document);
        }
        if (Consistency.FORMAT.equals(format)) {
            return Consistency.of(document);
        }
        throw new Unreadable("Unknown format: " + format);
    }

    /** This entry stands at this place of the signed tree. */
    record Inclusion(
            long index, byte[] entry, byte[] leafHash, List<byte[]> path, CheckpointNote checkpoint, String keyId)
            implements ProofDocument {

        static final String FORMAT = "candor-inclusion/1";

        static Inclusion of(Map<String, Object> document) throws Unreadable {
            Members members = new Members(
                    document, Set.of("format", "index", "entry", "leafHash", "path", "checkpoint", "keyId"));
            return new Inclusion(
                    members.number("index"),
                    members.bytes("entry"),
                    members.bytes("leafHash"),
                    members.listOfBytes("path"),
                    CheckpointNote.read(members.text("checkpoint")),
                    members.text("keyId"));
        }

        @Override
        public void check(Checks checks, Keyring keys) throws DoesNotHold {
            checks.holds("format", FORMAT + ": entry " + index + " of " + checkpoint.size());
            checkEntry(checks);
            checks.require(
                    Arrays.equals(leafHash, MerklePath.leafHash(entry)),
                    "leaf",
                    "the leaf hash is that of the entry's bytes",
                    "the leaf hash is not that of the entry's bytes");
            Optional<byte[]> root = MerklePath.rootOf(index, checkpoint.size(), leafHash, path);
            checks.require(
                    root.isPresent() && Arrays.equals(root.get(), checkpoint.root()),
                    "path",
                    path.size() + " hashes lead from the leaf at " + index + " to the root",
                    "the path does not lead from the leaf at " + index + " to the root of the checkpoint");
            checks.require(
                    keyId.equals(checkpoint.keyId()),
                    "keyId",
                    "the document and its checkpoint name the same key",
                    "the document names key " + keyId + ", its checkpoint " + checkpoint.keyId());
            checkpoint.check(checks, keys);
        }

        private void checkEntry(Checks checks) throws DoesNotHold {
            try {
                EntryReader read = EntryReader.of(entry);
                checks.holds("entry", read.get("type") + ", " + read.get("time") + ", actor " + read.get("actor"));
                checks.holds("incident", read.get("incidents").isEmpty() ? "none" : read.get("incidents"));
                checks.require(
                        read.statesItsData(),
                        "data",
                        read.dataLength() + " bytes with the SHA-256 that the entry states",
                        "length or SHA-256 of the data is not what the entry states");
            } catch (Unreadable e) {
                checks.require(false, "entry", "", e.getMessage());
            }
        }
    }

    /** The later tree begins with the earlier one: nothing was changed or taken away between the two checkpoints. */
    record Consistency(CheckpointNote from, CheckpointNote to, List<byte[]> path) implements ProofDocument {

        static final String FORMAT = "candor-consistency/1";

        static Consistency of(Map<String, Object> document) throws Unreadable {
            Members members = new Members(document, Set.of("format", "from", "to", "path"));
            return new Consistency(
                    CheckpointNote.read(members.text("from")),
                    CheckpointNote.read(members.text("to")),
                    members.listOfBytes("path"));
        }

        @Override
        public void check(Checks checks, Keyring keys) throws DoesNotHold {
            checks.holds("format", FORMAT + ": from " + from.size() + " to " + to.size() + " entries");
            checks.require(
                    from.origin().equals(to.origin()),
                    "origin",
                    "both checkpoints are of " + from.origin(),
                    "the checkpoints are of two trails");
            checks.require(
                    MerklePath.consistent(from.size(), from.root(), to.size(), to.root(), path),
                    "path",
                    path.size() + " hashes show that the later tree begins with the earlier",
                    "the path does not show that the later tree begins with the earlier; roots "
                            + HexFormat.of().formatHex(from.root()) + " and "
                            + HexFormat.of().formatHex(to.root()));
            from.check(checks, keys);
            to.check(checks, keys);
        }
    }
}
