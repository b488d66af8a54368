package org.candor.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes packs for tests, and lets who has stolen the trail's key change them and seal them again. */
final class ForgedPack {

    static final String INCIDENT = "01930000-0000-7000-8000-000000000001";

    private final Forge trail;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String incident;
    private long entries;
    private long leftOut;
    private String closed = "";
    private String logOfLogs = "";
    private String removed = "";

    private ForgedPack(Forge trail, String incident) {
        this.trail = trail;
        this.incident = incident;
    }

    /** The places from to (excluded) of the trail; those in {@code hidden} are left out. */
    static ForgedPack ofPeriod(Forge trail, int from, int to, Integer... hidden) {
        return new ForgedPack(trail, "").filled(from, to, 1, List.of(hidden));
    }

    /** Every third place. */
    static ForgedPack ofIncident(Forge trail) {
        return new ForgedPack(trail, INCIDENT).filled(1, trail.size(), 3, List.of());
    }

    /** Puts a line under the newest checkpoint. */
    ForgedPack cosigned(String witnessKey, String line) {
        List<String> lines = lines("checkpoints.jsonl");
        String last = lines.removeLast();
        lines.add(last.replace("\\n\",\"path\"", "\\n" + line.replace("\n", "\\n") + "\",\"path\""));
        put("checkpoints.jsonl", lines);
        files.put("keys/witness.txt", witnessKey.getBytes(UTF_8));
        return this;
    }

    ForgedPack withDocument(byte[] document) {
        files.put("documents/001-form.pdf", document);
        return this;
    }

    ForgedPack withPastYears(String... notes) {
        TreeHash tree = new TreeHash();
        Arrays.stream(notes).forEach(note -> tree.append(MerklePath.leafHash(note.getBytes(UTF_8))));
        closed = Arrays.stream(notes)
                .map(note -> "{\"checkpoint\":\"" + note.replace("\n", "\\n") + "\"}")
                .collect(Collectors.joining(","));
        String origin = "trail.example/logs";
        logOfLogs = trail.signed(origin, origin + "\n" + notes.length + "\n" + Forge.base64(tree.root()) + "\n")
                .replace("\n", "\\n");
        return this;
    }

    ForgedPack withRemoval(String order) {
        removed = "{\"order\":\"" + order.replace("\n", "\\n") + "\"}";
        return this;
    }

    List<String> lines(String name) {
        return new ArrayList<>(new String(files.get(name), UTF_8).lines().toList());
    }

    ForgedPack put(String name, List<String> lines) {
        files.put(
                name,
                lines.stream()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())
                        .getBytes(UTF_8));
        return this;
    }

    /** Each path only as far as it differs from the one before. */
    ForgedPack withShortPaths(String name) {
        List<String> before = List.of();
        List<String> shorter = new ArrayList<>();
        for (String line : lines(name)) {
            int at = line.indexOf("\"path\":[") + 8;
            List<String> path = List.of(line.substring(at, line.length() - 2).split(","));
            int same = 0;
            while (same < Math.min(path.size(), before.size())
                    && path.get(path.size() - 1 - same).equals(before.get(before.size() - 1 - same))) {
                same++;
            }
            shorter.add(line.substring(0, at) + String.join(",", path.subList(0, path.size() - same)) + "]}");
            before = path;
        }
        return put(name, shorter);
    }

    ForgedPack counting(long entries, long leftOut) {
        this.entries = entries;
        this.leftOut = leftOut;
        return this;
    }

    ForgedPack without(String name) {
        files.remove(name);
        return this;
    }

    byte[] sealed() {
        return sealed(trail);
    }

    /** Sealed with the key of another trail. */
    byte[] sealed(Forge by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
            add(zip, "manifest.json", manifest().getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        byte[] zip = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 2);
        String text = "candor-pack/1\n" + zip.length + "\n" + Forge.base64(MerklePath.sha256(zip)) + "\n";
        byte[] note = by.signed("trail.example/pack", text).getBytes(UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(zip);
        whole.write(note.length & 0xff);
        whole.write(note.length >> 8);
        whole.writeBytes(note);
        return whole.toByteArray();
    }

    private ForgedPack filled(int from, int to, int step, List<Integer> hidden) {
        List<String> seen = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (int place = from; place < to; place += step) {
            byte[] entry = trail.entryAt(place);
            String head = "{\"place\":" + place + ",\"log\":\"" + Forge.ORIGIN + "\",\"number\":" + place;
            String path = ",\"path\":" + Forge.list(trail.inclusionPath(place, trail.size())) + "}";
            if (hidden.contains(place)) {
                unseen.add(head + ",\"leafHash\":\"" + Forge.base64(MerklePath.leafHash(entry)) + "\"" + path);
            } else {
                seen.add(head + ",\"entry\":\"" + Base64.getEncoder().encodeToString(entry) + "\"" + path);
            }
        }
        entries = seen.size();
        leftOut = unseen.size();
        put("entries.jsonl", seen);
        put("left-out.jsonl", unseen);
        put("checkpoints.jsonl", checkpoints());
        files.put("keys/trail-1.pem", trail.publicKeyPem().getBytes(UTF_8));
        return this;
    }

    private List<String> checkpoints() {
        List<String> lines = new ArrayList<>();
        int before = 0;
        for (int size : new int[] {trail.size() / 3, trail.size() / 2, trail.size()}) {
            lines.add("{\"log\":\"" + Forge.ORIGIN + "\",\"size\":" + size + ",\"checkpoint\":\""
                    + trail.note(size).replace("\n", "\\n") + "\",\"path\":"
                    + Forge.list(before == 0 ? List.of() : trail.consistencyPath(before, size)) + "}");
            before = size;
        }
        return lines;
    }

    private String manifest() {
        String listed = files.entrySet().stream()
                .map(file -> "{\"name\":\"" + file.getKey() + "\",\"sha256\":\""
                        + HexFormat.of().formatHex(MerklePath.sha256(file.getValue())) + "\",\"bytes\":"
                        + file.getValue().length + "}")
                .collect(Collectors.joining(","));
        return "{\"format\":\"candor-pack/1\",\"trail\":\"trail.example\",\"made\":\"2026-11-30T12:00:00Z\",\"incident\":\""
                + incident + "\",\"from\":\"2026-11-01\",\"to\":\"2026-12-01\",\"entries\":" + entries
                + ",\"leftOut\":" + leftOut + ",\"logs\":[{\"origin\":\"" + Forge.ORIGIN
                + "\",\"first\":0}],\"closed\":["
                + closed + "],\"logOfLogs\":\"" + logOfLogs + "\",\"removed\":[" + removed + "],\"files\":[" + listed
                + "]}";
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
