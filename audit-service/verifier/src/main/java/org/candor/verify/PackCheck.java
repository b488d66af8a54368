package org.candor.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks a proof pack (45 CFR 164.414(b)): its files, its checkpoints, every entry, its documents, and at last its seal, so that
 * what is wrong is named before the seal says that something is.
 */
final class PackCheck {

    private final Path file;
    private final Keyring given;
    private final Checks checks;

    PackCheck(Path file, Keyring given, Checks checks) {
        this.file = file;
        this.given = given;
        this.checks = checks;
    }

    void run() throws Unreadable, DoesNotHold {
        try (Pack pack = Pack.open(file)) {
            PackManifest manifest = PackManifest.read(pack.text(PackManifest.NAME));
            PackSeal seal = PackSeal.read(file);
            checks.holds("format", "%s of %s, made %s".formatted(PackSeal.FORMAT, manifest.trail(), manifest.made()));
            checks.holds(
                    "scope",
                    manifest.isOfAnIncident()
                            ? "incident " + manifest.incident()
                            : "from " + manifest.from() + " to " + manifest.to());
            Set<String> documents = checkFiles(pack, manifest);
            Keyring keys = keys(pack);
            PackCheckpoints checkpoints = PackCheckpoints.check(pack, checks, keys);
            checkpoints.checkLogOfLogs(manifest, checks, keys);
            new PackTimestamps(checkpoints, manifest, keys, checks).check(pack);
            new PackEntries(manifest, checkpoints, checks, documents, PackCheckpoints.removals(manifest, checks, keys))
                    .check(pack);
            checks.holds(
                    "files",
                    manifest.files().size() + " files as the manifest lists them, " + documents.size() + " documents");
            seal.check(checks, file, keys);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable(file + ": " + e.getMessage());
        }
    }

    /** Answers the hashes of the documents. What is read as entries is measured then, for it may be large. */
    private Set<String> checkFiles(Pack pack, PackManifest manifest) throws IOException, Unreadable, DoesNotHold {
        Set<String> listed =
                manifest.files().stream().map(PackManifest.Listed::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>(pack.names());
        there.remove(PackManifest.NAME);
        checks.demand(listed.equals(there), "files", "the pack holds " + there + ", its manifest lists " + listed);
        Set<String> documents = new TreeSet<>();
        for (PackManifest.Listed one : manifest.files()) {
            checks.demand(
                    PackEntries.FILES.contains(one.name())
                            || pack.measured(one.name()).equals(one),
                    "files",
                    one.name() + " is not what the manifest says");
            if (one.name().startsWith("documents/")) {
                documents.add(one.sha256());
            }
        }
        return documents;
    }

    /** Keys that were given; else those of the pack, with words that they prove little by themselves. */
    private Keyring keys(Pack pack) throws IOException, Unreadable {
        List<TrailKey> trail = new ArrayList<>(given.trailKeys());
        List<WitnessKey> witnesses = new ArrayList<>(given.witnesses());
        if (trail.isEmpty()) {
            for (String name : pack.below("keys/trail")) {
                TrailKey key = TrailKey.ofPem(pack.text(name));
                trail.add(key);
                checks.note(
                        "key",
                        "taken from the pack itself, SHA-256 " + key.fingerprint()
                                + ": compare it with what you have from before, or give --key");
            }
        }
        if (witnesses.isEmpty()) {
            for (String name : pack.below("keys/witness")) {
                WitnessKey witness = WitnessKey.read(pack.text(name));
                witnesses.add(witness);
                checks.note(
                        "witness",
                        "key of " + witness.name() + " taken from the pack itself, SHA-256 "
                                + witness.key().fingerprint() + ": compare it, or give --witness");
            }
        }
        return new Keyring(trail, witnesses, given.tsas());
    }

    /** True when the file begins as a zip file does. */
    static boolean isPack(byte[] begin) {
        return new String(begin, StandardCharsets.ISO_8859_1).startsWith("PK");
    }
}
