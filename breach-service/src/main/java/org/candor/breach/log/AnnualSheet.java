package org.candor.breach.log;

import static org.candor.breach.log.Sheet.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.breach.log.AnnualRunView.Entry;
import org.candor.breach.log.AnnualRunView.Screen;

/** The annual run as a table: one row per form, and behind what is known of it a column per field of the portal, in its order. */
final class AnnualSheet {

    private static final List<String> HEADER = List.of(
            "Incident", "Earlier reference", "Report", "Report due", "Entered", "Entered on", "Tracking number");

    private AnnualSheet() {}

    static Sheet of(AnnualRunView run) {
        Set<String> fields = new LinkedHashSet<>();
        run.entries().forEach(entry -> fields.addAll(answers(entry).keySet()));
        List<String> header = new ArrayList<>(HEADER);
        header.addAll(fields);
        return new Sheet(
                "Annual run " + run.year(),
                header,
                run.entries().stream().map(entry -> cells(entry, fields)).toList(),
                run.disclaimer());
    }

    private static List<String> cells(Entry entry, Set<String> fields) {
        List<String> cells = new ArrayList<>(List.of(
                text(entry.incidentId()),
                text(entry.reference()),
                text(entry.report()),
                text(entry.due()),
                entry.entered() ? "yes" : "no",
                text(entry.enteredOn()),
                text(entry.trackingNumber())));
        Map<String, String> answers = answers(entry);
        fields.forEach(field -> cells.add(answers.getOrDefault(field, "")));
        return cells;
    }

    private static Map<String, String> answers(Entry entry) {
        return entry.screens().stream()
                .flatMap(screen ->
                        screen.fields().stream().map(field -> new String[] {name(screen, field), text(field.answer())}))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair[1], (one, other) -> one, java.util.LinkedHashMap::new));
    }

    private static String name(Screen screen, AnnualRunView.Field field) {
        return screen.title() + ": " + field.name();
    }
}
