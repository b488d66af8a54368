package org.candor.intake.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.candor.kit.crypto.InstallationKeys;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/**
 * Signs that a report was filed: a JWS in compact form (RFC 7515) with Ed25519 (RFC 8037), which any JOSE library verifies
 * with the public key at {@code GET /intake/receipts/keys}. It holds the incident's id, the time, and a hash that only the
 * receipt opens, so that the proof by itself tells nothing of what was reported. The same filing gives the same proof.
 */
@ApplicationScoped
public class FilingProofs {

    private static final Logger LOG = Logger.getLogger(FilingProofs.class);
    private static final String NAME = "filing-proof";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record Signing(Ed25519Sign signer, String header, PublicKeyView publicKey) {}

    private final InstallationKeys keys;
    private volatile Signing signing;

    FilingProofs(InstallationKeys keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent started) {
        try {
            ready().await().atMost(PATIENCE);
        } catch (RuntimeException later) {
            LOG.warnf("key of filing proofs is not ready yet: %s", Faults.name(later));
        }
    }

    /** Makes the key ready; call before the others. */
    public Uni<Void> ready() {
        return signing != null
                ? Uni.createFrom().voidItem()
                : keys.load(NAME).invoke(seed -> signing = signing(seed)).replaceWithVoid();
    }

    /** The proof; the claim {@code filing} is SHA-256 over the receipt as shown, a line feed and the narrative, in UTF-8. */
    public String sign(UUID incidentId, Instant receivedAt, String receipt, String narrative) {
        Signing ready = signing;
        String claims =
                """
                {"iss":"candor-intake","sub":"%s","iat":%d,"receivedAt":"%s","filing":"%s"}""".formatted(incidentId, receivedAt.getEpochSecond(), receivedAt, hash(receipt + "\n" + narrative));
        String signed = ready.header() + "." + BASE64.encodeToString(claims.getBytes(UTF_8));
        try {
            return signed + "." + BASE64.encodeToString(ready.signer().sign(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 cannot sign", e);
        }
    }

    /** The key with which proofs are verified. */
    public PublicKeyView publicKey() {
        return signing.publicKey();
    }

    private static Signing signing(byte[] seed) {
        try {
            byte[] open = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
            PublicKeyView key = publicKey(BASE64.encodeToString(open));
            String header = """
                    {"alg":"EdDSA","kid":"%s","typ":"JWT"}""".formatted(key.kid());
            return new Signing(new Ed25519Sign(seed), BASE64.encodeToString(header.getBytes(UTF_8)), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing", e);
        }
    }

    /** The id is the key's thumbprint (RFC 7638). */
    private static PublicKeyView publicKey(String x) {
        String thumbprint = hash("""
                {"crv":"Ed25519","kty":"OKP","x":"%s"}""".formatted(x));
        return new PublicKeyView("OKP", "Ed25519", x, thumbprint, "sig", "EdDSA");
    }

    private static String hash(String text) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
