package org.candor.intake.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** A PDF with a digital signature over its byte ranges (ISO 32000-1, 12.8), and the key that verifies it. */
record SignedPdf(byte[] bytes, PublicKey key) {

    private static final int LENGTH = 256;

    static SignedPdf of(byte[] pdf) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(LENGTH * 8);
        KeyPair pair = generator.generateKeyPair();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("candor.test.rsa_sha256"));
            signature.setName("T. Pomfrey");
            Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            signature.setSignDate(day);
            document.addSignature(signature, content -> signed(content, pair));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return new SignedPdf(out.toByteArray(), pair.getPublic());
        }
    }

    /** True when the signature in that file covers what stands in it. */
    boolean verifies(byte[] file) throws IOException, GeneralSecurityException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(signature.getSignedContent(file));
            return rsa.verify(Arrays.copyOf(signature.getContents(file), LENGTH));
        }
    }

    private static byte[] signed(InputStream content, KeyPair pair) throws IOException {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(pair.getPrivate());
            rsa.update(content.readAllBytes());
            return rsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
