package org.candor.audit.timestamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * One time-stamping authority, spoken to over HTTP (RFC 3161, 3.4). What it answers is kept only when it is over what was asked,
 * bears the number of the question, and is signed by the one certificate that is believed.
 */
final class TimestampAuthority {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int NONCE_BITS = 64;

    /** A token as it came, and the time in it. */
    record Token(byte[] der, Instant at) {}

    private final URI url;
    private final X509Certificate certificate;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    TimestampAuthority(URI url, Path certificateFile) {
        this.url = url;
        this.certificate = read(certificateFile);
    }

    /** Blocks. Throws IOException for every answer that is no time-stamp of these bytes. */
    Token stamp(byte[] bytes) throws IOException {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(
                    TSPAlgorithms.SHA256,
                    MessageDigest.getInstance("SHA-256").digest(bytes),
                    new BigInteger(NONCE_BITS, random));
            TimeStampResponse response = new TimeStampResponse(send(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("the authority refused, status " + response.getStatus());
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return new Token(
                    token.getEncoded("DER"),
                    token.getTimeStampInfo().getGenTime().toInstant());
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("the answer is not a time-stamp by the certificate that is believed", e);
        }
    }

    private byte[] send(byte[] query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        try {
            HttpResponse<java.io.InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (java.io.InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("the authority answered " + answer.statusCode());
                }
                return body.readNBytes(LARGEST_ANSWER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static X509Certificate read(Path file) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "CANDOR_TSA_CERTIFICATE_FILE does not name an X.509 certificate in PEM form: "
                            + e.getClass().getSimpleName());
        }
    }
}
