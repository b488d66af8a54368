package org.candor.breach.obligations.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candor.breach.obligations.FactsReader;
import org.candor.breach.obligations.RuleFiles;

/** Facts in the words of the request, and what the shipped rules say to them. */
final class Given {

    static final RuleBook BOOK = RuleFiles.shipped();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ObjectNode request;

    private Given(ObjectNode request) {
        this.request = request;
    }

    /** A member of the workforce knew on 7 April 2026; forty people, residence unknown. */
    static Given breach() {
        return facts("{'knowledge': [{'by': 'WORKFORCE', 'at': '2026-04-07'}], 'individuals': {'total': 40}}");
    }

    /** JSON with single quotes. */
    static Given facts(String json) {
        return new Given((ObjectNode) read(json));
    }

    Given with(String field, String json) {
        request.set(field, read(json));
        return this;
    }

    Facts facts() {
        return switch (FactsReader.read(request)) {
            case FactsReader.Reading.Readable<FactsReader.Read> read ->
                read.value().facts();
            case FactsReader.Reading.Unreadable<FactsReader.Read> unreadable ->
                throw new AssertionError(unreadable.faults());
        };
    }

    Answer answer() {
        return new ComputingObligations(BOOK).answer(facts());
    }

    Answer.Computed computed() {
        return switch (answer()) {
            case Answer.Computed computed -> computed;
            case Answer.Refused refused -> throw new AssertionError(refused.broken());
        };
    }

    Duty duty(String key) {
        return computed().duties().stream()
                .filter(duty -> duty.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no duty " + key));
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
