package org.candor.investigation.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Reads the playbooks that ship with the service, and an organisation's own. One that can't be read stops the start and says what is wrong. */
public final class PlaybookReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlaybookReader() {}

    public static Playbooks shipped() {
        return new Playbooks(read("containment"), read("eradication"), read("recovery"));
    }

    /**
     * The shipped playbooks, each replaced by the organisation's own file of the same name where the folder has one.
     *
     * @throws IllegalStateException when an own playbook lacks something that the shipped one makes mandatory; it is named
     */
    public static Playbooks from(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("The folder of playbooks is not there: " + folder);
        }
        return new Playbooks(own(folder, "containment"), own(folder, "eradication"), own(folder, "recovery"));
    }

    private static Playbook own(Path folder, String name) {
        Playbook shipped = read(name);
        Path file = folder.resolve(name + ".json");
        if (!Files.exists(file)) {
            return shipped;
        }
        Playbook own = read(file);
        List<String> lacks =
                own.phase() == shipped.phase() ? own.lacks(shipped) : List.of("the phase " + shipped.phase());
        if (!lacks.isEmpty()) {
            throw new IllegalStateException("The playbook " + file + " lacks " + String.join(", ", lacks)
                    + ". Mandatory steps and order rules may not be removed or weakened");
        }
        return own;
    }

    private static Playbook read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return playbook(JSON.readTree(content));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("The playbook " + file + " can't be read: " + unreadable.getMessage());
        }
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
                node.path("approval").booleanValue(),
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
            case "NOT_DURING" ->
                new OrderRule.NotDuring(id, text(node, "step"), Effect.valueOf(text(node, "effect")), citation, why);
            default -> throw new IllegalArgumentException("Order rule " + id + " is of no known kind");
        };
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }
}
