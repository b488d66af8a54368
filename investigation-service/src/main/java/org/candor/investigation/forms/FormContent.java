package org.candor.investigation.forms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in a form.
 *
 * @param zone times are written in it
 * @param facts short answers, such as the kind of the report
 * @param items long answers under a heading each
 * @param measures the work log; empty in a form that does not list it
 * @param signature empty in a draft
 */
public record FormContent(
        String formId,
        String title,
        UUID incidentId,
        String organisation,
        ZoneId zone,
        boolean drill,
        List<Item> facts,
        List<Item> items,
        List<Measure> measures,
        Optional<Signature> signature) {

    public FormContent {
        facts = List.copyOf(facts);
        items = List.copyOf(items);
        measures = List.copyOf(measures);
    }

    /** A question and its answer. */
    public record Item(String name, String text) {}

    /** One entry of the work log. */
    public record Measure(
            String step,
            String title,
            String outcome,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            String by,
            String result,
            Optional<String> deviation,
            Optional<String> approvedBy) {}

    /** Who answers for the form. */
    public record Signature(String name, String role, Instant at, int version) {}
}
