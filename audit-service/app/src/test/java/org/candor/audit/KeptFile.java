package org.candor.audit;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.candor.test.Tokens;

/** A frozen document as another service hands it over. */
public final class KeptFile {

    private final Story story;
    private final byte[] content;
    private String sha256;
    private String kind = "FORM";

    private KeptFile(Story story, byte[] content) {
        this.story = story;
        this.content = content;
        this.sha256 = sha256(content);
    }

    public static KeptFile of(Story story, byte[] content) {
        return new KeptFile(story, content);
    }

    public KeptFile ofKind(String other) {
        kind = other;
        return this;
    }

    public KeptFile claiming(String hash) {
        sha256 = hash;
        return this;
    }

    public Response keep() {
        return keepAs(Tokens.subject("service-account-candor-investigation")
                .roles("service")
                .claim("scope", "audit.documents")
                .signed());
    }

    public Response keepAs(String token) {
        return given().auth()
                .oauth2(token)
                .multiPart("file", "document", content, "application/pdf")
                .multiPart("incidentId", story.incidentId().toString())
                .multiPart("entityId", Story.CITY)
                .multiPart("drill", "false")
                .multiPart("kind", kind)
                .multiPart("reference", "FORM_3_III_B-1")
                .multiPart("sha256", sha256)
                .multiPart("frozenAt", "2026-11-20T18:00:00Z")
                .post("/documents");
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
