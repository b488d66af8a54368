package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.candor.breach.BreachProblem;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.kit.errors.Problem;

/**
 * Reads facts as they come over REST. Every fault is collected with the JSON Pointer of its field, so that a person can
 * correct all of them at once; a field that is null is a field that is absent.
 */
public final class FactsReader {

    /** What a field must be and is not. */
    public record Fault(String pointer, String message) {}

    /** What was read; fields that nobody knows are named, not silently left out. */
    public record Read(Facts facts, List<String> unknownFields) {}

    /** Something readable, or every fault that keeps it from being read. */
    public sealed interface Reading<T> {
        record Readable<T>(T value) implements Reading<T> {}

        record Unreadable<T>(List<Fault> faults) implements Reading<T> {}

        /** The value, or a problem that names every fault; {@code prefix} says where in the request it stands. */
        default T orRefuse(String prefix) {
            return switch (this) {
                case Readable<T> readable -> readable.value();
                case Unreadable<T> unreadable -> {
                    Problem problem = new Problem(BreachProblem.INVALID_FACTS);
                    unreadable.faults().forEach(fault -> problem.field(prefix + fault.pointer(), fault.message()));
                    throw problem;
                }
            };
        }
    }

    private static final String DEFAULT_ZONE = "America/Chicago";
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Set<String> FIELDS = Set.of(
            "capacity",
            "timeZone",
            "knowledge",
            "determinedOn",
            "unsecuredPhi",
            "part2Records",
            "individuals",
            "statePersonalInformation",
            "hipaaExemptionRelied",
            "lawEnforcementDelays",
            "undeliverable",
            "urgent",
            "sent",
            "asOf");

    private static final Set<String> NOTICE_FIELDS = Set.of(
            "capacity",
            "determinedOn",
            "part2Records",
            "individuals",
            "statePersonalInformation",
            "hipaaExemptionRelied",
            "lawEnforcementDelays",
            "undeliverable",
            "urgent");
    private static final Set<String> SENT_FIELDS =
            Set.of("individualFirst", "hhs", "media", "substitutePostingStarted");

    private final FieldReader fields = new FieldReader();
    private final KnowledgeReader knowledge = new KnowledgeReader(fields);
    private final PeopleReader people = new PeopleReader(fields);
    private final DelayReader delays = new DelayReader(fields);

    private FactsReader() {}

    /** Reads the request of a preview. */
    public static Reading<Read> read(JsonNode request) {
        FactsReader reader = new FactsReader();
        return reader.reading(request, node -> new Read(reader.facts(node), reader.fields.unknown()));
    }

    /** Reads what an officer records of a breach: the same fields without those that the service knows itself. */
    public static Reading<NoticeFacts> readNotice(JsonNode request) {
        FactsReader reader = new FactsReader();
        return reader.reading(request, reader::notice);
    }

    /**
     * Reads one candidate for the day of discovery, to be recorded under {@code key}. A client names none: with one it could
     * take the place of an entry that is kept.
     */
    public static Reading<Knowledge> readKnowledge(JsonNode request, String key) {
        FactsReader reader = new FactsReader();
        return reader.reading(request, node -> reader.knowledge.recorded(node, key));
    }

    private <T> Reading<T> reading(JsonNode request, Function<JsonNode, T> read) {
        if (request == null || !request.isObject()) {
            return new Reading.Unreadable<>(List.of(new Fault("", "must be an object")));
        }
        T value = read.apply(request);
        List<Fault> faults = fields.faults();
        return faults.isEmpty() ? new Reading.Readable<>(value) : new Reading.Unreadable<>(faults);
    }

    /** A field that is not known here is a fault: what is recorded is acted on. */
    private NoticeFacts notice(JsonNode request) {
        fields.noteUnknown(request, "", NOTICE_FIELDS);
        NoticeFacts notice = new NoticeFacts(
                fields.choice(request, "", "capacity", Capacity.class).orElse(Capacity.COVERED_ENTITY),
                fields.day(request, "", "determinedOn"),
                fields.count(request, "", "part2Records", 0).orElse(0L),
                FieldReader.present(request, "individuals") == null
                        ? Optional.empty()
                        : Optional.of(people.individuals(request)),
                people.jurisdictions(request, "statePersonalInformation"),
                people.jurisdictions(request, "hipaaExemptionRelied"),
                delays.all(request),
                people.undeliverable(request),
                fields.flag(request, "", "urgent", false));
        fields.refuseUnknown();
        delays.requireWhatIsRecorded(notice.delays());
        return notice;
    }

    private Facts facts(JsonNode request) {
        fields.noteUnknown(request, "", FIELDS);
        return new Facts(
                fields.choice(request, "", "capacity", Capacity.class).orElse(Capacity.COVERED_ENTITY),
                zone(request),
                knowledge.all(request),
                fields.day(request, "", "determinedOn"),
                fields.flag(request, "", "unsecuredPhi", true),
                fields.count(request, "", "part2Records", 0).orElse(0L),
                people.individuals(request),
                people.jurisdictions(request, "statePersonalInformation"),
                people.jurisdictions(request, "hipaaExemptionRelied"),
                delays.all(request),
                people.undeliverable(request),
                fields.flag(request, "", "urgent", false),
                sent(request),
                fields.day(request, "", "asOf"));
    }

    private ZoneId zone(JsonNode request) {
        String name = fields.text(request, "", "timeZone").orElse(DEFAULT_ZONE);
        if (!ZONES.contains(name)) {
            fields.fault("/timeZone", "must be an IANA name such as America/Chicago");
            return ZoneId.of(DEFAULT_ZONE);
        }
        return ZoneId.of(name);
    }

    private Facts.Sent sent(JsonNode request) {
        JsonNode node = fields.object(request, "sent", SENT_FIELDS);
        return node == null
                ? Facts.Sent.NOTHING
                : new Facts.Sent(
                        fields.day(node, "/sent", "individualFirst"),
                        fields.day(node, "/sent", "hhs"),
                        fields.day(node, "/sent", "media"),
                        fields.day(node, "/sent", "substitutePostingStarted"));
    }
}
