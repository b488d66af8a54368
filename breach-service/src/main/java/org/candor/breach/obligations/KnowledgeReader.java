package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.candor.events.CaseEvent.KnownBy;

/** Reads who knew, and when. */
final class KnowledgeReader {

    /** From the last day that is read these lead to December 9999: a due day is written with a year of four digits. */
    private static final int MOST_CONTRACT_DAYS = 2_885_000;

    private static final int MOST_KNOWLEDGE = 20_000;
    /** Each brings up to three duties with their reasons; everybody else's knowledge brings none. */
    private static final int MOST_ASSOCIATES = 1_000;

    private static final Set<String> KNOWLEDGE_FIELDS =
            Set.of("key", "by", "basis", "at", "agentOfEntity", "toldEntityAt", "contractDays");

    private final FieldReader fields;

    KnowledgeReader(FieldReader fields) {
        this.fields = fields;
    }

    List<Knowledge> all(JsonNode request) {
        List<JsonNode> entries = fields.list(request, "knowledge", MOST_KNOWLEDGE);
        if (entries.isEmpty()) {
            fields.fault("/knowledge", "must name at least one person who knew, and when");
        }
        List<Knowledge> knowledge = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), "/knowledge/" + i, Integer.toString(i)).ifPresent(knowledge::add);
        }
        long associates = knowledge.stream()
                .filter(entry -> entry.by() == KnownBy.BUSINESS_ASSOCIATE)
                .count();
        if (associates > MOST_ASSOCIATES) {
            fields.fault(
                    "/knowledge",
                    "names " + associates + " times a business associate, and each has three clocks: at most "
                            + MOST_ASSOCIATES + " in one request, give the rest in another");
        }
        return knowledge;
    }

    /** A preview passes over what means nothing; what is recorded has to mean something. */
    Knowledge recorded(JsonNode entry, String key) {
        if (FieldReader.present(entry, "key") != null) {
            fields.fault("/key", "is given by the service: leave it out");
        }
        Optional<Knowledge> knowledge = entry(entry, "", key);
        fields.refuseUnknown();
        if (knowledge.filter(Knowledge::saysWhatOnlyConcernsABusinessAssociate).isPresent()) {
            fields.fault("", "agentOfEntity, toldEntityAt and contractDays are only said of a business associate");
        }
        return knowledge.orElse(null);
    }

    private Optional<Knowledge> entry(JsonNode entry, String pointer, String otherwise) {
        if (!fields.isObject(entry, pointer)) {
            return Optional.empty();
        }
        fields.noteUnknown(entry, pointer, KNOWLEDGE_FIELDS);
        Optional<KnownBy> by = fields.required(fields.choice(entry, pointer, "by", KnownBy.class), pointer + "/by");
        Optional<Moment> at = fields.required(fields.moment(entry, pointer, "at"), pointer + "/at");
        Basis basis = fields.choice(entry, pointer, "basis", Basis.class).orElse(Basis.ACTUAL);
        boolean agent = fields.flag(entry, pointer, "agentOfEntity", false);
        Optional<Moment> told = fields.moment(entry, pointer, "toldEntityAt");
        OptionalInt contract = contractDays(entry, pointer);
        String key = fields.text(entry, pointer, "key").orElse(otherwise);
        return by.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Knowledge(key, by.get(), basis, at.get(), agent, told, contract));
    }

    private OptionalInt contractDays(JsonNode entry, String pointer) {
        Optional<Long> days = fields.number(entry, pointer, "contractDays", 0, MOST_CONTRACT_DAYS);
        return days.isPresent() ? OptionalInt.of(days.get().intValue()) : OptionalInt.empty();
    }
}
