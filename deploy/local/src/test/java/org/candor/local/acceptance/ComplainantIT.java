package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.PRIVACY;
import static org.candor.local.acceptance.CaseFiles.SOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Mailbox;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Policy I.G.1: whoever complains is answered, in the way that he chose, by three services that each know a part. */
@ExtendWith(SharedStack.class)
class ComplainantIT {

    private static final String NAME = "Odalys Fenwick";
    private static final String FINDINGS = "Nobody had offered you the notice of practices.";

    /** A paper letter that acknowledges, and one that answers; his name stands in no other service's answers. */
    @Test
    void aNamedPatientGetsTwoLetters(Stack stack, Users users) throws Exception {
        Map<String, Object> contact = Map.of(
                "name", NAME,
                "answerBy", "LETTER",
                "address", "12 Mill Lane\nLarkspur Falls, WI 53999",
                "language", "en");
        UUID incident = complain(users, Map.of("contact", contact)).id("/incidentId");
        CaseFiles file = CaseFiles.of(incident, users);
        Pdf acknowledgement = paper(stack, letter(users, incident, "ACKNOWLEDGEMENT"));
        assertThat(acknowledgement.text()).contains(NAME, "12 Mill Lane", "We have received your report");

        file.triage(true, false);
        file.answerComplaint("MAIL", FINDINGS);

        Pdf answered = paper(stack, letter(users, incident, "ANSWER")).pictured("complainant-answer");
        assertThat(answered.text()).contains(NAME, FINDINGS);
        assertThat(answered.violations()).isEmpty();
        assertThat(users.as(PRIVACY)
                        .get("/notification/complaints/" + incident + "/letters")
                        .text())
                .doesNotContain(NAME);
    }

    /** Without a name there is only the mailbox of the receipt. */
    @Test
    void aNamelessOneReadsTheAnswerWithTheReceipt(Users users) throws Exception {
        Answer filed = complain(users, Map.of());
        CaseFiles file = CaseFiles.of(filed.id("/incidentId"), users);

        file.triage(true, false);
        file.answerComplaint("RECEIPT_MAILBOX", FINDINGS);

        Answer mailbox = Patience.until(
                "the answer in the mailbox",
                SOON,
                () -> users.withoutToken().post("/intake/receipts/mailbox", Json.of("receipt", filed.text("/receipt"))),
                found -> !found.json().path("messages").isEmpty());
        assertThat(mailbox.text("/messages/0/text")).contains(FINDINGS);
    }

    @Test
    void whoGaveAnEmailAddressIsWrittenToThere(Stack stack, Users users) throws Exception {
        Mailbox mails = Mailbox.from(stack.layout().mail());
        String email = "odalys." + UUID.randomUUID() + "@mail.example";
        complain(users, Map.of("contact", Map.of("name", NAME, "answerBy", "EMAIL", "email", email, "language", "en")));
        List<Path> arrived =
                Patience.until("an acknowledgement by e-mail", SOON, () -> mails.to(email), found -> !found.isEmpty());
        assertThat(String.join(" ", Mailbox.lines(arrived.getFirst()))).contains("We received your report on");
    }

    private static Answer complain(Users users, Map<String, Object> also) throws Exception {
        Map<String, Object> report = new HashMap<>(also);
        report.put("kind", "COMPLAINT");
        report.put("relation", "INDIVIDUAL");
        report.put("channel", "ONLINE");
        report.put("phiPossible", false);
        report.put("narrative", "At the desk I was given no notice of practices.");
        return users.withoutToken().post("/intake/reports", report).expecting(201);
    }

    /** The letter of that kind, when it has left. */
    private static JsonNode letter(Users users, UUID incident, String kind) throws Exception {
        Answer found = Patience.until(
                "a letter: " + kind,
                SOON,
                () -> users.as(PRIVACY).get("/notification/complaints/" + incident + "/letters"),
                answer -> answer.status() == 200
                        && "SENT".equals(of(answer, kind).path("state").asText()));
        return of(found, kind);
    }

    private static JsonNode of(Answer letters, String kind) {
        for (JsonNode letter : letters.json().path("items")) {
            if (letter.path("kind").asText().equals(kind)) {
                return letter;
            }
        }
        return letters.json().path("none");
    }

    /** What the print house got. */
    private static Pdf paper(Stack stack, JsonNode letter) throws IOException {
        String name = letter.path("letterId").asText() + ".pdf";
        try (Stream<Path> files = Files.walk(stack.layout().postal())) {
            Path file = files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
            return new Pdf(Files.readAllBytes(file));
        }
    }
}
