package org.candor.test.access;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.candor.test.Tokens;

/** Tokens that nobody may accept, by what is wrong with them. But for that they would open everything. */
public final class WrongTokens {

    private WrongTokens() {}

    /** Each with every role there is. */
    public static Map<String, String> all() {
        String right = mighty().signed();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("algorithm none", mighty().unsigned());
        wrong.put("HS256 with the public key as secret", mighty().signedWithThePublicKey());
        wrong.put("signed by another key", mighty().key(newKey()).signed());
        wrong.put("an unknown key id", mighty().key(newKey()).keyId("unknown").signed());
        wrong.put(
                "another issuer",
                mighty().issuer("http://elsewhere.test/realms/candor").signed());
        wrong.put(
                "another realm",
                mighty().issuer("http://identity.test/realms/master").signed());
        wrong.put("another audience", mighty().audience("account").signed());
        wrong.put("no audience", mighty().audience().signed());
        wrong.put(
                "expired seconds ago",
                mighty().expiresAt(Instant.now().minusSeconds(5)).signed());
        wrong.put("never expires", mighty().without("exp").signed());
        wrong.put(
                "not yet valid",
                mighty().claim("nbf", Instant.now().plus(Duration.ofHours(1)).getEpochSecond())
                        .signed());
        wrong.put("an ID token", mighty().claim("typ", "ID").signed());
        wrong.put("a refresh token", mighty().claim("typ", "Refresh").signed());
        wrong.put("no type", mighty().without("typ").signed());
        wrong.put("no subject", mighty().without("sub").signed());
        wrong.put("changed after signing", right.substring(0, right.length() - 6) + "AAAAAA");
        wrong.put("no token at all", "operator");
        wrong.put("an empty one", "");
        return wrong;
    }

    /** Valid, but without a role. */
    public static String withoutRoles() {
        return Tokens.subject("somebody").signed();
    }

    private static Tokens mighty() {
        return Tokens.subject("somebody").roles(AccessTable.ROLES.toArray(String[]::new));
    }

    private static PrivateKey newKey() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
