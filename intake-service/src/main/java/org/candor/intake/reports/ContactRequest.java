package org.candor.intake.reports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.candor.intake.IntakeProblem;
import org.candor.intake.reports.decision.AnswerBy;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who a reporter says he is, and where the answer should go. */
@Schema(name = "ContactRequest", examples = """
                {"name": "Odalys Fenwick", "answerBy": "LETTER", "address": "12 Mill Lane\\nLarkspur Falls, WI 53999"}""")
public record ContactRequest(
        @NotNull @CleanText(max = 200) PersonalText name,

        @NotNull
        @Schema(description = "LETTER needs an address, EMAIL an e-mail address; MAILBOX is read with the receipt")
        AnswerBy answerBy,

        @CleanText(max = 254) PersonalText email,
        @CleanText(max = 50) PersonalText phone,

        @CleanText(max = 500) @Schema(description = "Postal address, lines as on an envelope")
        PersonalText address,

        @Pattern(regexp = "en|es", message = "en or es")
        @Schema(
                description = "Of the letters to the reporter; the request's Accept-Language unless said",
                examples = "en")
        String language) {

    /** Something before and after one @, and a dot in what follows; whether it is read shows only in use. */
    private static final java.util.regex.Pattern EMAIL =
            java.util.regex.Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");

    /** Refuses a contact to which no answer could go. */
    void require() {
        if (email != null && !EMAIL.matcher(email.value()).matches()) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/contact/email", "must be an e-mail address");
        }
        if (!answerBy.isPossibleWith(email != null, address != null)) {
            throw new Problem(IntakeProblem.CONTACT_INCOMPLETE)
                    .field(answerBy == AnswerBy.EMAIL ? "/contact/email" : "/contact/address", "missing");
        }
    }

    /** In which he is written to. */
    String languageOr(Locale locale) {
        return language == null ? locale.getLanguage() : language;
    }

    ContactDetails details() {
        return new ContactDetails(name.value(), text(email), text(phone), text(address));
    }

    private static String text(PersonalText value) {
        return value == null ? "" : value.value();
    }
}
