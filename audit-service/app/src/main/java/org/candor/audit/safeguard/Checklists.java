package org.candor.audit.safeguard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candor.audit.safeguard.decision.Inspection;
import org.candor.audit.safeguard.decision.Medium;

/** The check lists that come with the product. */
@Singleton
class Checklists {

    private static final String FILE = "/programme/checklists.json";

    private final String edition;
    private final Map<Medium, List<ChecklistItem>> lists = new EnumMap<>(Medium.class);

    Checklists() {
        JsonNode file = read();
        this.edition = file.path("edition").asText();
        file.path("checklists")
                .forEach(list -> lists.put(
                        Medium.valueOf(list.path("medium").asText()),
                        list.path("items")
                                .valueStream()
                                .map(item -> new ChecklistItem(
                                        item.path("id").asText(),
                                        item.path("asks").asText()))
                                .toList()));
    }

    String edition() {
        return edition;
    }

    Map<Medium, List<ChecklistItem>> lists() {
        return Map.copyOf(lists);
    }

    /** What is asked at a place with these media. */
    Inspection inspection(Set<Medium> media) {
        return new Inspection(lists.entrySet().stream()
                .filter(list -> media.contains(list.getKey()) || list.getKey() == Medium.ADMINISTRATIVE)
                .flatMap(list -> list.getValue().stream())
                .map(ChecklistItem::id)
                .toList());
    }

    private static JsonNode read() {
        try (InputStream in = Checklists.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
