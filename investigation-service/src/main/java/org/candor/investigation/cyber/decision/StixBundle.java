package org.candor.investigation.cyber.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Indicators as a STIX 2.1 bundle: the organisation's identity, the marking TLP:AMBER, and one indicator each. Ids are
 * name-based UUIDs of the draft, so that the same draft gives the same bundle.
 */
public final class StixBundle {

    /** The predefined marking of STIX 2.1 for TLP:AMBER. */
    private static final String AMBER = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private StixBundle() {}

    /**
     * @param at when it was signed; created, modified and valid from
     * @param organisation name of the reporting entity
     * @return maps, lists and texts, ready to be written as JSON
     */
    public static Map<String, Object> of(
            UUID draft, String entityId, String organisation, List<Indicator> indicators, Instant at) {
        List<Object> objects = new ArrayList<>();
        String identity = id("identity", "entity/" + entityId + "/" + draft);
        objects.add(identity(identity, organisation, at));
        objects.add(amber());
        for (int index = 0; index < indicators.size(); index++) {
            String id = id("indicator", draft + "/" + index);
            objects.add(indicator(id, identity, indicators.get(index), at));
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("type", "bundle");
        bundle.put("id", id("bundle", draft.toString()));
        bundle.put("objects", objects);
        return bundle;
    }

    private static Map<String, Object> identity(String id, String organisation, Instant at) {
        Map<String, Object> identity = common("identity", id, at);
        identity.put("name", organisation);
        identity.put("identity_class", "organization");
        return identity;
    }

    private static Map<String, Object> amber() {
        Map<String, Object> marking = new LinkedHashMap<>();
        marking.put("type", "marking-definition");
        marking.put("spec_version", "2.1");
        marking.put("id", AMBER);
        marking.put("created", "2017-01-20T00:00:00.000Z");
        marking.put("definition_type", "tlp");
        marking.put("name", "TLP:AMBER");
        marking.put("definition", Map.of("tlp", "amber"));
        return marking;
    }

    private static Map<String, Object> indicator(String id, String identity, Indicator indicator, Instant at) {
        Map<String, Object> object = common("indicator", id, at);
        object.put("created_by_ref", identity);
        object.put("object_marking_refs", List.of(AMBER));
        indicator.description().ifPresent(text -> object.put("description", text));
        object.put("indicator_types", List.of("malicious-activity"));
        object.put("pattern", indicator.pattern());
        object.put("pattern_type", "stix");
        object.put("pattern_version", "2.1");
        object.put("valid_from", TIME.format(at));
        return object;
    }

    private static Map<String, Object> common(String type, String id, Instant at) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id);
        object.put("created", TIME.format(at));
        object.put("modified", TIME.format(at));
        return object;
    }

    private static String id(String type, String name) {
        return type + "--" + UUID.nameUUIDFromBytes(("candor/" + type + "/" + name).getBytes(UTF_8));
    }
}
