package org.candor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.verify.Forge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol over HTTP, as C2SP tlog-witness has it. */
class WitnessTest {

    private static final Forge TRAIL = Forge.of(40);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder;

    private Witness witness;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("trail.pem"), TRAIL.publicKeyPem());
        witness = Witness.start(
                Map.of(
                        "CANDOR_WITNESS_DIR",
                        folder.resolve("state").toString(),
                        "CANDOR_WITNESS_NAME",
                        "witness.example",
                        "CANDOR_WITNESS_LOG",
                        "trail.example",
                        "CANDOR_WITNESS_LOG_KEYS",
                        folder.resolve("trail.pem").toString()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void signsWhatHasOnlyGrown() throws Exception {
        assertThat(add(0, List.of(), TRAIL.note(10)).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = add(10, TRAIL.consistencyPath(10, 23), TRAIL.note(23));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(isCosignature(answer.body(), TRAIL.note(23))).isTrue();
        assertThat(isCosignature(answer.body(), TRAIL.note(22))).isFalse();
        assertThat(add(23, List.of(), TRAIL.note(23)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesARollBackWithTheSizeThatItHasSeen() throws Exception {
        add(0, List.of(), TRAIL.note(23));
        HttpResponse<String> answer = add(0, List.of(), TRAIL.note(10));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("23\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(add(23, List.of(), TRAIL.note(10)).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesASplitViewAlsoWhenTheKeyIsStolen() throws Exception {
        Forge other = TRAIL.rewritten(4);
        add(0, List.of(), TRAIL.note(23));
        HttpResponse<String> sameSize = add(23, List.of(), other.note(23));
        assertThat(sameSize.statusCode()).isEqualTo(409);
        assertThat(sameSize.body()).isEqualTo("23\n");
        assertThat(add(23, other.consistencyPath(23, 40), other.note(40)).statusCode())
                .isEqualTo(422);
        assertThat(add(23, TRAIL.consistencyPath(23, 40), TRAIL.note(40)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesOtherLogsAndOtherKeys() throws Exception {
        assertThat(add(0, List.of(), Forge.of(5).note(5)).statusCode()).isEqualTo(403);
        String elsewhere = TRAIL.note(5).replace(Forge.ORIGIN, "other.example/2026");
        assertThat(add(0, List.of(), elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        for (String body : List.of(
                "",
                "old 0",
                "old -1\n\n" + TRAIL.note(3),
                "new 0\n\n" + TRAIL.note(3),
                "old 0\n*\n\n" + TRAIL.note(3))) {
            assertThat(post(body).statusCode()).isEqualTo(400);
        }
        assertThat(post("x".repeat(20_000)).statusCode()).isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder(uri("/add-checkpoint")).GET()).statusCode())
                .isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/health")).GET()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void remembersAfterItWasKilled() throws Exception {
        add(0, List.of(), TRAIL.note(23));
        String key = Files.readString(folder.resolve("state/witness.pub"));
        stop();
        start();
        assertThat(Files.readString(folder.resolve("state/witness.pub"))).isEqualTo(key);
        assertThat(add(0, List.of(), TRAIL.rewritten(3).note(30)).body()).isEqualTo("23\n");
        assertThat(add(23, TRAIL.consistencyPath(23, 40), TRAIL.note(40)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signsNothingWhenItHasForgotten() throws Exception {
        add(0, List.of(), TRAIL.note(23));
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".checkpoint")).toList()) {
                Files.writeString(file, "");
            }
        }
        assertThat(add(23, TRAIL.consistencyPath(23, 40), TRAIL.note(40)).statusCode())
                .isEqualTo(500);
    }

    @Test
    void keepsItsPrivateKeyToItselfAndLetsOthersReadThePublicOne() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("state/witness.key")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(Files.getPosixFilePermissions(folder.resolve("state/witness.pub")))
                .contains(PosixFilePermission.OTHERS_READ)
                .doesNotContain(PosixFilePermission.OTHERS_WRITE);
    }

    @Test
    void doesNotStartWithoutItsSettings() {
        assertThatThrownBy(() -> Witness.start(Map.of(), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CANDOR_WITNESS_DIR");
    }

    private boolean isCosignature(String line, String note) throws Exception {
        String[] key =
                Files.readString(folder.resolve("state/witness.pub")).strip().split("\\+", 3);
        byte[] signed = Base64.getDecoder().decode(line.strip().substring("\u2014 witness.example ".length()));
        byte[] raw = Base64.getDecoder().decode(key[2]);
        byte[] x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(Arrays.copyOfRange(raw, 1, 33)));
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        ed25519.update(("cosignature/v1\ntime " + NOW.getEpochSecond() + "\n" + text).getBytes(UTF_8));
        return HexFormat.of().formatHex(signed, 0, 4).equals(key[1])
                && ed25519.verify(Arrays.copyOfRange(signed, 12, signed.length));
    }

    private HttpResponse<String> add(int old, List<byte[]> path, String note) throws Exception {
        String proof = path.stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash) + "\n")
                .collect(Collectors.joining());
        return post("old " + old + "\n" + proof + "\n" + note);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/add-checkpoint")).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + witness.port() + path);
    }
}
