package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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

    /** Somebody may have known, a wrongdoer above all, long before there was a rule; no living person knew before this day. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    /** About the whole population; more is a typing error. */
    private static final long MOST_PEOPLE = 330_000_000;

    private static final int MOST_CONTRACT_DAYS = 3_660;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_KNOWLEDGE = 20_000;
    private static final int MOST_DELAYS = 1_000;
    /** Enough to correct a form; a body of nothing but faults is not answered with a list of them. */
    private static final int MOST_FAULTS = 100;

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

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private FactsReader() {}

    /** Reads the request of a preview. */
    public static Reading<Read> read(JsonNode request) {
        FactsReader reader = new FactsReader();
        return reader.reading(request, node -> new Read(reader.facts(node), List.copyOf(reader.unknown)));
    }

    /** Reads what an officer records of a breach: the same fields without those that the service knows itself. */
    public static Reading<NoticeFacts> readNotice(JsonNode request) {
        FactsReader reader = new FactsReader();
        return reader.reading(request, reader::notice);
    }

    /** Reads one candidate for the day of discovery. */
    public static Reading<Knowledge> readKnowledge(JsonNode request, String key) {
        FactsReader reader = new FactsReader();
        return reader.reading(
                request, node -> reader.knowledgeEntry(node, "", key).orElse(null));
    }

    private <T> Reading<T> reading(JsonNode request, Function<JsonNode, T> read) {
        if (request == null || !request.isObject()) {
            return new Reading.Unreadable<>(List.of(new Fault("", "must be an object")));
        }
        T value = read.apply(request);
        return faults.isEmpty() ? new Reading.Readable<>(value) : new Reading.Unreadable<>(List.copyOf(faults));
    }

    /** A field that is not known here is a fault: what is recorded is acted on. */
    private NoticeFacts notice(JsonNode request) {
        noteUnknown(request, "", NOTICE_FIELDS);
        NoticeFacts notice = new NoticeFacts(
                choice(request, "", "capacity", Capacity.class).orElse(Capacity.COVERED_ENTITY),
                day(request, "", "determinedOn"),
                count(request, "", "part2Records", 0).orElse(0L),
                present(request, "individuals") == null ? Optional.empty() : Optional.of(individuals(request)),
                jurisdictions(request, "statePersonalInformation"),
                jurisdictions(request, "hipaaExemptionRelied"),
                delays(request),
                undeliverable(request),
                flag(request, "", "urgent", false));
        unknown.forEach(pointer -> fault(pointer, "is not known here"));
        for (int i = 0; i < notice.delays().size(); i++) {
            String pointer = "/lawEnforcementDelays/" + i;
            if (notice.delays().get(i).official().isBlank()) {
                fault(pointer + "/official", "is required: the statement names the official");
            }
            if (notice.delays().get(i).ground().isEmpty()) {
                fault(
                        pointer + "/ground",
                        "is required: notice would IMPEDE_INVESTIGATION or DAMAGE_NATIONAL_SECURITY");
            }
        }
        return notice;
    }

    private Facts facts(JsonNode request) {
        noteUnknown(request, "", FIELDS);
        return new Facts(
                choice(request, "", "capacity", Capacity.class).orElse(Capacity.COVERED_ENTITY),
                zone(request),
                knowledge(request),
                day(request, "", "determinedOn"),
                flag(request, "", "unsecuredPhi", true),
                count(request, "", "part2Records", 0).orElse(0L),
                individuals(request),
                jurisdictions(request, "statePersonalInformation"),
                jurisdictions(request, "hipaaExemptionRelied"),
                delays(request),
                undeliverable(request),
                flag(request, "", "urgent", false),
                sent(request),
                day(request, "", "asOf"));
    }

    private ZoneId zone(JsonNode request) {
        String name = text(request, "", "timeZone").orElse(DEFAULT_ZONE);
        if (!ZONES.contains(name)) {
            fault("/timeZone", "must be an IANA name such as America/Chicago");
            return ZoneId.of(DEFAULT_ZONE);
        }
        return ZoneId.of(name);
    }

    private List<Knowledge> knowledge(JsonNode request) {
        List<JsonNode> entries = list(request, "knowledge", MOST_KNOWLEDGE);
        if (entries.isEmpty()) {
            fault("/knowledge", "must name at least one person who knew, and when");
        }
        List<Knowledge> knowledge = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            knowledgeEntry(entries.get(i), "/knowledge/" + i, Integer.toString(i))
                    .ifPresent(knowledge::add);
        }
        return knowledge;
    }

    private Optional<Knowledge> knowledgeEntry(JsonNode entry, String pointer, String otherwise) {
        if (!isObject(entry, pointer)) {
            return Optional.empty();
        }
        noteUnknown(entry, pointer, KNOWLEDGE_FIELDS);
        Optional<KnownBy> by = required(choice(entry, pointer, "by", KnownBy.class), pointer + "/by");
        Optional<Moment> at = required(moment(entry, pointer, "at"), pointer + "/at");
        Basis basis = choice(entry, pointer, "basis", Basis.class).orElse(Basis.ACTUAL);
        boolean agent = flag(entry, pointer, "agentOfEntity", false);
        Optional<Moment> told = moment(entry, pointer, "toldEntityAt");
        OptionalInt contract = contractDays(entry, pointer);
        String key = text(entry, pointer, "key").orElse(otherwise);
        return by.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Knowledge(key, by.get(), basis, at.get(), agent, told, contract));
    }

    private OptionalInt contractDays(JsonNode entry, String pointer) {
        Optional<Long> days = number(entry, pointer, "contractDays", 0, MOST_CONTRACT_DAYS);
        return days.isPresent() ? OptionalInt.of(days.get().intValue()) : OptionalInt.empty();
    }

    private Facts.Individuals individuals(JsonNode request) {
        JsonNode node = object(request, "individuals", INDIVIDUALS_FIELDS);
        if (node == null) {
            fault("/individuals", "is required");
            return new Facts.Individuals(1, false, Map.of());
        }
        long total = required(count(node, "/individuals", "total", 1), "/individuals/total")
                .orElse(1L);
        return new Facts.Individuals(total, flag(node, "/individuals", "estimated", false), residents(node));
    }

    private Map<Jurisdiction, Long> residents(JsonNode individuals) {
        Map<Jurisdiction, Long> residents = new EnumMap<>(Jurisdiction.class);
        JsonNode node = present(individuals, "byJurisdiction");
        if (node == null || !isObject(node, "/individuals/byJurisdiction")) {
            return residents;
        }
        for (Iterator<String> codes = node.fieldNames(); codes.hasNext(); ) {
            String code = codes.next();
            Optional<Jurisdiction> jurisdiction = jurisdiction(code, "/individuals/byJurisdiction/" + escaped(code));
            Optional<Long> count = count(node, "/individuals/byJurisdiction", code, 0);
            if (jurisdiction.isPresent() && count.isPresent()) {
                residents.put(jurisdiction.get(), count.get());
            }
        }
        return residents;
    }

    private Set<Jurisdiction> jurisdictions(JsonNode request, String field) {
        Set<Jurisdiction> jurisdictions = EnumSet.noneOf(Jurisdiction.class);
        List<JsonNode> codes = list(request, field, 1_000);
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/" + field + "/" + i;
            if (codes.get(i).isTextual()) {
                jurisdiction(codes.get(i).textValue(), pointer).ifPresent(jurisdictions::add);
            } else {
                fault(pointer, "must be a postal code");
            }
        }
        return jurisdictions;
    }

    private Optional<Jurisdiction> jurisdiction(String code, String pointer) {
        Optional<Jurisdiction> jurisdiction = Jurisdiction.of(code);
        if (jurisdiction.isEmpty()) {
            fault(pointer, "must be the postal code of a State, DC, PR, VI, GU, AS or MP");
        }
        return jurisdiction;
    }

    private List<LawEnforcementDelay> delays(JsonNode request) {
        List<JsonNode> entries = list(request, "lawEnforcementDelays", MOST_DELAYS);
        List<LawEnforcementDelay> delays = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            delay(entries.get(i), "/lawEnforcementDelays/" + i).ifPresent(delays::add);
        }
        return delays;
    }

    private Optional<LawEnforcementDelay> delay(JsonNode entry, String pointer) {
        if (!isObject(entry, pointer)) {
            return Optional.empty();
        }
        noteUnknown(entry, pointer, DELAY_FIELDS);
        Optional<LawEnforcementDelay.Form> form =
                required(choice(entry, pointer, "form", LawEnforcementDelay.Form.class), pointer + "/form");
        Optional<LocalDate> statedOn = required(day(entry, pointer, "statedOn"), pointer + "/statedOn");
        Optional<LocalDate> until = day(entry, pointer, "until");
        Optional<LawEnforcementDelay.Ground> ground =
                choice(entry, pointer, "ground", LawEnforcementDelay.Ground.class);
        String official = text(entry, pointer, "official").orElse("");
        String agency = text(entry, pointer, "agency").orElse("");
        return form.isEmpty() || statedOn.isEmpty()
                ? Optional.empty()
                : Optional.of(new LawEnforcementDelay(form.get(), statedOn.get(), until, ground, official, agency));
    }

    private Facts.Undeliverable undeliverable(JsonNode request) {
        JsonNode node = object(request, "undeliverable", UNDELIVERABLE_FIELDS);
        return node == null
                ? new Facts.Undeliverable(0, 0)
                : new Facts.Undeliverable(
                        count(node, "/undeliverable", "living", 0).orElse(0L),
                        count(node, "/undeliverable", "nextOfKin", 0).orElse(0L));
    }

    private Facts.Sent sent(JsonNode request) {
        JsonNode node = object(request, "sent", SENT_FIELDS);
        return node == null
                ? Facts.Sent.NOTHING
                : new Facts.Sent(
                        day(node, "/sent", "individualFirst"),
                        day(node, "/sent", "hhs"),
                        day(node, "/sent", "media"),
                        day(node, "/sent", "substitutePostingStarted"));
    }

    private Optional<LocalDate> day(JsonNode parent, String pointer, String field) {
        return parsed(parent, pointer, field, "must be a day such as 2026-03-02", FactsReader::dayOf);
    }

    private Optional<Moment> moment(JsonNode parent, String pointer, String field) {
        return parsed(
                parent,
                pointer,
                field,
                "must be a day such as 2026-03-02 or an instant with its offset such as 2026-03-02T09:30:00Z",
                text -> text.length() == 10 ? new Moment.OnDay(dayOf(text)) : new Moment.AtInstant(instantOf(text)));
    }

    private static LocalDate dayOf(String text) {
        return inRange(LocalDate.parse(text));
    }

    private static Instant instantOf(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        inRange(moment.toLocalDate());
        return moment.toInstant();
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new DateTimeParseException("must lie between " + FIRST_DAY + " and " + LAST_DAY, "", 0);
        }
        return day;
    }

    private <T> Optional<T> parsed(
            JsonNode parent, String pointer, String field, String expected, Function<String, T> parser) {
        Optional<String> text = text(parent, pointer, field);
        try {
            return text.map(parser);
        } catch (DateTimeParseException e) {
            boolean range = e.getMessage().startsWith("must lie");
            fault(pointer + "/" + field, range ? e.getMessage() : expected);
            return Optional.empty();
        }
    }

    private Optional<Long> count(JsonNode parent, String pointer, String field, long least) {
        return number(parent, pointer, field, least, MOST_PEOPLE);
    }

    private Optional<Long> number(JsonNode parent, String pointer, String field, long least, long most) {
        JsonNode node = present(parent, field);
        if (node == null) {
            return Optional.empty();
        }
        boolean fits = node.isIntegralNumber() && node.canConvertToLong();
        if (!fits || node.longValue() < least || node.longValue() > most) {
            fault(pointer + "/" + escaped(field), "must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(node.longValue());
    }

    private boolean flag(JsonNode parent, String pointer, String field, boolean otherwise) {
        JsonNode node = present(parent, field);
        if (node != null && !node.isBoolean()) {
            fault(pointer + "/" + field, "must be true or false");
        }
        return node == null ? otherwise : node.booleanValue();
    }

    private <E extends Enum<E>> Optional<E> choice(JsonNode parent, String pointer, String field, Class<E> type) {
        Optional<String> text = text(parent, pointer, field);
        for (E constant : type.getEnumConstants()) {
            if (text.isPresent() && constant.name().equals(text.get())) {
                return Optional.of(constant);
            }
        }
        if (text.isPresent()) {
            fault(pointer + "/" + field, "must be one of " + List.of(type.getEnumConstants()));
        }
        return Optional.empty();
    }

    private Optional<String> text(JsonNode parent, String pointer, String field) {
        JsonNode node = present(parent, field);
        if (node == null) {
            return Optional.empty();
        }
        boolean fits = node.isTextual()
                && node.textValue().length() <= LONGEST_TEXT
                && node.textValue().chars().noneMatch(Character::isISOControl);
        if (!fits) {
            fault(pointer + "/" + field, "must be a text of at most " + LONGEST_TEXT + " printable characters");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    private List<JsonNode> list(JsonNode parent, String field, int most) {
        JsonNode node = present(parent, field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            fault("/" + field, "must be a list of at most " + most + " entries");
            return List.of();
        }
        List<JsonNode> entries = new ArrayList<>(node.size());
        node.forEach(entries::add);
        return entries;
    }

    private JsonNode object(JsonNode parent, String field, Set<String> fields) {
        JsonNode node = present(parent, field);
        if (node == null || !isObject(node, "/" + field)) {
            return null;
        }
        noteUnknown(node, "/" + field, fields);
        return node;
    }

    private boolean isObject(JsonNode node, String pointer) {
        if (!node.isObject()) {
            fault(pointer, "must be an object");
        }
        return node.isObject();
    }

    private static JsonNode present(JsonNode parent, String field) {
        JsonNode node = parent.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private <T> Optional<T> required(Optional<T> value, String pointer) {
        if (value.isEmpty()
                && faults.stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
            fault(pointer, "is required");
        }
        return value;
    }

    private void noteUnknown(JsonNode node, String pointer, Set<String> fields) {
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name) && unknown.size() < MOST_FAULTS) {
                unknown.add(pointer + "/" + escaped(name));
            }
        });
    }

    private static String escaped(String name) {
        String shortened = name.length() > 20 ? name.substring(0, 20) : name;
        return shortened.replace("~", "~0").replace("/", "~1");
    }

    private void fault(String pointer, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(pointer, message));
        }
    }
}
