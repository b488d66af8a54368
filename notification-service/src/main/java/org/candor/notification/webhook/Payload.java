package org.candor.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.kit.outbox.EventJson;

/** What leaves the house about a fact: that it happened, about which incident, and its counts. No word, no day of anything else. */
final class Payload {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Payload() {}

    static String of(Event fact, Envelope envelope, UUID incidentId) {
        try {
            ObjectNode data = JSON.createObjectNode()
                    .put("eventId", envelope.id().toString())
                    .put("incidentId", incidentId == null ? null : incidentId.toString())
                    .put("entityId", envelope.entityId());
            data.set("counts", counts(JSON.readTree(EventJson.write(fact))));
            ObjectNode payload = JSON.createObjectNode()
                    .put("type", envelope.type())
                    .put("timestamp", envelope.time().toString());
            payload.set("data", data);
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event is JSON", impossible);
        }
    }

    private static ObjectNode counts(JsonNode fact) {
        ObjectNode counts = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : fact.properties()) {
            JsonNode value = field.getValue();
            boolean table =
                    value.isObject() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isIntegralNumber);
            if (value.isIntegralNumber() || table) {
                counts.set(field.getKey(), value);
            }
        }
        return counts;
    }
}
