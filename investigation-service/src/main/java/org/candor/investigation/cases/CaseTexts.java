package org.candor.investigation.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.kit.data.Sql;

/** Everything people wrote in a case, for the search whether any of it stands in what is to leave. Never shown. */
@ApplicationScoped
public class CaseTexts {

    private static final List<String> PLACES = List.of(
            "step_entry.words",
            "step_approval.words",
            "complaint_letter.words",
            "evidence_item.words",
            "documentation.words",
            "follow_up.words",
            "recommendation.words",
            "recommendation.decision_words",
            "case_task.words",
            "case_task.ending_words",
            "timeline_entry.words",
            "mitigation.words",
            "mitigation_request.words",
            "mitigation_request.ending_words");

    private static final List<String> SANCTIONS = List.of("sanction_person.words", "sanction_note.words");

    /** Keys of tables that have no id of their own. */
    private static final Map<String, String> KEYS = Map.of("mitigation", "incident_id", "step_approval", "entry_id");

    /** Fields whose value is a person's name. */
    private static final Set<String> NAMES = Set.of("reporter", "name");

    private final CaseAccess access;

    CaseTexts(CaseAccess access) {
        this.access = access;
    }

    /**
     * What was gathered.
     *
     * @param names what stands in a field for names
     * @param texts all the rest
     */
    public record Texts(List<String> names, List<String> texts) {}

    /**
     * Without the sanction record: what an author is told of his draft must not tell him what stands there. Call inside a
     * session.
     */
    public Uni<Texts> of(KnownCase known) {
        return from(PLACES, known);
    }

    /** With the sanction record, for the last look of somebody else than an author. Call inside a session. */
    public Uni<Texts> withSanctions(KnownCase known) {
        return from(Stream.concat(PLACES.stream(), SANCTIONS.stream()).toList(), known);
    }

    private Uni<Texts> from(List<String> places, KnownCase known) {
        Texts gathered = new Texts(new ArrayList<>(), new ArrayList<>());
        return Multi.createFrom()
                .iterable(places)
                .onItem()
                .transformToUniAndConcatenate(place -> gather(known, place, gathered))
                .onItem()
                .ignoreAsUni()
                .replaceWith(gathered);
    }

    private Uni<Void> gather(KnownCase known, String place, Texts into) {
        String table = place.substring(0, place.indexOf('.'));
        String column = place.substring(place.indexOf('.') + 1);
        String key = KEYS.getOrDefault(table, "id");
        String query = "select " + key + ", " + column + " from " + table + " where incident_id = ?1 and " + column
                + " is not null";
        return Sql.rows(Object[].class, query, known.incidentId())
                .invoke(rows -> rows.forEach(row -> collect(
                        "", access.open(known.cipher(), place, (UUID) row[0], (byte[]) row[1], JsonNode.class), into)))
                .replaceWithVoid();
    }

    private static void collect(String field, JsonNode node, Texts into) {
        if (node.isTextual()) {
            (NAMES.contains(field) ? into.names() : into.texts()).add(node.textValue());
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            collect(entry.getKey(), entry.getValue(), into);
        }
        if (node.isArray()) {
            node.forEach(element -> collect(field, element, into));
        }
    }
}
