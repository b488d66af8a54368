package org.candor.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandorVerifyTest {

    private static final Forge TRAIL = Forge.of(70);

    @TempDir
    private Path folder;

    private Path key;
    private String printed = "";

    @BeforeEach
    void writeTheKey() throws IOException {
        key = Files.writeString(folder.resolve("key.pem"), TRAIL.publicKeyPem());
    }

    @Test
    void saysLineByLineWhatItChecked() throws IOException {
        assertThat(verify(TRAIL.inclusion(41, 70))).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("ok    format").endsWith("entry 41 of 70"),
                        line -> assertThat(line).startsWith("ok    entry").contains("case-closed", "privacy-officer"),
                        line -> assertThat(line).startsWith("ok    incident"),
                        line -> assertThat(line).startsWith("ok    data"),
                        line -> assertThat(line).startsWith("ok    leaf"),
                        line -> assertThat(line).startsWith("ok    path"),
                        line -> assertThat(line).startsWith("ok    keyId"),
                        line -> assertThat(line).startsWith("ok    checkpoint").contains(Forge.ORIGIN, "70 entries"),
                        line -> assertThat(line).startsWith("ok    key"),
                        line -> assertThat(line).startsWith("ok    signature"),
                        line -> assertThat(line).isEqualTo("verified"));
    }

    @Test
    void verifiesEveryIndexOfEverySize() throws IOException {
        for (int size = 1; size <= 33; size++) {
            for (int index = 0; index < size; index++) {
                assertThat(verify(TRAIL.inclusion(index, size))).isEqualTo(CandorVerify.VERIFIED);
            }
        }
    }

    @Test
    void verifiesEveryPairOfSizes() throws IOException {
        for (int to = 0; to <= 33; to++) {
            for (int from = 0; from <= to; from++) {
                assertThat(verify(TRAIL.consistency(from, to))).isEqualTo(CandorVerify.VERIFIED);
            }
        }
    }

    @Test
    void findsEveryChangedByte() throws IOException {
        assertEveryChangeIsFound(TRAIL.inclusion(41, 70), 1_500);
        assertEveryChangeIsFound(TRAIL.inclusion(0, 1), 500);
        assertEveryChangeIsFound(TRAIL.consistency(37, 70), 1_000);
        assertEveryChangeIsFound(TRAIL.consistency(64, 70), 500);
    }

    @Test
    void findsAChangeOfAnyByteOfTheEntry() throws IOException {
        String proof = TRAIL.inclusion(41, 70);
        byte[] entry = java.util.Base64.getDecoder()
                .decode(proof.substring(proof.indexOf("\"entry\":\"") + 9, proof.indexOf("\",\"leafHash\"")));
        for (int at = 0; at < entry.length; at++) {
            byte[] other = entry.clone();
            other[at] ^= (byte) (1 << at % 8);
            assertThat(verify(TRAIL.inclusion(41, 70, other))).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        }
    }

    @Test
    void findsAnotherPlaceOrSize() throws IOException {
        String proof = TRAIL.inclusion(41, 70);
        for (int other = 0; other < 200; other++) {
            if (other != 41) {
                assertThat(verify(proof.replace("\"index\":41", "\"index\":" + other)))
                        .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
            }
        }
        assertThat(printed).contains("FAIL  path").contains("does not verify: path");
    }

    @Test
    void refusesTheRightTreeSignedByAnotherKey() throws IOException {
        assertThat(verify(Forge.of(70).inclusion(41, 70))).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  key");
    }

    @Test
    void refusesATreeThatForgotAnEntry() throws IOException {
        String grown = TRAIL.consistency(37, 70);
        String other = TRAIL.consistency(36, 70);
        String mixed = grown.substring(0, grown.indexOf("\"path\"")) + other.substring(other.indexOf("\"path\""));
        assertThat(verify(mixed)).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("does not verify: path");
    }

    @Test
    void readsAProofThatWasIndented() throws IOException {
        assertThat(verify(TRAIL.inclusion(41, 70).replace("\",\"", "\" ,\n  \"") + "\n"))
                .isEqualTo(CandorVerify.VERIFIED);
    }

    @Test
    void decidesNothingAboutWhatItCannotRead() throws IOException {
        for (String bad : new String[] {
            "",
            "[]",
            "{",
            "{}",
            "{\"format\":\"candor-inclusion/2\"}",
            "\u0000",
            "{\"a\":1,\"a\":1}",
            "{\"a\":-1}",
            "[".repeat(100_000),
            TRAIL.inclusion(1, 2) + "x",
            TRAIL.inclusion(1, 2).replace("\"index\":1", "\"index\":1.0"),
            TRAIL.inclusion(1, 2).replace("{\"format\"", "{\"more\":1,\"format\"")
        }) {
            assertThat(verify(bad)).isEqualTo(CandorVerify.UNREADABLE);
        }
    }

    @Test
    void saysHowItIsUsed() throws IOException {
        assertThat(run()).isEqualTo(CandorVerify.UNREADABLE);
        assertThat(printed).contains("usage: ");
        assertThat(run("proof.json")).isEqualTo(CandorVerify.UNREADABLE);
        Path proof = Files.writeString(folder.resolve("proof.json"), TRAIL.inclusion(1, 2));
        assertThat(run(proof.toString())).isEqualTo(CandorVerify.UNREADABLE);
        assertThat(printed).contains("give --key");
        assertThat(run(proof.toString(), "--trust", key.toString())).isEqualTo(CandorVerify.UNREADABLE);
        assertThat(run(folder.resolve("absent.json").toString(), "--key", key.toString()))
                .isEqualTo(CandorVerify.UNREADABLE);
        Path noKey = Files.writeString(
                folder.resolve("no-key.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
        assertThat(run(key.toString(), "--key", noKey.toString())).isEqualTo(CandorVerify.UNREADABLE);
    }

    private void assertEveryChangeIsFound(String proof, int changes) throws IOException {
        byte[] good = proof.getBytes(UTF_8);
        Random random = new Random(good.length);
        for (int i = 0; i < changes; i++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(verify(bad)).as("byte %d became %d", at, bad[at]).isNotEqualTo(CandorVerify.VERIFIED);
        }
    }

    private int verify(String proof) throws IOException {
        return verify(proof.getBytes(UTF_8));
    }

    private int verify(byte[] proof) throws IOException {
        Path file = Files.write(folder.resolve("proof.json"), proof);
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
