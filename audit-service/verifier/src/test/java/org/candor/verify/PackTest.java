package org.candor.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {

    private static final Forge TRAIL = Forge.of(61);
    private static final String WITNESS = "witness.example";

    @TempDir
    private Path folder;

    private Path key;
    private String printed = "";

    @BeforeEach
    void writeTheKey() throws IOException {
        key = Files.writeString(folder.resolve("key.pem"), TRAIL.publicKeyPem());
    }

    @Test
    void verifiesAPeriodWithoutAGap() throws IOException {
        assertThat(verify(ForgedPack.ofPeriod(TRAIL, 0, 61, 7, 8).sealed())).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed)
                .contains("59 entries and 2 that the reader may not see")
                .contains("without a gap; 3 roots recomputed")
                .endsWith("verified\n");
        assertThat(verify(ForgedPack.ofPeriod(TRAIL, 20, 40).sealed())).isEqualTo(CandorVerify.VERIFIED);
    }

    /** Sizes at which paths have many lengths. */
    @Test
    void verifiesPathsThatEndWhereTheyMeetTheOneBefore() throws IOException {
        for (int size : new int[] {4, 5, 8, 31, 33, 61}) {
            Forge trail = Forge.of(size);
            Path pem = Files.writeString(folder.resolve("short.pem"), trail.publicKeyPem());
            ForgedPack whole = ForgedPack.ofPeriod(trail, 0, size, 1, 2);
            int before = String.join("", whole.lines("entries.jsonl")).length();
            byte[] pack = whole.withShortPaths("entries.jsonl")
                    .withShortPaths("left-out.jsonl")
                    .sealed();
            assertThat(String.join("", whole.lines("entries.jsonl"))).hasSizeLessThanOrEqualTo(before);
            Path file = Files.write(folder.resolve("short.zip"), pack);
            assertThat(run(file.toString(), "--key", pem.toString()))
                    .as("%d: %s", size, printed)
                    .isEqualTo(CandorVerify.VERIFIED);
        }
        assertThat(verify(ForgedPack.ofIncident(TRAIL)
                        .withShortPaths("entries.jsonl")
                        .sealed()))
                .isEqualTo(CandorVerify.VERIFIED);
    }

    /** A short path leans on the line before, which must be right and must lead to the same root. */
    @Test
    void findsEveryChangeOfAPathThatLeansOnTheOneBefore() throws IOException {
        List<String> good = ForgedPack.ofPeriod(TRAIL, 0, 61)
                .withShortPaths("entries.jsonl")
                .lines("entries.jsonl");
        for (int at = 0; at < good.size(); at++) {
            for (int change = 0; change < 3; change++) {
                List<String> lines = new java.util.ArrayList<>(good);
                String line = lines.get(at);
                int path = line.indexOf("\"path\":[") + 8;
                lines.set(
                        at,
                        switch (change) {
                            case 0 ->
                                line.substring(0, path) + line.substring(path).replaceFirst("\"[^\"]*\",?", "");
                            case 1 -> line.substring(0, path) + "]}";
                            default ->
                                line.substring(0, path)
                                        + line.substring(path)
                                                .replaceFirst(
                                                        "\"...", line.charAt(path + 1) == 'A' ? "\"BBB" : "\"AAA");
                        });
                byte[] bad = ForgedPack.ofPeriod(TRAIL, 0, 61)
                        .put("entries.jsonl", lines)
                        .sealed();
                assertThat(verify(bad)).as("line %d, change %d", at, change).isNotEqualTo(CandorVerify.VERIFIED);
            }
        }
    }

    @Test
    void verifiesAnIncident() throws IOException {
        assertThat(verify(ForgedPack.ofIncident(TRAIL).sealed())).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("incident " + ForgedPack.INCIDENT);
    }

    @Test
    void saysWhenItHasTheKeyFromThePackAlone() throws IOException {
        Path pack = Files.write(
                folder.resolve("pack.zip"), ForgedPack.ofIncident(TRAIL).sealed());
        assertThat(run(pack.toString())).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("note  key         taken from the pack itself, SHA-256 ");
        assertThat(run(pack.toString(), "--key", key.toString())).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).doesNotContain("taken from the pack");
    }

    @Test
    void refusesAPackOfAnotherTrail() throws IOException {
        assertThat(verify(ForgedPack.ofIncident(Forge.of(61)).sealed())).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  key");
    }

    /** Any artefact, any byte, also those that no reader of zip files looks at. */
    @Test
    void findsEveryChangedByte() throws IOException {
        for (byte[] good : List.of(
                ForgedPack.ofPeriod(TRAIL, 0, 61, 7).sealed(),
                ForgedPack.ofIncident(TRAIL).sealed())) {
            Random random = new Random(good.length);
            for (int i = 0; i < 300; i++) {
                byte[] bad = good.clone();
                int at = random.nextInt(bad.length);
                bad[at] ^= (byte) (1 << random.nextInt(8));
                assertThat(verify(bad)).as("byte %d became %d", at, bad[at]).isNotEqualTo(CandorVerify.VERIFIED);
            }
            for (int at = good.length - 400; at < good.length; at++) {
                byte[] bad = good.clone();
                bad[at] ^= 1;
                assertThat(verify(bad)).as("byte %d", at).isNotEqualTo(CandorVerify.VERIFIED);
            }
        }
    }

    @Test
    void findsWhatIsCutOffOrAddedAtTheEnd() throws IOException {
        byte[] good = ForgedPack.ofIncident(TRAIL).sealed();
        for (int less = 1; less < 300; less += 13) {
            assertThat(verify(Arrays.copyOf(good, good.length - less))).isNotEqualTo(CandorVerify.VERIFIED);
            assertThat(verify(Arrays.copyOf(good, good.length + less))).isNotEqualTo(CandorVerify.VERIFIED);
        }
    }

    /** 240 seeded changes of lines by somebody who can seal the pack again. */
    @Test
    void findsEveryChangedLineThoughTheSealIsRight() throws IOException {
        for (int seed = 0; seed < 240; seed++) {
            Random random = new Random(seed);
            ForgedPack pack = ForgedPack.ofPeriod(TRAIL, 0, 61, 7, 30);
            String file = List.of("entries.jsonl", "left-out.jsonl", "checkpoints.jsonl")
                    .get(seed % 3);
            List<String> lines = pack.lines(file);
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> Collections.swap(lines, at, (at + 1) % lines.size());
                default -> lines.set(at, otherCharacter(lines.get(at), random));
            }
            boolean dropsAnInnerCheckpoint = file.startsWith("check") && lines.size() < 3;
            int code = verify(pack.put(file, lines).sealed());
            if (!dropsAnInnerCheckpoint) {
                assertThat(code).as("seed %d: %s", seed, printed).isNotEqualTo(CandorVerify.VERIFIED);
            }
        }
    }

    @Test
    void namesTheFirstBadIndex() throws IOException {
        ForgedPack pack = ForgedPack.ofPeriod(TRAIL, 0, 61);
        List<String> lines = pack.lines("entries.jsonl");
        String other = ForgedPack.ofPeriod(TRAIL.rewritten(23), 0, 61)
                .lines("entries.jsonl")
                .get(23);
        lines.set(23, other);
        assertThat(verify(pack.put("entries.jsonl", lines).sealed())).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  path        the entry at place 23 is not what was signed");

        lines.remove(23);
        assertThat(verify(pack.put("entries.jsonl", lines).counting(60, 0).sealed()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  density     the entry at place 23 is missing: the next one is at 24");
    }

    @Test
    void saysWhatIsWrongWithALineWhenItsTurnHasCome() throws IOException {
        ForgedPack pack = ForgedPack.ofPeriod(TRAIL, 0, 61);
        List<String> lines = pack.lines("entries.jsonl");
        lines.set(40, lines.get(40).replace("{", "{\t"));
        assertThat(verify(pack.put("entries.jsonl", lines).sealed())).isEqualTo(CandorVerify.UNREADABLE);
        assertThat(printed).contains("entries.jsonl: a control character in a line");

        lines.set(
                23,
                ForgedPack.ofPeriod(TRAIL.rewritten(23), 0, 61)
                        .lines("entries.jsonl")
                        .get(23));
        assertThat(verify(pack.put("entries.jsonl", lines).sealed())).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("the entry at place 23 is not what was signed");
    }

    @Test
    void findsAnEntryThatIsNotTheIncidents() throws IOException {
        ForgedPack pack = ForgedPack.ofIncident(TRAIL);
        List<String> lines = pack.lines("entries.jsonl");
        byte[] other = new String(TRAIL.entryAt(1), UTF_8)
                .replace("incidents=0193", "incidents=0194")
                .getBytes(UTF_8);
        lines.set(0, lines.getFirst().replaceFirst("\"entry\":\"[^\"]*", "\"entry\":\"" + Forge.base64(other)));
        assertThat(verify(pack.put("entries.jsonl", lines).sealed())).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  incident    the entry at place 1 ");
    }

    @Test
    void findsAWrongCountAndAMissingFile() throws IOException {
        assertThat(verify(ForgedPack.ofIncident(TRAIL).counting(5, 0).sealed()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(verify(ForgedPack.ofIncident(TRAIL).without("left-out.jsonl").sealed()))
                .isEqualTo(CandorVerify.UNREADABLE);
    }

    @Test
    void findsADocumentThatNoEntryNames() throws IOException {
        byte[] unnamed = "another form".getBytes(UTF_8);
        assertThat(verify(ForgedPack.ofIncident(TRAIL).withDocument(unnamed).sealed()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  documents");
    }

    @Test
    void findsASealOfAnotherKey() throws IOException {
        assertThat(verify(ForgedPack.ofIncident(TRAIL).sealed(Forge.of(1)))).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  sealed");
    }

    @Test
    void checksThePastYearsTogether() throws IOException {
        String other =
                TRAIL.signed("trail.example/2025", "trail.example/2025\n3\n" + Forge.base64(new byte[32]) + "\n");
        assertThat(verify(ForgedPack.ofIncident(TRAIL).withPastYears(other).sealed()))
                .isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("1 past years under one signed root");
        assertThat(verify(ForgedPack.ofIncident(TRAIL)
                        .withPastYears(other, TRAIL.note(30))
                        .sealed()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("ends otherwise than the log of logs has it");
    }

    @Test
    void believesARemovalThatIsSignedByTwoPeopleAndOfTheLogThatEndedSo() throws IOException {
        String root = Forge.base64(new byte[32]);
        String last = TRAIL.signed("trail.example/2025", "trail.example/2025\n3\n" + root + "\n");
        String text = "candor-removal/1\ntrail.example/2025\n7\n3\n" + root
                + "\n01930000-0000-7000-8000-0000000000aa\nprivacy-officer\nadministrator\n2032-01-10T15:00:00Z\n";
        String name = "trail.example/removal";
        assertThat(verify(removed(last, TRAIL.signed(name, text)))).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("ok    removed     trail.example/2025, 3 entries from place 7 on");
        for (String bad : List.of(
                Forge.of(2).signed(name, text),
                TRAIL.signed(name, text.replace("\n3\n", "\n4\n")),
                TRAIL.signed(name, text.replace("administrator", "privacy-officer")),
                TRAIL.signed(name, text.replace("trail.example/2025", "trail.example/2024")),
                TRAIL.signed(name, text.replace(root, Forge.base64(new byte[31]) + "=")),
                TRAIL.signed(name, text).replace("2032-01-10", "2032-01-11"))) {
            assertThat(verify(removed(last, bad))).as(bad).isNotEqualTo(CandorVerify.VERIFIED);
        }
    }

    private static byte[] removed(String last, String order) {
        return ForgedPack.ofIncident(TRAIL)
                .withPastYears(last)
                .withRemoval(order)
                .sealed();
    }

    /** Who has stolen the trail's key can forge everything but what the witness has signed. */
    @Test
    void believesTheWitnessAndNotAStolenKey() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String witnessKey = witnessKey(pair);
        Path witness = Files.writeString(folder.resolve("witness.txt"), witnessKey);
        String line = cosignature(pair, witnessKey, TRAIL.note(61));

        Path good = Files.write(
                folder.resolve("good.zip"),
                ForgedPack.ofIncident(TRAIL).cosigned(witnessKey, line).sealed());
        assertThat(run(good.toString(), "--key", key.toString(), "--witness", witness.toString()))
                .isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("ok    cosignature by " + WITNESS);
        assertThat(run(good.toString())).isEqualTo(CandorVerify.VERIFIED);

        Path forged = Files.write(
                folder.resolve("forged.zip"),
                ForgedPack.ofIncident(TRAIL.rewritten(4)).sealed());
        assertThat(run(forged.toString(), "--key", key.toString())).isEqualTo(CandorVerify.VERIFIED);
        assertThat(run(forged.toString(), "--key", key.toString(), "--witness", witness.toString()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  witness");

        Path copied = Files.write(
                folder.resolve("copied.zip"),
                ForgedPack.ofIncident(TRAIL.rewritten(4))
                        .cosigned(witnessKey, line)
                        .sealed());
        assertThat(run(copied.toString(), "--key", key.toString(), "--witness", witness.toString()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  cosignature");
    }

    private static String otherCharacter(String line, Random random) {
        int at;
        do {
            at = random.nextInt(line.length());
        } while (!Character.isLetterOrDigit(line.charAt(at)));
        char other = line.charAt(at) == 'A' ? 'B' : 'A';
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    private static String witnessKey(KeyPair pair) {
        byte[] x509 = pair.getPublic().getEncoded();
        byte[] kindAndKey = new byte[33];
        kindAndKey[0] = 4;
        System.arraycopy(x509, x509.length - 32, kindAndKey, 1, 32);
        byte[] id = Arrays.copyOf(MerklePath.sha256((WITNESS + "\n").getBytes(UTF_8), kindAndKey), 4);
        return WITNESS + "+" + HexFormat.of().formatHex(id) + "+" + Forge.base64(kindAndKey) + "\n";
    }

    private static String cosignature(KeyPair pair, String witnessKey, String note) throws GeneralSecurityException {
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(pair.getPrivate());
        ed25519.update(("cosignature/v1\ntime 1790000000\n" + text).getBytes(UTF_8));
        byte[] named = ByteBuffer.allocate(76)
                .put(HexFormat.of().parseHex(witnessKey.split("\\+")[1]))
                .putLong(1_790_000_000L)
                .put(ed25519.sign())
                .array();
        return "\u2014 " + WITNESS + " " + Forge.base64(named) + "\n";
    }

    private int verify(byte[] pack) throws IOException {
        Path file = Files.write(folder.resolve("any.zip"), pack);
        return run(file.toString(), "--key", key.toString());
    }

    private int run(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        int code = CandorVerify.run(out, out, args);
        printed = bytes.toString(UTF_8);
        return code;
    }
}
