package org.candor.audit.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.audit.programme.decision.DutyKind;
import org.candor.audit.programme.decision.DutyKind.About;
import org.candor.audit.programme.decision.DutyKind.Keeping;
import org.candor.events.OfficerRole;

/** The kinds of duties that come with the product, in the order of their file. */
@Singleton
public class Kinds {

    private static final String FILE = "/programme/kinds.json";

    private final String edition;
    private final Map<String, DutyKind> kinds = new LinkedHashMap<>();

    Kinds() {
        JsonNode file = read();
        this.edition = file.path("edition").asText();
        file.path("kinds").forEach(node -> {
            DutyKind kind = kind(node);
            if (kinds.put(kind.code(), kind) != null) {
                throw new IllegalStateException(FILE + " has twice " + kind.code());
            }
        });
    }

    /** Which edition of the data it is. */
    public String edition() {
        return edition;
    }

    public List<DutyKind> all() {
        return List.copyOf(kinds.values());
    }

    public Optional<DutyKind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** A kind that is stored or that code names; it is there. */
    public DutyKind of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException(FILE + " has no " + code));
    }

    private static JsonNode read() {
        try (InputStream in = Kinds.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DutyKind kind(JsonNode node) {
        return new DutyKind(
                node.path("code").asText(),
                node.path("title").asText(),
                About.valueOf(node.path("about").asText()),
                period(node, "every"),
                period(node, "within"),
                OfficerRole.valueOf(node.path("role").asText()),
                node.path("stretchable").asBoolean(false),
                node.path("against").asBoolean(false),
                node.path("ofIncident").asBoolean(false),
                Keeping.valueOf(node.path("keeping").asText("HERE")),
                node.path("where").asText(""),
                texts(node, "evidence"),
                new LinkedHashSet<>(texts(node, "documented")),
                texts(node, "citations"));
    }

    private static Period period(JsonNode node, String field) {
        return node.has(field) ? Period.parse(node.path(field).asText()) : Period.ZERO;
    }

    private static List<String> texts(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::asText).collect(Collectors.toList());
    }
}
