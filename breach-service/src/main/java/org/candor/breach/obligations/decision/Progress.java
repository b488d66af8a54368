package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.candor.breach.obligations.decision.Facts.Sent;
import org.candor.events.NoticeMethod;
import org.candor.events.ObligationKind;

/**
 * What has been done about a breach, as far as anybody has told.
 *
 * @param firstLetter as the sendings tell it
 * @param told people by the way in which they were told
 * @param media by jurisdiction
 * @param recorded by the key of the duty, what another service or a regulator's receipt says
 * @param byHand by the key of the duty, what an officer says; it may be taken back
 * @param delegation who gives the notices to people in the entity's place; empty where nobody does
 */
public record Progress(
        Optional<LocalDate> firstLetter,
        Map<NoticeMethod, Told> told,
        Optional<LocalDate> hhs,
        Map<String, LocalDate> media,
        Optional<LocalDate> posting,
        Map<String, LocalDate> recorded,
        Map<String, ByHand> byHand,
        Optional<Delegation> delegation) {

    /** How many, and the last day on which anybody was told so. */
    public record Told(long people, LocalDate lastOn) {}

    /**
     * An officer's word.
     *
     * @param posting of a substitute notice: whether it is one that stands
     */
    public record ByHand(ObligationKind kind, String jurisdiction, boolean posting, LocalDate day) {}

    /** Key of the report under 42 CFR Part 2. */
    public static final String PART2 = "US-PART2";

    private static final String CALLS_WILL_DO = "ALTERNATIVE";
    private static final Set<ObligationKind> LETTERS =
            EnumSet.of(ObligationKind.INDIVIDUAL_NOTICE, ObligationKind.STATE_INDIVIDUAL_NOTICE);

    /** Nothing yet. */
    public static final Progress NONE = new Progress(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.empty());

    public Progress {
        told = Map.copyOf(told);
        media = Map.copyOf(media);
        recorded = Map.copyOf(recorded);
        byHand = byHand == null ? Map.of() : Map.copyOf(byHand);
    }

    /** A run of notices; letters and e-mails set the first day, calls come in addition to them. */
    public Progress withRun(Map<NoticeMethod, Long> counts, LocalDate first, LocalDate last) {
        Map<NoticeMethod, Told> more = new EnumMap<>(NoticeMethod.class);
        more.putAll(told);
        counts.forEach((method, people) -> {
            Told before = more.getOrDefault(method, new Told(0, last));
            more.put(method, new Told(before.people() + people, later(before.lastOn(), last)));
        });
        boolean letters = isSome(counts.get(NoticeMethod.FIRST_CLASS_MAIL)) || isSome(counts.get(NoticeMethod.EMAIL));
        Optional<LocalDate> earliest = letters ? earliest(firstLetter, first) : firstLetter;
        return new Progress(earliest, more, hhs, media, posting, recorded, byHand, delegation);
    }

    /** The first report to the Secretary counts; later ones are addenda. */
    public Progress withHhs(LocalDate day) {
        return new Progress(firstLetter, told, earliest(hhs, day), media, posting, recorded, byHand, delegation);
    }

    public Progress withMedia(String jurisdiction, LocalDate day) {
        return new Progress(
                firstLetter, told, hhs, with(media, jurisdiction, day), posting, recorded, byHand, delegation);
    }

    public Progress withPosting(LocalDate day) {
        return new Progress(firstLetter, told, hhs, media, earliest(posting, day), recorded, byHand, delegation);
    }

    /** Another service says that the duty with that key was done. */
    public Progress withRecorded(String key, LocalDate day) {
        return new Progress(firstLetter, told, hhs, media, posting, with(recorded, key, day), byHand, delegation);
    }

    /** Who notifies from now on; empty for the entity itself. */
    public Progress withDelegation(Optional<Delegation> decided) {
        return new Progress(firstLetter, told, hhs, media, posting, recorded, byHand, decided);
    }

    /**
     * An officer says that the duty with that key was done; what hangs on such a notice moves with it.
     *
     * @param method of a substitute notice; only a conspicuous one is a posting
     */
    public Progress withDone(
            String key, ObligationKind kind, String jurisdiction, Optional<String> method, LocalDate day) {
        Map<String, ByHand> more = new HashMap<>(byHand);
        boolean stands = kind == ObligationKind.SUBSTITUTE_NOTICE && !callsWillDo(method);
        more.merge(
                key,
                new ByHand(kind, jurisdiction, stands, day),
                (before, now) -> now.day().isBefore(before.day()) ? now : before);
        return withByHand(more);
    }

    /**
     * It was wrong that the duty with that key was done: an officer's word is taken back, or, where there is none, the day
     * that another service told. What sendings of letters tell stands: they went out.
     */
    public Progress withoutDone(String key, ObligationKind kind, String jurisdiction) {
        if (byHand.containsKey(key)) {
            return withByHand(without(byHand, key));
        }
        boolean report = kind == ObligationKind.HHS_NOTICE;
        boolean substitute = kind == ObligationKind.SUBSTITUTE_NOTICE;
        return new Progress(
                firstLetter,
                told,
                report ? Optional.empty() : hhs,
                kind == ObligationKind.MEDIA_NOTICE ? without(media, jurisdiction) : media,
                substitute ? Optional.empty() : posting,
                without(recorded, key),
                byHand,
                delegation);
    }

    private Progress withByHand(Map<String, ByHand> words) {
        return new Progress(firstLetter, told, hhs, media, posting, recorded, words, delegation);
    }

    /** The days that move other due days. */
    public Sent sent() {
        return new Sent(
                first(firstLetter, word -> LETTERS.contains(word.kind())),
                first(hhs, word -> word.kind() == ObligationKind.HHS_NOTICE),
                first(
                        media.values().stream().min(LocalDate::compareTo),
                        word -> word.kind() == ObligationKind.MEDIA_NOTICE),
                postingBegan());
    }

    Optional<LocalDate> postingBegan() {
        return first(posting, ByHand::posting);
    }

    private Optional<LocalDate> first(Optional<LocalDate> told, Predicate<ByHand> alike) {
        return Stream.concat(
                        told.stream(), byHand.values().stream().filter(alike).map(ByHand::day))
                .min(LocalDate::compareTo);
    }

    /** Who does this duty in the entity's place. */
    public Optional<Delegation> delegated(Duty duty) {
        return delegation.filter(decided -> decided.kinds().contains(duty.rule().kind()));
    }

    /** The day on which the duty was done; empty while it is open. */
    public Optional<LocalDate> completed(Duty duty, Facts facts) {
        return new Fulfilment(this, facts).of(duty);
    }

    static boolean callsWillDo(Optional<String> method) {
        return method.filter(CALLS_WILL_DO::equals).isPresent();
    }

    private static boolean isSome(Long count) {
        return count != null && count > 0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<LocalDate> earliest(Optional<LocalDate> known, LocalDate day) {
        return known.filter(before -> !day.isBefore(before)).or(() -> Optional.of(day));
    }

    private static <V> Map<String, V> without(Map<String, V> all, String key) {
        Map<String, V> fewer = new HashMap<>(all);
        fewer.remove(key);
        return fewer;
    }

    private static Map<String, LocalDate> with(Map<String, LocalDate> days, String key, LocalDate day) {
        Map<String, LocalDate> more = new HashMap<>(days);
        more.merge(key, day, (before, now) -> now.isBefore(before) ? now : before);
        return more;
    }
}
