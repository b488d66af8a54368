package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.LawEnforcementDelay;

/** Reads what law-enforcement officials stated. */
final class DelayReader {

    private static final int MOST_DELAYS = 1_000;

    private static final Set<String> DELAY_FIELDS = Set.of("form", "statedOn", "until", "ground", "official", "agency");

    private final FieldReader fields;

    DelayReader(FieldReader fields) {
        this.fields = fields;
    }

    List<LawEnforcementDelay> all(JsonNode request) {
        List<JsonNode> entries = fields.list(request, "lawEnforcementDelays", MOST_DELAYS);
        List<LawEnforcementDelay> delays = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            delay(entries.get(i), "/lawEnforcementDelays/" + i).ifPresent(delays::add);
        }
        return delays;
    }

    private Optional<LawEnforcementDelay> delay(JsonNode entry, String pointer) {
        if (!fields.isObject(entry, pointer)) {
            return Optional.empty();
        }
        fields.noteUnknown(entry, pointer, DELAY_FIELDS);
        Optional<LawEnforcementDelay.Form> form = fields.required(
                fields.choice(entry, pointer, "form", LawEnforcementDelay.Form.class), pointer + "/form");
        Optional<LocalDate> statedOn = fields.required(fields.day(entry, pointer, "statedOn"), pointer + "/statedOn");
        Optional<LocalDate> until = fields.day(entry, pointer, "until");
        Optional<LawEnforcementDelay.Ground> ground =
                fields.choice(entry, pointer, "ground", LawEnforcementDelay.Ground.class);
        String official = fields.text(entry, pointer, "official").orElse("");
        String agency = fields.text(entry, pointer, "agency").orElse("");
        return form.isEmpty() || statedOn.isEmpty()
                ? Optional.empty()
                : Optional.of(new LawEnforcementDelay(form.get(), statedOn.get(), until, ground, official, agency));
    }

    /** A preview does without; what is recorded is shown to a regulator (45 CFR 164.412). */
    void requireWhatIsRecorded(List<LawEnforcementDelay> recorded) {
        for (int i = 0; i < recorded.size(); i++) {
            String pointer = "/lawEnforcementDelays/" + i;
            if (recorded.get(i).official().isBlank()) {
                fields.fault(pointer + "/official", "is required: the statement names the official");
            }
            if (recorded.get(i).ground().isEmpty()) {
                fields.fault(
                        pointer + "/ground",
                        "is required: notice would IMPEDE_INVESTIGATION or DAMAGE_NATIONAL_SECURITY");
            }
        }
    }
}
