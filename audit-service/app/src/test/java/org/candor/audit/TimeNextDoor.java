package org.candor.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamping authority in this JVM, which can be away, or answer what was not asked. */
public class TimeNextDoor implements QuarkusTestResourceLifecycleManager {

    /** How it answers. */
    public enum Mood {
        RIGHT,
        AWAY,
        OF_SOMETHING_ELSE,
        BY_ANOTHER_KEY
    }

    private static volatile Mood mood = Mood.RIGHT;
    private static final AtomicLong SERIAL = new AtomicLong();
    private static final AtomicLong ASKED = new AtomicLong();
    private static final List<Signer> SIGNERS = List.of(signer("Time next door"), signer("Somebody else"));

    private record Signer(KeyPair pair, X509Certificate certificate, Path file) {}

    private HttpServer server;

    /** From now on it answers so. */
    public static void becomes(Mood other) {
        mood = other;
    }

    /** How often it was asked. */
    public static long asked() {
        return ASKED.get();
    }

    /** The certificate that is to be believed. */
    public static Path certificate() {
        return SIGNERS.getFirst().file();
    }

    /** Another one. */
    public static Path otherCertificate() {
        return SIGNERS.getLast().file();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", TimeNextDoor::answer);
        server.start();
        return Map.of(
                "CANDOR_TSA_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "CANDOR_TSA_CERTIFICATE_FILE",
                certificate().toString(),
                "candor.trail.timestamp.look-every",
                "1s");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            ASKED.incrementAndGet();
            if (mood == Mood.AWAY) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] answer = stamped(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static byte[] stamped(byte[] query) throws IOException {
        try {
            TimeStampRequest asked = new TimeStampRequest(query);
            TimeStampRequest answered = mood == Mood.OF_SOMETHING_ELSE
                    ? other().generate(TSPAlgorithms.SHA256, new byte[32], asked.getNonce())
                    : asked;
            return new TimeStampResponseGenerator(
                            tokens(mood == Mood.BY_ANOTHER_KEY ? SIGNERS.getLast() : SIGNERS.getFirst()),
                            TSPAlgorithms.ALLOWED)
                    .generate(answered, BigInteger.valueOf(SERIAL.incrementAndGet()), Date.from(Instant.now()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static TimeStampRequestGenerator other() {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator;
    }

    private static TimeStampTokenGenerator tokens(Signer signer) throws Exception {
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withRSA", signer.pair().getPrivate(), signer.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.2.3.4.1"));
        generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
        return generator;
    }

    private static Signer signer(String name) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            KeyPair pair = keys.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            Instant now = Instant.now();
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    subject,
                                    BigInteger.ONE,
                                    Date.from(now.minusSeconds(3_600)),
                                    Date.from(now.plusSeconds(86_400)),
                                    subject,
                                    pair.getPublic())
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    true,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
            Path file = Files.createTempFile("candor-tsa", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            return new Signer(pair, certificate, file);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
