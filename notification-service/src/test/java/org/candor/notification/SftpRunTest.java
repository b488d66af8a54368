package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.BY_LETTER;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.notification.post.SftpServer;
import org.candor.notification.post.SftpServer.Cut;
import org.candor.test.OnRealPlatform;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run whose letters go over SFTP: whenever the connection is cut, each letter lies there once. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
@WithTestResource(SftpSurroundings.class)
class SftpRunTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(Cut.class)
    void eachLetterLeavesOnceWhereverTheConnectionIsCut(Cut where) throws Exception {
        Path home = Path.of(ConfigProvider.getConfig().getValue("test.print-house", String.class));
        UUID incident = breach(false, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        SftpServer.cut(home, where);
        try (MailServer mail = MailServer.start()) {
            officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
            await().atMost(SOON)
                    .untilAsserted(() -> officer()
                            .get("/campaigns/" + incident + "/runs")
                            .then()
                            .body("[0].state", equalTo("COMPLETED"))
                            .body("[0].pending", equalTo(0)));
            assertThat(mail.notices()).hasSize(4);
        }

        assertThat(home.resolve(where.name())).doesNotExist();
        String end = incident.toString().substring(24);
        try (Stream<Path> batches = Files.list(home.resolve("files"))) {
            Path batch = batches.filter(one -> one.toString().contains(end))
                    .reduce((one, another) -> {
                        throw new AssertionError("two batches");
                    })
                    .orElseThrow();
            try (Stream<Path> letters = Files.list(batch)) {
                assertThat(letters.filter(one -> one.toString().endsWith(".pdf")))
                        .hasSize(BY_LETTER);
            }
        }
    }
}
