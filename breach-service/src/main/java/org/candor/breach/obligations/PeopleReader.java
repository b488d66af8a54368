package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Jurisdiction;

/** Reads who is affected, where they live and who has no usable address. */
final class PeopleReader {

    private static final Set<String> INDIVIDUALS_FIELDS = Set.of("total", "estimated", "byJurisdiction");
    private static final Set<String> UNDELIVERABLE_FIELDS = Set.of("living", "nextOfKin");

    private final FieldReader fields;

    PeopleReader(FieldReader fields) {
        this.fields = fields;
    }

    Facts.Individuals individuals(JsonNode request) {
        JsonNode node = fields.object(request, "individuals", INDIVIDUALS_FIELDS);
        if (node == null) {
            fields.fault("/individuals", "is required");
            return new Facts.Individuals(1, false, Map.of());
        }
        long total = fields.required(fields.count(node, "/individuals", "total", 1), "/individuals/total")
                .orElse(1L);
        return new Facts.Individuals(total, fields.flag(node, "/individuals", "estimated", false), residents(node));
    }

    private Map<Jurisdiction, Long> residents(JsonNode individuals) {
        Map<Jurisdiction, Long> residents = new EnumMap<>(Jurisdiction.class);
        JsonNode node = FieldReader.present(individuals, "byJurisdiction");
        if (node == null || !fields.isObject(node, "/individuals/byJurisdiction")) {
            return residents;
        }
        for (Iterator<String> codes = node.fieldNames(); codes.hasNext(); ) {
            String code = codes.next();
            Optional<Jurisdiction> jurisdiction = jurisdiction(code, "/individuals/byJurisdiction" + shown(code));
            if (jurisdiction.isPresent()) {
                fields.count(node, "/individuals/byJurisdiction", code, 0)
                        .ifPresent(count -> residents.put(jurisdiction.get(), count));
            }
        }
        return residents;
    }

    /** What is no code may be anything, and is not said back. */
    private static String shown(String code) {
        return code.matches("[A-Za-z]{2}") ? "/" + code : "";
    }

    Set<Jurisdiction> jurisdictions(JsonNode request, String field) {
        Set<Jurisdiction> jurisdictions = EnumSet.noneOf(Jurisdiction.class);
        List<JsonNode> codes = fields.list(request, field, 1_000);
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/" + field + "/" + i;
            if (codes.get(i).isTextual()) {
                jurisdiction(codes.get(i).textValue(), pointer).ifPresent(jurisdictions::add);
            } else {
                fields.fault(pointer, "must be a postal code");
            }
        }
        return jurisdictions;
    }

    private Optional<Jurisdiction> jurisdiction(String code, String pointer) {
        Optional<Jurisdiction> jurisdiction = Jurisdiction.of(code);
        if (jurisdiction.isEmpty()) {
            fields.fault(pointer, "must be the postal code of a State, DC, PR, VI, GU, AS or MP");
        }
        return jurisdiction;
    }

    Facts.Undeliverable undeliverable(JsonNode request) {
        JsonNode node = fields.object(request, "undeliverable", UNDELIVERABLE_FIELDS);
        return node == null
                ? new Facts.Undeliverable(0, 0)
                : new Facts.Undeliverable(
                        fields.count(node, "/undeliverable", "living", 0).orElse(0L),
                        fields.count(node, "/undeliverable", "nextOfKin", 0).orElse(0L));
    }
}
