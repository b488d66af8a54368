package org.candor.breach.obligations;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candor.breach.obligations.decision.Principle;
import org.candor.breach.obligations.decision.Rule;
import org.candor.breach.obligations.decision.RuleBook;
import org.candor.breach.obligations.decision.RuleDataRefused;
import org.candor.breach.obligations.decision.StateLaw;

/** Reads the rule data at start-up; what is wrong is refused with file, line and entry. */
public final class RuleFiles {

    private static final List<String> SHIPPED =
            List.of("/rules/federal.json", "/rules/states.json", "/rules/jurisdictions.json");

    private static final List<String> LISTS = List.of("rules", "principles", "jurisdictions");

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> editions = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Principle> principles = new ArrayList<>();
    private final List<StateLaw> known = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    /** The book of the data that comes with the product. */
    public static RuleBook shipped() {
        RuleFiles files = new RuleFiles();
        for (String name : SHIPPED) {
            try (InputStream in = RuleFiles.class.getResourceAsStream(name)) {
                files.read(name, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.book();
    }

    /** Adds one file; {@code name} is what a refusal calls it. */
    public RuleFiles read(String name, InputStream in) throws IOException {
        try (JsonParser parser = json.createParser(in)) {
            for (parser.nextToken(); parser.nextToken() == JsonToken.FIELD_NAME; ) {
                readField(name, parser.currentName(), parser);
            }
        }
        return this;
    }

    /** The book of all files added so far. */
    public RuleBook book() {
        return RuleBook.of(String.join("; ", editions), rules, principles, known);
    }

    private void refuseRepeated(String key, String name, String place) {
        String earlier = places.putIfAbsent(key, place);
        if (earlier != null) {
            throw new RuleDataRefused(place, name, "the id stands already at " + earlier);
        }
    }

    private void readField(String name, String field, JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (LISTS.contains(field) && token == JsonToken.START_ARRAY) {
            readEntries(name, field, parser);
        } else if (field.equals("edition") && token == JsonToken.VALUE_STRING) {
            editions.add(parser.getText());
        } else if (!field.equals("about") || token != JsonToken.VALUE_STRING) {
            throw new RuleDataRefused(
                    place(name, parser), field, "is no list of " + LISTS + " and no text edition or about");
        }
    }

    private static String place(String name, JsonParser parser) {
        return name + " line " + parser.currentTokenLocation().getLineNr();
    }

    private void readEntries(String name, String list, JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String place = place(name, parser);
            if (token != JsonToken.START_OBJECT) {
                throw new RuleDataRefused(place, list, "holds something that is no object");
            }
            JsonNode node = json.readTree(parser);
            RuleEntry entry = new RuleEntry(node, place);
            refuseRepeated(list + " " + entry.name(), entry.name(), place);
            switch (list) {
                case "rules" -> rules.add(entry.rule());
                case "principles" -> principles.add(entry.principle());
                default -> known.add(entry.stateLaw());
            }
        }
    }
}
