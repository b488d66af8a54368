package org.candor.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candor.kit.crypto.InstallationKeys;

/**
 * Signs as the Standard Webhooks specification says: HMAC-SHA-256 over id, timestamp and body, under a secret of the
 * subscription's own.
 */
@ApplicationScoped
class Signatures {

    private static final String KEY = "webhook-signing";

    private final InstallationKeys keys;

    Signatures(InstallationKeys keys) {
        this.keys = keys;
    }

    /** The subscription's secret. Call outside of a session: it reads the installation's key on a connection of its own. */
    Uni<byte[]> secret(UUID webhookId, int number) {
        return keys.load(KEY).map(key -> hmac(key, webhookId + "/" + number));
    }

    /** As the subscriber is given it. */
    static String shown(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** The value of {@code webhook-signature}. */
    static String sign(byte[] secret, String id, long timestamp, String body) {
        return "v1," + Base64.getEncoder().encodeToString(hmac(secret, id + "." + timestamp + "." + body));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("HmacSHA256 is missing", absent);
        }
    }
}
