package org.candor.intake.receipts;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** Verifies proofs as a stranger does: with the published key and the JDK, and nothing of ours. */
@QuarkusTest
@OnRealPlatform
class FilingProofTest {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    /** The head of an X.509 key of Ed25519 (RFC 8410). */
    private static final String X509_HEAD = "302a300506032b6570032100";

    @Test
    void aStrangerVerifiesThatThisReportWasFiledThen() throws GeneralSecurityException {
        NamelessReporter reporter = NamelessReporter.reports();

        assertThat(isSigned(reporter.proof())).isTrue();
        JsonPath claims = claims(reporter.proof());
        assertThat(claims.getString("sub")).isEqualTo(reporter.incidentId().toString());
        assertThat(claims.getString("receivedAt")).isNotBlank();
        assertThat(claims.getString("filing")).isEqualTo(filing(reporter.receipt(), reporter.narrative()));
    }

    @Test
    void aChangedProofIsRefused() throws GeneralSecurityException {
        String[] parts = NamelessReporter.reports().proof().split("\\.");
        String forged = new String(BASE64.decode(parts[1]), UTF_8).replaceFirst("\"iat\":\\d", "\"iat\":2");
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8));
        assertThat(encoded).isNotEqualTo(parts[1]);
        assertThat(isSigned(parts[0] + "." + encoded + "." + parts[2])).isFalse();
    }

    @Test
    void theProofTellsNeitherNarrativeNorReceipt() {
        NamelessReporter reporter = NamelessReporter.reports();
        String claims = new String(BASE64.decode(reporter.proof().split("\\.")[1]), UTF_8);
        assertThat(claims).doesNotContain(reporter.receipt()).doesNotContain(reporter.narrative());
    }

    private static boolean isSigned(String proof) throws GeneralSecurityException {
        String[] parts = proof.split("\\.");
        JsonPath header = JsonPath.from(new String(BASE64.decode(parts[0]), UTF_8));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(published(header.getString("kid")));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        return signature.verify(BASE64.decode(parts[2]));
    }

    private static PublicKey published(String kid) throws GeneralSecurityException {
        String x = given().get("/receipts/keys")
                .then()
                .statusCode(200)
                .extract()
                .path("keys.find { it.kid == '" + kid + "' }.x");
        byte[] key = HexFormat.of().parseHex(X509_HEAD + HexFormat.of().formatHex(BASE64.decode(x)));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
    }

    private static JsonPath claims(String proof) {
        return JsonPath.from(new String(BASE64.decode(proof.split("\\.")[1]), UTF_8));
    }

    private static String filing(String receipt, String narrative) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest((receipt + "\n" + narrative).getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
