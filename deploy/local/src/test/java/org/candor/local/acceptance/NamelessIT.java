package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.candor.local.ServiceName;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who is afraid to give a name, from the first word to the last, on the whole platform. */
@ExtendWith(SharedStack.class)
class NamelessIT {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Test
    void anAnonymousConversationRunsBothWays(Users users) throws Exception {
        Api nobody = users.withoutToken();
        Answer filed = report(nobody, "A letter lay on the printer of the second floor.");
        String receipt = filed.text("/receipt");
        String messages = "/intake/reports/" + filed.text("/incidentId") + "/messages";
        Answer asked = users.as("privacy-officer")
                .post(messages, Json.of("question", true, "text", "Whose letter was it?"))
                .expecting(201);

        Answer mailbox = nobody.post("/intake/receipts/mailbox", Json.of("receipt", receipt))
                .expecting(200);
        assertThat(mailbox.text("/messages/0/text")).isEqualTo("Whose letter was it?");
        nobody.post(
                        "/intake/receipts/messages",
                        Json.of("receipt", receipt, "answers", asked.text("/messageId"), "text", "I did not look."))
                .expecting(201);
        Answer heard = users.as("security-officer").get(messages).expecting(200);
        assertThat(heard.text("/items/1/text")).isEqualTo("I did not look.");
        assertThat(heard.json().at("/items/1/writtenBy").isMissingNode()).isTrue();
        users.as("workforce").get(messages).expecting(403);
        Patience.until(
                "the receipt follows the case",
                LONG_ENOUGH,
                () -> nobody.post("/intake/receipts/status", Json.of("receipt", receipt)),
                status -> status.text("/state").equals("UNDER_INVESTIGATION"));
    }

    /** With the published key and the JDK, as a stranger would (RFC 7515, RFC 8037, RFC 8410). */
    @Test
    void theProofOfFilingVerifiesWithThePublishedKeyAndIsOfThisReport(Users users) throws Exception {
        String narrative = "A letter lay on the copier of the third floor.";
        Answer filed = report(users.withoutToken(), narrative);
        String[] parts = filed.text("/proof").split("\\.");
        String x509 = "302a300506032b6570032100";
        Answer keys = users.withoutToken().get("/intake/receipts/keys").expecting(200);
        byte[] key = HexFormat.of().parseHex(x509 + HexFormat.of().formatHex(BASE64.decode(keys.text("/keys/0/x"))));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(BASE64.decode(parts[2]))).isTrue();

        JsonNode claims = new ObjectMapper().readTree(BASE64.decode(parts[1]));
        byte[] filing = MessageDigest.getInstance("SHA-256")
                .digest((filed.text("/receipt") + "\n" + narrative).getBytes(UTF_8));
        assertThat(claims.path("sub").asText()).isEqualTo(filed.text("/incidentId"));
        assertThat(BASE64.decode(claims.path("filing").asText())).isEqualTo(filing);
    }

    /** From an address of their own, as the proxy would name it: whoever else holds a receipt is not slowed. */
    @Test
    void wrongReceiptsAreAnsweredAlikeAndSlowedDown(Stack stack, Users users) throws Exception {
        Answer filed = report(users.withoutToken(), "A letter lay in the lift.");
        HttpResponse<String> none = status(stack, "none");
        HttpResponse<String> unknown = status(stack, "7K3M-92QX-0VTA-HJ5N");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(problem(none)).isEqualTo(problem(unknown));

        HttpResponse<String> slowed = Patience.until(
                "a refusal for a while",
                LONG_ENOUGH,
                () -> status(stack, "7K3M-92QX-0VTA-HJ5N"),
                answer -> answer.statusCode() == 429);
        assertThat(slowed.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
        users.withoutToken()
                .post("/intake/receipts/status", Json.of("receipt", filed.text("/receipt")))
                .expecting(200);
    }

    private static HttpResponse<String> status(Stack stack, String receipt) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url(ServiceName.INTAKE) + "/receipts/status"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "198.51.100.77")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Json.of("receipt", receipt))))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Without its number, which every occurrence has. */
    private static JsonNode problem(HttpResponse<String> answer) throws IOException {
        ObjectNode problem = (ObjectNode) new ObjectMapper().readTree(answer.body());
        return problem.without("instance");
    }

    private static Answer report(Api nobody, String narrative) throws Exception {
        return nobody.post(
                        "/intake/reports",
                        Json.of(
                                "kind", "IMPROPER_USE_OR_DISCLOSURE",
                                "relation", "NOT_SAID",
                                "channel", "ONLINE",
                                "phiPossible", true,
                                "narrative", narrative))
                .expecting(201);
    }
}
