package org.candor.notification.text.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The elements of a notice in plain words (45 CFR 164.404(c)(1)).
 *
 * @param breachOn day of the breach, as far as known
 * @param discoveredOn day of discovery, as far as known
 * @param otherData which other kind of information; only with {@link DataKind#OTHER}
 * @param steps what individuals should do to protect themselves
 * @param response what the organisation does to investigate, mitigate and protect
 */
public record NoticeContent(
        String whatHappened,
        Optional<LocalDate> breachOn,
        Optional<LocalDate> discoveredOn,
        List<DataKind> dataKinds,
        String otherData,
        String steps,
        String response,
        Contact contact,
        String signerName,
        String signerTitle) {

    /** Numbers as of Social Security, of cards, of medical records. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "\\b\\d{3}-\\d{2}-\\d{4}\\b|\\b(?:\\d[ -]?){13,16}\\b|\\b(?:MRN|SSN|record number|expediente)\\W{0,4}[A-Z]{0,3}\\d{4,}",
            Pattern.CASE_INSENSITIVE);

    /** Ways to ask; an absent one is an empty string. */
    public record Contact(String tollFree, String email, String website, String postal) {

        boolean none() {
            return (tollFree + email + website + postal).isBlank();
        }
    }

    /** An element that can't be left out, as a JSON pointer into the draft, with its section. */
    public record Missing(String pointer, String citation) {}

    public NoticeContent {
        dataKinds = List.copyOf(dataKinds);
    }

    /** @param tollFreeNeeded for a conspicuous posting (45 CFR 164.404(d)(2)(ii)) */
    public List<Missing> missing(boolean tollFreeNeeded) {
        List<Missing> missing = new ArrayList<>();
        whenMissing(missing, whatHappened.isBlank(), "/whatHappened", "45 CFR 164.404(c)(1)(A)");
        whenMissing(missing, dataKinds.isEmpty(), "/dataKinds", "45 CFR 164.404(c)(1)(B)");
        whenMissing(
                missing,
                dataKinds.contains(DataKind.OTHER) && otherData.isBlank(),
                "/otherData",
                "45 CFR 164.404(c)(1)(B)");
        whenMissing(missing, steps.isBlank(), "/steps", "45 CFR 164.404(c)(1)(C)");
        whenMissing(missing, response.isBlank(), "/response", "45 CFR 164.404(c)(1)(D)");
        whenMissing(missing, contact.none(), "/contact", "45 CFR 164.404(c)(1)(E)");
        whenMissing(
                missing,
                tollFreeNeeded && contact.tollFree().isBlank(),
                "/contact/tollFree",
                "45 CFR 164.404(d)(2)(ii)");
        whenMissing(missing, signerName.isBlank(), "/signerName", "template");
        return missing;
    }

    /** What a business associate knows at once; the rest may follow as it becomes available (45 CFR 164.410(c)(2)). */
    public List<Missing> missingForCoveredEntity() {
        List<Missing> missing = new ArrayList<>();
        whenMissing(missing, whatHappened.isBlank(), "/whatHappened", "45 CFR 164.410(c)(2)");
        whenMissing(missing, contact.none(), "/contact", "template");
        whenMissing(missing, signerName.isBlank(), "/signerName", "template");
        return missing;
    }

    /** Pointers to where a number of a person seems to stand: a notice names types, never the information itself. */
    public List<String> identifiers() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("/whatHappened", whatHappened);
        fields.put("/otherData", otherData);
        fields.put("/steps", steps);
        fields.put("/response", response);
        return fields.entrySet().stream()
                .filter(field -> IDENTIFIER.matcher(field.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The prose that a reader has to understand. */
    public String prose() {
        return String.join("\n", whatHappened, steps, response);
    }

    private static void whenMissing(List<Missing> missing, boolean absent, String pointer, String citation) {
        if (absent) {
            missing.add(new Missing(pointer, citation));
        }
    }
}
