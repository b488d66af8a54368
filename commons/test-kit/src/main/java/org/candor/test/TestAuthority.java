package org.candor.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A certificate authority that lives as long as a test: X.509 (RFC 5280) with P-256 keys. The JDK can read certificates but
 * makes none outside of keytool, which takes a second for each.
 */
final class TestAuthority {

    private static final String COMMON_NAME = "550403";
    private static final String BASIC_CONSTRAINTS = "551d13";
    private static final String SUBJECT_ALT_NAME = "551d11";
    private static final String ECDSA_WITH_SHA256 = "2a8648ce3d040302";
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String name;
    private final KeyPair keys = newKeys();

    TestAuthority(String name) {
        this.name = name;
    }

    /** Writes {@code <name>.pem}, the certificate that others trust. */
    void publish(Path folder) throws IOException, GeneralSecurityException {
        byte[] isAnAuthority = tag(0x30, hex("0101ff"));
        write(folder.resolve(name + ".pem"), "CERTIFICATE", certificate(name, keys, isAnAuthority, BASIC_CONSTRAINTS));
    }

    /** Writes {@code <file>.pem} and {@code <file>.key} of somebody with that name, who may be a server on this machine. */
    void issue(Path folder, String file, String subject) throws IOException, GeneralSecurityException {
        KeyPair own = newKeys();
        byte[] thisMachine = tag(
                0x30,
                join(tag(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)), tag(0x87, new byte[] {127, 0, 0, 1})));
        write(folder.resolve(file + ".pem"), "CERTIFICATE", certificate(subject, own, thisMachine, SUBJECT_ALT_NAME));
        write(folder.resolve(file + ".key"), "PRIVATE KEY", own.getPrivate().getEncoded());
    }

    private byte[] certificate(String subject, KeyPair own, byte[] extension, String extensionId)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] algorithm = tag(0x30, tag(0x06, hex(ECDSA_WITH_SHA256)));
        byte[] content = tag(
                0x30,
                join(
                        tag(0xa0, tag(0x02, new byte[] {2})),
                        tag(0x02, new BigInteger(63, new SecureRandom()).toByteArray()),
                        algorithm,
                        distinguishedName(name),
                        tag(0x30, join(time(now.minus(1, ChronoUnit.DAYS)), time(now.plus(2, ChronoUnit.DAYS)))),
                        distinguishedName(subject),
                        own.getPublic().getEncoded(),
                        tag(0xa3, tag(0x30, tag(0x30, join(tag(0x06, hex(extensionId)), tag(0x04, extension)))))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        return tag(0x30, join(content, algorithm, tag(0x03, join(new byte[] {0}, signature.sign()))));
    }

    private static byte[] distinguishedName(String commonName) {
        byte[] value = tag(0x0c, commonName.getBytes(StandardCharsets.UTF_8));
        return tag(0x30, tag(0x31, tag(0x30, join(tag(0x06, hex(COMMON_NAME)), value))));
    }

    private static byte[] time(Instant instant) {
        return tag(0x17, UTC_TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    /** DER: tag, length, content. */
    private static byte[] tag(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 128) {
            out.write(content.length);
        } else if (content.length < 256) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL refuses a key that others may read. */
    private static void write(Path file, String type, byte[] der) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type
                        + "-----\n");
    }
}
