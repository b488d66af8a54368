package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.candor.breach.BreachProblem;
import org.candor.breach.assessment.decision.NoticeFacts;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Jurisdiction;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.LawEnforcementDelay;
import org.candor.breach.obligations.decision.Moment;
import org.candor.events.CaseEvent.KnownBy;
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

    /** From the last day that is read these lead to December 9999: a due day is written with a year of four digits. */
    private static final int MOST_CONTRACT_DAYS = 2_885_000;

    private static final int MOST_KNOWLEDGE = 20_000;
    private static final int MOST_DELAYS = 1_000;

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
    private static final Set<String> KNOWLEDGE_FIELDS =
            Set.of("key", "by", "basis", "at", "agentOfEntity", "toldEntityAt", "contractDays");
    private static final Set<String> DELAY_FIELDS = Set.of("form", "statedOn", "until", "ground", "official", "agency");
    private static final Set<String> INDIVIDUALS_FIELDS = Set.of("total", "estimated", "byJurisdiction");
    private static final Set<String> UNDELIVERABLE_FIELDS = Set.of("living", "nextOfKin");
    private static final Set<String> SENT_FIELDS =
            Set.of("individualFirst", "hhs", "media", "substitutePostingStarted");

    private final FieldReader fields = new FieldReader();

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
        return reader.reading(request, node -> reader.recorded(node, key));
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
                        : Optional.of(individuals(request)),
                jurisdictions(request, "statePersonalInformation"),
                jurisdictions(request, "hipaaExemptionRelied"),
                delays(request),
                undeliverable(request),
                fields.flag(request, "", "urgent", false));
        refuseUnknown();
        for (int i = 0; i < notice.delays().size(); i++) {
            String pointer = "/lawEnforcementDelays/" + i;
            if (notice.delays().get(i).official().isBlank()) {
                fields.fault(pointer + "/official", "is required: the statement names the official");
            }
            if (notice.delays().get(i).ground().isEmpty()) {
                fields.fault(
                        pointer + "/ground",
                        "is required: notice would IMPEDE_INVESTIGATION or DAMAGE_NATIONAL_SECURITY");
            }
        }
        return notice;
    }

    private void refuseUnknown() {
        fields.unknown().forEach(pointer -> fields.fault(pointer, "is not known here"));
    }

    private Facts facts(JsonNode request) {
        fields.noteUnknown(request, "", FIELDS);
        return new Facts(
                fields.choice(request, "", "capacity", Capacity.class).orElse(Capacity.COVERED_ENTITY),
                zone(request),
                knowledge(request),
                fields.day(request, "", "determinedOn"),
                fields.flag(request, "", "unsecuredPhi", true),
                fields.count(request, "", "part2Records", 0).orElse(0L),
                individuals(request),
                jurisdictions(request, "statePersonalInformation"),
                jurisdictions(request, "hipaaExemptionRelied"),
                delays(request),
                undeliverable(request),
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

    private List<Knowledge> knowledge(JsonNode request) {
        List<JsonNode> entries = fields.list(request, "knowledge", MOST_KNOWLEDGE);
        if (entries.isEmpty()) {
            fields.fault("/knowledge", "must name at least one person who knew, and when");
        }
        List<Knowledge> knowledge = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            knowledgeEntry(entries.get(i), "/knowledge/" + i, Integer.toString(i))
                    .ifPresent(knowledge::add);
        }
        return knowledge;
    }

    /** A preview passes over what means nothing; what is recorded has to mean something. */
    private Knowledge recorded(JsonNode entry, String key) {
        if (FieldReader.present(entry, "key") != null) {
            fields.fault("/key", "is given by the service: leave it out");
        }
        Optional<Knowledge> knowledge = knowledgeEntry(entry, "", key);
        refuseUnknown();
        if (knowledge.filter(Knowledge::saysWhatOnlyConcernsABusinessAssociate).isPresent()) {
            fields.fault("", "agentOfEntity, toldEntityAt and contractDays are only said of a business associate");
        }
        return knowledge.orElse(null);
    }

    private Optional<Knowledge> knowledgeEntry(JsonNode entry, String pointer, String otherwise) {
        if (!fields.isObject(entry, pointer)) {
            return Optional.empty();
        }
        fields.noteUnknown(entry, pointer, KNOWLEDGE_FIELDS);
        Optional<KnownBy> by = fields.required(fields.choice(entry, pointer, "by", KnownBy.class), pointer + "/by");
        Optional<Moment> at = fields.required(fields.moment(entry, pointer, "at"), pointer + "/at");
        Basis basis = fields.choice(entry, pointer, "basis", Basis.class).orElse(Basis.ACTUAL);
        boolean agent = fields.flag(entry, pointer, "agentOfEntity", false);
        Optional<Moment> told = fields.moment(entry, pointer, "toldEntityAt");
        OptionalInt contract = contractDays(entry, pointer);
        String key = fields.text(entry, pointer, "key").orElse(otherwise);
        return by.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Knowledge(key, by.get(), basis, at.get(), agent, told, contract));
    }

    private OptionalInt contractDays(JsonNode entry, String pointer) {
        Optional<Long> days = fields.number(entry, pointer, "contractDays", 0, MOST_CONTRACT_DAYS);
        return days.isPresent() ? OptionalInt.of(days.get().intValue()) : OptionalInt.empty();
    }

    private Facts.Individuals individuals(JsonNode request) {
        JsonNode node = fields.object(request, "individuals", INDIVIDUALS_FIELDS);
        if (node == null) {
            fields.fault("/individuals", "is required");
            return new Facts.Individuals(1, false, Map.of());
        }
        long total = fields.required(fields.count(node, "/individuals", "total", 1), "/individuals/total")
                .orElse(1L);
        return new Facts.Individuals(total, fields.flag(node, "/individuals", "estimated", false), residents(node));
    }

    private Map<Jurisdiction, Long> residents(JsonNode individuals) {
        Map<Jurisdiction, Long> residents = new EnumMap<>(Jurisdiction.class);
        JsonNode node = FieldReader.present(individuals, "byJurisdiction");
        if (node == null || !fields.isObject(node, "/individuals/byJurisdiction")) {
            return residents;
        }
        for (Iterator<String> codes = node.fieldNames(); codes.hasNext(); ) {
            String code = codes.next();
            Optional<Jurisdiction> jurisdiction =
                    jurisdiction(code, "/individuals/byJurisdiction/" + FieldReader.escaped(code));
            Optional<Long> count = fields.count(node, "/individuals/byJurisdiction", code, 0);
            if (jurisdiction.isPresent() && count.isPresent()) {
                residents.put(jurisdiction.get(), count.get());
            }
        }
        return residents;
    }

    private Set<Jurisdiction> jurisdictions(JsonNode request, String field) {
        Set<Jurisdiction> jurisdictions = EnumSet.noneOf(Jurisdiction.class);
        List<JsonNode> codes = fields.list(request, field, 1_000);
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/" + field + "/" + i;
            if (codes.get(i).isTextual()) {
                jurisdiction(codes.get(i).textValue(), pointer).ifPresent(jurisdictions::add);
            } else {
                fields.fault(pointer, "must be a postal code");
            }
        }
        return jurisdictions;
    }

    private Optional<Jurisdiction> jurisdiction(String code, String pointer) {
        Optional<Jurisdiction> jurisdiction = Jurisdiction.of(code);
        if (jurisdiction.isEmpty()) {
            fields.fault(pointer, "must be the postal code of a State, DC, PR, VI, GU, AS or MP");
        }
        return jurisdiction;
    }

    private List<LawEnforcementDelay> delays(JsonNode request) {
        List<JsonNode> entries = fields.list(request, "lawEnforcementDelays", MOST_DELAYS);
        List<LawEnforcementDelay> delays = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            delay(entries.get(i), "/lawEnforcementDelays/" + i).ifPresent(delays::add);
        }
        return delays;
    }

    private Optional<LawEnforcementDelay> delay(JsonNode entry, String pointer) {
        if (!fields.isObject(entry, pointer)) {
            return Optional.empty();
        }
        fields.noteUnknown(entry, pointer, DELAY_FIELDS);
        Optional<LawEnforcementDelay.Form> form = fields.required(
                fields.choice(entry, pointer, "form", LawEnforcementDelay.Form.class), pointer + "/form");
        Optional<LocalDate> statedOn = fields.required(fields.day(entry, pointer, "statedOn"), pointer + "/statedOn");
        Optional<LocalDate> until = fields.day(entry, pointer, "until");
        Optional<LawEnforcementDelay.Ground> ground =
                fields.choice(entry, pointer, "ground", LawEnforcementDelay.Ground.class);
        String official = fields.text(entry, pointer, "official").orElse("");
        String agency = fields.text(entry, pointer, "agency").orElse("");
        return form.isEmpty() || statedOn.isEmpty()
                ? Optional.empty()
                : Optional.of(new LawEnforcementDelay(form.get(), statedOn.get(), until, ground, official, agency));
    }

    private Facts.Undeliverable undeliverable(JsonNode request) {
        JsonNode node = fields.object(request, "undeliverable", UNDELIVERABLE_FIELDS);
        return node == null
                ? new Facts.Undeliverable(0, 0)
                : new Facts.Undeliverable(
                        fields.count(node, "/undeliverable", "living", 0).orElse(0L),
                        fields.count(node, "/undeliverable", "nextOfKin", 0).orElse(0L));
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
