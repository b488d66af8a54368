package org.candor.notification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.candor.notification.text.decision.NoticeContent;
import org.candor.test.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicDocumentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theReleasePassesPdfUa(String language) throws Exception {
        byte[] pdf = ReleaseLayout.pdf(NoticeFixtures.CITY, content(language), Words.in(language), false, DAY);

        assertThat(PdfUa.violations(pdf)).isEmpty();
        Pictures.save("media-release-" + language, pdf);
    }

    @Test
    void theReleaseIsThereAsPageAndAsPlainText() throws Exception {
        String html = ReleaseLayout.html(NoticeFixtures.CITY, NoticeFixtures.english(), Words.in("en"), false, DAY);
        String plain = ReleaseLayout.plain(NoticeFixtures.CITY, NoticeFixtures.english(), Words.in("en"), false, DAY);

        assertThat(html).contains("<h2>What Happened</h2>").doesNotContain("<script", "src=");
        assertThat(plain).contains("WHAT HAPPENED", "For immediate release: November 21, 2026", "1-800-555-0142");
        save("media-release-en.html", html);
        save("media-release-en.txt", plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePostingLeadsToTheTollFreeNumberAndLoadsNothing(String language) throws Exception {
        String html = PostingLayout.html(NoticeFixtures.CITY, content(language), Words.in(language), false, DAY, true);

        assertThat(html)
                .contains(
                        "href=\"tel:+18005550142\"",
                        "lang=\"" + Words.in(language).tag() + "\"",
                        "<main",
                        "<h1>")
                .doesNotContain("<script", "src=", "cookie");
        save("posting-" + language + ".html", html);
    }

    @Test
    void textOfAnOfficerCannotBecomeMarkup() {
        NoticeContent sharp = new NoticeContent(
                "<script>alert(1)</script>",
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.List.of(),
                "",
                "\"quoted\" & <b>",
                "",
                new NoticeContent.Contact("", "", "https://x.example/?a=1&b=2", ""),
                "<i>",
                "");

        assertThat(PostingLayout.html(NoticeFixtures.CITY, sharp, Words.in("en"), false, DAY, false))
                .doesNotContain("<script", "<b>", "<i>")
                .contains("https://x.example/?a=1&amp;b=2");
    }

    private static NoticeContent content(String language) {
        return language.equals("es") ? NoticeFixtures.spanish() : NoticeFixtures.english();
    }

    private static void save(String name, String text) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.writeString(folder.resolve(name), text);
    }
}
