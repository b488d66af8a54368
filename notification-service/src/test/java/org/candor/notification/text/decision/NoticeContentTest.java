package org.candor.notification.text.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.candor.notification.text.decision.NoticeContent.Contact;
import org.candor.notification.text.decision.NoticeContent.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 45 CFR 164.404(c)(1): the five elements can't be left out. */
class NoticeContentTest {

    @Test
    void anEmptyNoticeLacksEveryElement() {
        assertThat(content("", List.of(), "", "", new Contact("", "", "", "")).missing(false))
                .extracting(Missing::citation)
                .contains(
                        "45 CFR 164.404(c)(1)(A)",
                        "45 CFR 164.404(c)(1)(B)",
                        "45 CFR 164.404(c)(1)(C)",
                        "45 CFR 164.404(c)(1)(D)",
                        "45 CFR 164.404(c)(1)(E)");
    }

    /** 164.404(c)(1)(E), X-06: a toll-free number, an e-mail address, a web site or a postal address. */
    @ParameterizedTest
    @CsvSource({"+18005550142,,,", ",a@b.example,,", ",,https://b.example,", ",,,100 Main Street"})
    void anyOneOfTheFourWaysOfContactSuffices(String tollFree, String email, String website, String postal) {
        Contact contact = new Contact(text(tollFree), text(email), text(website), text(postal));

        assertThat(content("What", List.of(DataKind.NAME), "Steps", "Response", contact)
                        .missing(false))
                .isEmpty();
    }

    /** 164.404(d)(2)(ii): a conspicuous posting names a toll-free number. */
    @Test
    void aPostingNeedsTheTollFreeNumber() {
        Contact contact = new Contact("", "a@b.example", "", "");

        assertThat(content("What", List.of(DataKind.NAME), "Steps", "Response", contact)
                        .missing(true))
                .extracting(Missing::pointer)
                .containsExactly("/contact/tollFree");
    }

    @Test
    void anotherKindOfDataMustBeNamed() {
        Contact contact = new Contact("", "a@b.example", "", "");

        assertThat(content("What", List.of(DataKind.OTHER), "Steps", "Response", contact)
                        .missing(false))
                .extracting(Missing::pointer)
                .containsExactly("/otherData");
    }

    private static NoticeContent content(
            String what, List<DataKind> kinds, String steps, String response, Contact contact) {
        return new NoticeContent(
                what, Optional.empty(), Optional.empty(), kinds, "", steps, response, contact, "Dana Whitfield", "");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
