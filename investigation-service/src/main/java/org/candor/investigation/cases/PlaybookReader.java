package org.candor.investigation.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.decision.OrderRule;
import org.candor.investigation.cases.decision.Playbook;
import org.candor.investigation.cases.decision.Playbook.Effect;
import org.candor.investigation.cases.decision.Playbook.Need;
import org.candor.investigation.cases.decision.Playbook.Step;
import org.candor.investigation.cases.decision.Playbooks;

/** Reads the playbooks that ship with the service. One that can't be read stops the start and says what is wrong. */
public final class PlaybookReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlaybookReader() {}

    public static Playbooks shipped() {
        return new Playbooks(read("containment"), read("eradication"), read("recovery"));
    }

    private static Playbook read(String name) {
        try (InputStream file = PlaybookReader.class.getResourceAsStream("/playbook/" + name + ".json")) {
            return playbook(JSON.readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The playbook " + name + " can't be read", unreadable);
        }
    }

    static Playbook playbook(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        node.required("steps").forEach(step -> steps.add(step(step)));
        List<OrderRule> order = new ArrayList<>();
        node.required("order").forEach(rule -> order.add(rule(rule)));
        return new Playbook(
                CasePhase.valueOf(text(node, "phase")), node.required("version").intValue(), steps, order);
    }

    private static Step step(JsonNode node) {
        Set<Effect> effects = new HashSet<>();
        node.required("effects").forEach(effect -> effects.add(Effect.valueOf(effect.textValue())));
        return new Step(
                text(node, "id"),
                text(node, "title"),
                text(node, "purpose"),
                text(node, "citation"),
                Need.valueOf(text(node, "need")),
                node.required("repeatable").booleanValue(),
                effects);
    }

    private static OrderRule rule(JsonNode node) {
        String id = text(node, "id");
        String citation = text(node, "citation");
        String why = text(node, "why");
        return switch (text(node, "rule")) {
            case "BEFORE" -> new OrderRule.Before(id, text(node, "first"), text(node, "then"), citation, why);
            case "NOT_BETWEEN" ->
                new OrderRule.NotBetween(
                        id,
                        text(node, "from"),
                        text(node, "until"),
                        Effect.valueOf(text(node, "effect")),
                        citation,
                        why);
            default -> throw new IllegalArgumentException("Order rule " + id + " is of no known kind");
        };
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }
}
