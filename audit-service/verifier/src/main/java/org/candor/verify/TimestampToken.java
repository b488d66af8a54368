package org.candor.verify;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;

/**
 * A time-stamp token of RFC 3161: somebody else's signature (RFC 5652) over a SHA-256 and a time.
 *
 * @param imprint the SHA-256 that was there at that time
 * @param content the TSTInfo as it stands in the token
 * @param attributes the signed attributes, in the form over which the signature goes
 * @param digest name of the hash in the signature
 * @param algorithm name of the signature's algorithm
 */
record TimestampToken(
        byte[] imprint,
        Instant time,
        byte[] content,
        Map<String, Der> attributes,
        byte[] signedBytes,
        String digest,
        String algorithm,
        byte[] signature) {

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    private static final Map<String, String> DIGESTS =
            Map.of(SHA256, "SHA-256", "2.16.840.1.101.3.4.2.2", "SHA-384", "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** Algorithms whose name leaves the hash to the field beside it. */
    private static final Map<String, String> KEY_ALGORITHMS =
            Map.of("1.2.840.113549.1.1.1", "RSA", "1.2.840.10045.2.1", "ECDSA");

    private static final Map<String, String> ALGORITHMS = Map.of(
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.840.113549.1.1.12", "SHA384withRSA",
            "1.2.840.113549.1.1.13", "SHA512withRSA",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.10045.4.3.3", "SHA384withECDSA",
            "1.2.840.10045.4.3.4", "SHA512withECDSA");

    private static final DateTimeFormatter GENERALIZED = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendLiteral('Z')
            .toFormatter(java.util.Locale.ROOT);

    static TimestampToken read(byte[] token) throws Unreadable {
        try {
            List<Der> contentInfo = Der.of(token).within(Der.SEQUENCE);
            demand(contentInfo.get(0).oid().equals(SIGNED_DATA), "is no signed data");
            List<Der> signedData =
                    contentInfo.get(1).within(Der.context(0, true)).getFirst().within(Der.SEQUENCE);
            List<Der> encapsulated = signedData.get(2).within(Der.SEQUENCE);
            demand(encapsulated.get(0).oid().equals(TST_INFO), "signs something else than a time");
            byte[] content = encapsulated
                    .get(1)
                    .within(Der.context(0, true))
                    .getFirst()
                    .demand(Der.OCTETS)
                    .content();
            List<Der> signers = signedData.getLast().within(Der.SET);
            demand(signers.size() == 1, "has not one signer");
            return of(content, signers.getFirst().within(Der.SEQUENCE));
        } catch (IndexOutOfBoundsException | java.util.NoSuchElementException e) {
            throw new Unreadable("The time-stamp lacks a value");
        }
    }

    private static TimestampToken of(byte[] content, List<Der> signer) throws Unreadable {
        List<Der> info = Der.of(content).within(Der.SEQUENCE);
        List<Der> imprint = info.get(2).within(Der.SEQUENCE);
        demand(imprint.get(0).within(Der.SEQUENCE).getFirst().oid().equals(SHA256), "is not over a SHA-256");
        String digest =
                DIGESTS.get(signer.get(2).within(Der.SEQUENCE).getFirst().oid());
        demand(digest != null, "is signed over a hash that is not of the SHA-2 family");
        Der attributes = signer.get(3);
        byte[] signed = attributes.whole().clone();
        // RFC 5652, 5.4: the signature goes over the attributes as a SET.
        signed[0] = (byte) Der.SET;
        return new TimestampToken(
                imprint.get(1).demand(Der.OCTETS).content(),
                time(info.get(4).ascii(Der.TIME)),
                content,
                attributes(attributes.within(Der.context(0, true))),
                signed,
                digest,
                algorithm(signer.get(4).within(Der.SEQUENCE).getFirst().oid(), digest),
                signer.get(5).demand(Der.OCTETS).content());
    }

    /** True when the token is over that hash and signed by the key of that certificate, which was valid at that time. */
    boolean isOf(byte[] sha256, TsaCertificate tsa) throws Unreadable {
        return MessageDigest.isEqual(imprint, sha256) && hasItsContent() && tsa.isValidAt(time) && isSignedBy(tsa);
    }

    private boolean hasItsContent() throws Unreadable {
        Der type = attributes.get(CONTENT_TYPE);
        Der hash = attributes.get(MESSAGE_DIGEST);
        try {
            return type != null
                    && hash != null
                    && type.oid().equals(TST_INFO)
                    && MessageDigest.isEqual(
                            hash.demand(Der.OCTETS).content(),
                            MessageDigest.getInstance(digest).digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has the SHA-2 family", e);
        }
    }

    private boolean isSignedBy(TsaCertificate tsa) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(tsa.certificate().getPublicKey());
            check.update(signedBytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A key of another kind, or bytes that are no signature.
            return false;
        }
    }

    private static Map<String, Der> attributes(List<Der> attributes) throws Unreadable {
        Map<String, Der> values = new java.util.HashMap<>();
        for (Der attribute : attributes) {
            List<Der> parts = attribute.within(Der.SEQUENCE);
            List<Der> value = parts.get(1).within(Der.SET);
            demand(value.size() == 1, "has an attribute with another number of values than one");
            demand(values.put(parts.get(0).oid(), value.getFirst()) == null, "has an attribute twice");
        }
        return values;
    }

    private static String algorithm(String oid, String digest) throws Unreadable {
        String key = KEY_ALGORITHMS.get(oid);
        String name = key == null ? ALGORITHMS.get(oid) : digest.replace("-", "") + "with" + key;
        demand(name != null, "is signed with an algorithm that is not RSA or ECDSA with SHA-2: " + oid);
        return name;
    }

    private static Instant time(String generalized) throws Unreadable {
        try {
            return LocalDateTime.parse(generalized, GENERALIZED).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Unreadable("The time-stamp's time can't be read");
        }
    }

    private static void demand(boolean condition, String what) throws Unreadable {
        if (!condition) {
            throw new Unreadable("The time-stamp " + what);
        }
    }
}
