package org.candor.verify;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The certificate of a time-stamping authority that the reader believes by itself: whoever issued it is not asked, so that
 * nothing but this file decides.
 */
record TsaCertificate(X509Certificate certificate) {

    /** id-kp-timeStamping: RFC 3161, 2.3 allows the key nothing else. */
    private static final List<String> TIME_STAMPING = List.of("1.3.6.1.5.5.7.3.8");

    static TsaCertificate ofPem(String pem) throws Unreadable {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (!TIME_STAMPING.equals(certificate.getExtendedKeyUsage())) {
                throw new Unreadable("The certificate given with --tsa is not one for time-stamping alone");
            }
            return new TsaCertificate(certificate);
        } catch (CertificateException e) {
            throw new Unreadable("The file given with --tsa holds no X.509 certificate");
        }
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }

    String name() {
        return certificate.getSubjectX500Principal().getName();
    }
}
