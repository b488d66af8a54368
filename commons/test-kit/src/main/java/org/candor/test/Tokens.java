package org.candor.test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Bearer tokens as the identity provider gives them, signed with a key that this JVM made.
 *
 * <p>The login name differs from the subject, as it does in production: who takes one for the other fails in tests too.
 */
public final class Tokens {

    /** Who signs; it need not answer, because the service under test holds the public key. */
    public static final String ISSUER = "http://identity.test/realms/candor";

    public static final String AUDIENCE = "candor";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private PrivateKey key;

    private Tokens(String subject) {
        Instant now = Instant.now();
        claims.put("iss", ISSUER);
        claims.put("aud", List.of(AUDIENCE));
        claims.put("sub", subject);
        claims.put("preferred_username", "login-of-" + subject);
        claims.put("azp", "candor-demo");
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("entities", List.of("*"));
    }

    /** A token of somebody with that role, whose subject is the role's name, for all entities. */
    public static String of(String role) {
        return as(role, role);
    }

    /** A token of that subject with these roles, for all entities. */
    public static String as(String subject, String... roles) {
        return subject(subject).roles(roles).signed();
    }

    /** Begins a token that differs from the usual one: valid, for all entities, without a role. */
    public static Tokens subject(String subject) {
        return new Tokens(subject);
    }

    public Tokens roles(String... roles) {
        return claim("realm_access", Map.of("roles", List.of(roles)));
    }

    /** Ids of legal entities; none at all leaves the claim out, which means: no entity. */
    public Tokens entities(String... ids) {
        claims.remove("entities");
        return ids.length == 0 ? this : claim("entities", List.of(ids));
    }

    public Tokens businessAssociate(String id) {
        return claim("business_associate", id);
    }

    public Tokens department(String department) {
        return claim("department", department);
    }

    public Tokens issuer(String issuer) {
        return claim("iss", issuer);
    }

    public Tokens audience(String... audience) {
        return claim("aud", List.of(audience));
    }

    public Tokens expiresAt(Instant instant) {
        return claim("exp", instant.getEpochSecond());
    }

    /** Ended an hour ago. */
    public Tokens expired() {
        return expiresAt(Instant.now().minus(LIFETIME));
    }

    public Tokens claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Signed by somebody else. */
    public Tokens key(PrivateKey other) {
        key = other;
        return this;
    }

    /** The token with an RS256 signature. */
    public String signed() {
        String content = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", "test")) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key == null ? privateKey() : key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token with {@code alg} {@code none}, which nobody may accept. */
    public String unsigned() {
        return encoded(Map.of("alg", "none", "typ", "JWT")) + "." + encoded(claims) + ".";
    }

    /** The public half as X.509 in Base64, in the form that Quarkus reads. */
    static String publicKey() {
        return keys()[1];
    }

    private static PrivateKey privateKey() throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(keys()[0]);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String[] keys() {
        return Platform.once("token-key", Tokens::newKeys).split(" ");
    }

    private static String newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder encoder = Base64.getEncoder();
            return encoder.encodeToString(pair.getPrivate().getEncoded()) + " "
                    + encoder.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, Object> part) {
        return base64(Json.bytes(part));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
