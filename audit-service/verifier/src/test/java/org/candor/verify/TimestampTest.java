package org.candor.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time-stamps that {@code openssl ts} made once over {@code note.txt}, with an RSA and with an EC key. */
class TimestampTest {

    private static final List<String> KINDS = List.of("rsa", "ec");

    @TempDir
    private Path folder;

    @Test
    void believesATokenOfThatNoteByThatCertificate() throws Exception {
        for (String kind : KINDS) {
            TimestampToken token = TimestampToken.read(bytes(kind + ".der"));
            assertThat(token.isOf(note(), certificate(kind))).as(kind).isTrue();
            assertThat(token.time()).as(kind).isEqualTo("2026-12-01T01:31:33Z");
            assertThat(certificate(kind).name()).isEqualTo("CN=Time of " + kind);
        }
    }

    @Test
    void refusesAnotherNoteAndAnotherCertificate() throws Exception {
        byte[] other = MerklePath.sha256("another note".getBytes(UTF_8));
        for (String kind : KINDS) {
            TimestampToken token = TimestampToken.read(bytes(kind + ".der"));
            assertThat(token.isOf(other, certificate(kind))).isFalse();
            assertThat(token.isOf(note(), certificate(kind.equals("rsa") ? "ec" : "rsa")))
                    .isFalse();
        }
    }

    /** The same key, certified for something else: RFC 3161, 2.3. */
    @Test
    void refusesACertificateThatIsNotForTimeStampingAlone() {
        assertThatThrownBy(() -> certificate("other-use"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("not one for time-stamping alone");
        assertThatThrownBy(() -> TsaCertificate.ofPem("no certificate")).isInstanceOf(Unreadable.class);
    }

    /** Whatever a signature goes over: the time, the hash, the attributes, the signature itself. */
    @Test
    void findsEveryChangedBitOfWhatIsSigned() throws Exception {
        for (String kind : KINDS) {
            byte[] good = bytes(kind + ".der");
            TimestampToken token = TimestampToken.read(good);
            for (byte[] part : List.of(token.content(), signedTail(token), token.signature())) {
                int from = indexOf(good, part);
                for (int at = from; at < from + part.length; at++) {
                    byte[] bad = good.clone();
                    bad[at] ^= (byte) (1 << at % 8);
                    assertThat(isBelieved(bad, kind))
                            .as("%s, byte %d", kind, at)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void readsNothingThatIsCutOffLongerOrNoDer() throws Exception {
        byte[] good = bytes("rsa.der");
        for (int length = 0; length < good.length; length += 7) {
            assertThat(isBelieved(Arrays.copyOf(good, length), "rsa")).isFalse();
        }
        assertThat(isBelieved(Arrays.copyOf(good, good.length + 1), "rsa")).isFalse();
        Random random = new Random(3161);
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = new byte[random.nextInt(200)];
            random.nextBytes(bad);
            assertThat(isBelieved(bad, "rsa")).isFalse();
        }
    }

    @Test
    void checksTheTimeStampsOfAPackWhenTheCertificateIsGiven() throws Exception {
        Forge trail = Forge.of(61);
        Path key = Files.writeString(folder.resolve("key.pem"), trail.publicKeyPem());
        String line = "{\"log\":\"" + Forge.ORIGIN + "\",\"size\":61,\"token\":\""
                + Base64.getEncoder().encodeToString(bytes("rsa.der")) + "\"}";
        Path pack = write(ForgedPack.ofIncident(trail).put("timestamps.jsonl", List.of(line)));
        Path tsa = Files.write(folder.resolve("tsa.pem"), bytes("rsa.pem"));

        assertThat(run(pack.toString(), "--key", key.toString())).isEqualTo(CandorVerify.VERIFIED);
        // A real token, though not of this checkpoint.
        assertThat(run(pack.toString(), "--key", key.toString(), "--tsa", tsa.toString()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        Path none = write(ForgedPack.ofIncident(trail));
        assertThat(run(none.toString(), "--key", key.toString(), "--tsa", tsa.toString()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        Path unknown = write(ForgedPack.ofIncident(trail)
                .put("timestamps.jsonl", List.of(line.replace("\"size\":61", "\"size\":60"))));
        assertThat(run(unknown.toString(), "--key", key.toString())).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        Path proof = Files.writeString(folder.resolve("proof.json"), trail.inclusion(1, 2));
        assertThat(run(proof.toString(), "--key", key.toString(), "--tsa", tsa.toString()))
                .isEqualTo(CandorVerify.UNREADABLE);
    }

    private Path write(ForgedPack pack) throws IOException {
        return Files.write(Files.createTempFile(folder, "pack", ".zip"), pack.sealed());
    }

    private static int run(String... args) {
        java.io.PrintStream nowhere = new java.io.PrintStream(java.io.OutputStream.nullOutputStream(), true, UTF_8);
        return CandorVerify.run(nowhere, nowhere, args);
    }

    private static boolean isBelieved(byte[] token, String kind) throws Exception {
        try {
            return TimestampToken.read(token).isOf(note(), certificate(kind));
        } catch (Unreadable e) {
            return false;
        }
    }

    /** The signed attributes but their tag, which stands otherwise in the token. */
    private static byte[] signedTail(TimestampToken token) {
        return Arrays.copyOfRange(token.signedBytes(), 1, token.signedBytes().length);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new IllegalStateException("not there");
    }

    private static byte[] note() throws IOException {
        return MerklePath.sha256(bytes("note.txt"));
    }

    private static TsaCertificate certificate(String kind) throws IOException, Unreadable {
        return TsaCertificate.ofPem(new String(bytes(kind + ".pem"), UTF_8));
    }

    private static byte[] bytes(String name) throws IOException {
        try (java.io.InputStream in = TimestampTest.class.getResourceAsStream("/timestamp/" + name)) {
            return in.readAllBytes();
        }
    }
}
