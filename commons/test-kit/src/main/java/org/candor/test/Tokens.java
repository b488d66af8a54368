package org.candor.test;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bearer tokens as the identity provider gives them, signed with a key that this JVM made.
 *
 * <p>The login name differs from the subject, as it does in production: who takes one for the other fails in tests too.
 */
public final class Tokens {

    /** Who signs; the service under test fetches the public key from {@link Peers#KEYS}. */
    public static final String ISSUER = "http://identity.test/realms/candor";

    public static final String AUDIENCE = "candor";

    private static final String KEY_ID = "test";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private PrivateKey key;
    private String keyId = KEY_ID;

    private Tokens(String subject) {
        Instant now = Instant.now();
        claims.put("iss", ISSUER);
        claims.put("aud", List.of(AUDIENCE));
        claims.put("sub", subject);
        claims.put("preferred_username", "login-of-" + subject);
        claims.put("azp", "candor-demo");
        claims.put("typ", "Bearer");
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

    /** Leaves a claim out. */
    public Tokens without(String name) {
        claims.remove(name);
        return this;
    }

    /** The id of the key that the token says it is signed with. */
    public Tokens keyId(String id) {
        keyId = id;
        return this;
    }

    /** Signed by somebody else. */
    public Tokens key(PrivateKey other) {
        key = other;
        return this;
    }

    /** The token with an RS256 signature. */
    public String signed() {
        String content = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId)) + "." + encoded(claims);
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

    /** An HS256 signature with the public key as its secret: right for whoever lets the token choose the algorithm. */
    public String signedWithThePublicKey() {
        String content = encoded(Map.of("alg", "HS256", "typ", "JWT", "kid", keyId)) + "." + encoded(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(publicKey()), "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half as X.509 in Base64. */
    private static String publicKey() {
        return keys()[1];
    }

    /** The same as a JWK set (RFC 7517), under the key id of usual tokens. */
    static Map<String, Object> publicKeys() {
        try {
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey())));
            return Map.of(
                    "keys",
                    List.of(Map.of(
                            "kty",
                            "RSA",
                            "use",
                            "sig",
                            "alg",
                            "RS256",
                            "kid",
                            KEY_ID,
                            "n",
                            base64(unsigned(key.getModulus())),
                            "e",
                            base64(unsigned(key.getPublicExponent())))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the byte that would hold a sign. */
    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
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
