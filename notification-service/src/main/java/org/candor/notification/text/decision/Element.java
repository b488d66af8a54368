package org.candor.notification.text.decision;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a rule says must stand in a notice, or must not.
 *
 * @param id the same as long as duty and wording are
 * @param jurisdiction {@code US} or a postal code
 * @param federal HIPAA's own, also where it counts by jurisdiction as notice to the media does
 */
public record Element(UUID id, String jurisdiction, boolean federal, String citation, String wording, boolean must) {

    /** The five elements of HIPAA's notice, by the words with which a State's rule may forbid one. */
    private enum Federal {
        WHAT_HAPPENED(
                "45 CFR 164.404(c)(1)(A)",
                "nature of the (breach|incident)|what happened|circumstances|how the breach"),
        TYPES("45 CFR 164.404(c)(1)(B)", "types? of (the )?(personal |health |unsecured )?(information|data|phi)"),
        STEPS("45 CFR 164.404(c)(1)(C)", "steps"),
        RESPONSE("45 CFR 164.404(c)(1)(D)", "investigat|mitigat|remedi"),
        CONTACT("45 CFR 164.404(c)(1)(E)", "contact|telephone|toll-free");

        private final String citation;
        private final Pattern words;

        Federal(String citation, String words) {
            this.citation = citation;
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        }
    }

    /** The section of HIPAA that asks for what this element forbids; the words are a sign, and counsel decides. */
    public Optional<String> collision() {
        return must || federal
                ? Optional.empty()
                : Stream.of(Federal.values())
                        .filter(one -> one.words.matcher(wording).find())
                        .map(one -> one.citation)
                        .findFirst();
    }
}
