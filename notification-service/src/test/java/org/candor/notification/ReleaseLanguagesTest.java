package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.media;
import static org.candor.notification.Fixtures.officer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** The release goes to the outlets in both languages in which it was approved. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class ReleaseLanguagesTest {

    @Test
    void anOutletGetsTheReleaseInEnglishAndInSpanish() throws Exception {
        UUID incident = breach(false, media());
        approved(incident, "4-III-C", "en");
        approved(incident, "4-III-C", "es");
        String mailbox = "desk@" + incident + ".example";
        try (MailServer server = MailServer.start()) {
            officer()
                    .contentType("application/json")
                    .body(Map.of("jurisdiction", "WI", "outlets", List.of(Map.of("name", "Radio", "email", mailbox))))
                    .post("/campaigns/" + incident + "/media")
                    .then()
                    .statusCode(202);
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> officer()
                            .get("/campaigns/" + incident + "/media")
                            .then()
                            .body("[0].state", equalTo("NOTIFIED")));
            MimeMessage mail = server.to(mailbox).getFirst();
            assertThat(mail.getSubject()).contains("Notice", "Aviso");
            List<String> files = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            read((Multipart) mail.getContent(), files, text);
            assertThat(files).containsExactlyInAnyOrder("media-release-en.pdf", "media-release-es.pdf");
            assertThat(text.toString())
                    .contains("A computer job sent a file to the wrong company", "Un programa envió un archivo");
        }
    }

    private static void read(Multipart parts, List<String> files, StringBuilder text) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getFileName() != null) {
                files.add(part.getFileName());
            } else if (part.getContent() instanceof Multipart inner) {
                read(inner, files, text);
            } else {
                text.append(part.getContent());
            }
        }
    }
}
