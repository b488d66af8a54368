package org.candor.test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.candor.events.TopicAccess;

/** PEM files of the authority that PostgreSQL and Kafka of the tests trust, of one certificate per service, and of a stranger. */
public final class Certificates {

    /** Of the stores that are made here. */
    public static final String PASSWORD = "test-only";

    private static final String AUTHORITY = "authority";
    private static final String STRANGER = "stranger";
    static final String SUPERUSER = "superuser";

    private Certificates() {}

    /** What the services trust. */
    public static Path authority() {
        return file(AUTHORITY + ".pem");
    }

    /** An authority that nobody trusts. */
    public static Path stranger() {
        return file(STRANGER + ".pem");
    }

    /** Of the service with that name, of {@code superuser}, who may do everything at the broker, or of {@code forged}, whom the stranger calls intake. */
    public static Path certificate(String name) {
        return file(name + ".pem");
    }

    /** The key to it. */
    public static Path key(String name) {
        return file(name + ".key");
    }

    static Path makeIn(Path directory) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(directory.resolve("certificates"));
        TestAuthority authority = new TestAuthority(AUTHORITY);
        authority.publish(folder);
        authority.issue(folder, "server", "localhost");
        for (String service : services()) {
            authority.issue(folder, service, service);
        }
        authority.issue(folder, SUPERUSER, SUPERUSER);
        TestAuthority stranger = new TestAuthority(STRANGER);
        stranger.publish(folder);
        stranger.issue(folder, "forged", "intake");
        return folder;
    }

    private static Set<String> services() {
        Set<String> services = new TreeSet<>();
        TopicAccess.all().forEach(access -> services.add(access.service()));
        return services;
    }

    private static Path file(String name) {
        return Platform.running().certificates().resolve(name);
    }

    /** For a server that shows the certificate of that name. */
    public static SSLContext showing(String name) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(name), PASSWORD.toCharArray());
            return context(keys.getKeyManagers(), null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a client that trusts that authority. */
    public static SSLContext trusting(Path authority) {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("authority", read(authority));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return context(null, trust.getTrustManagers());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Certificate and key of that name in one store, under {@link #PASSWORD}. */
    public static KeyStore keyStore(String name) throws IOException, GeneralSecurityException {
        String pem = Files.readString(key(name)).replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(pem.strip());
        KeyStore store = empty();
        store.setKeyEntry(
                name,
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                PASSWORD.toCharArray(),
                new Certificate[] {read(certificate(name))});
        return store;
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
