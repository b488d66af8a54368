package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.breach.obligations.decision.Progress.Told;
import org.candor.events.NoticeMethod;

/** When a duty of these facts was done, as far as anybody has told. */
record Fulfilment(Progress progress, Facts facts) {

    /** The day on which it was done; empty while it is open. */
    Optional<LocalDate> of(Duty duty) {
        Optional<LocalDate> said =
                Optional.ofNullable(progress.byHand().get(duty.key())).map(Progress.ByHand::day);
        return said.or(() -> Optional.ofNullable(progress.recorded().get(duty.key())))
                .or(() -> switch (duty.rule().kind()) {
                    case INDIVIDUAL_NOTICE, STATE_INDIVIDUAL_NOTICE -> lastLetter();
                    case HHS_NOTICE -> progress.sent().hhs();
                    case MEDIA_NOTICE -> Optional.ofNullable(progress.media().get(duty.jurisdiction()));
                    case SUBSTITUTE_NOTICE -> progress.postingBegan().or(() -> lastCall(duty));
                    case BUSINESS_ASSOCIATE_NOTICE -> duty.completedOn();
                    case URGENT_NOTICE, PART2_REPORT, STATE_REGULATOR_NOTICE, CREDIT_BUREAU_NOTICE -> Optional.empty();
                });
    }

    /** Each individual is owed his letter: the duty is done with the last one that has an address, not with the first. */
    private Optional<LocalDate> lastLetter() {
        long reachable = facts.individuals().total()
                - facts.undeliverable().living()
                - facts.undeliverable().nextOfKin();
        Optional<LocalDate> last = Stream.of(NoticeMethod.FIRST_CLASS_MAIL, NoticeMethod.EMAIL)
                .filter(progress.told()::containsKey)
                .map(method -> progress.told().get(method).lastOn())
                .max(LocalDate::compareTo);
        return people(NoticeMethod.FIRST_CLASS_MAIL) + people(NoticeMethod.EMAIL) >= reachable
                ? last
                : Optional.empty();
    }

    /** Ten or more without an address are owed the posting, however many were called (45 CFR 164.404(d)(2)(ii)). */
    private Optional<LocalDate> lastCall(Duty duty) {
        boolean all = Progress.callsWillDo(duty.rule().method())
                && people(NoticeMethod.TELEPHONE) >= facts.undeliverable().living();
        return all
                ? Optional.ofNullable(progress.told().get(NoticeMethod.TELEPHONE))
                        .map(Told::lastOn)
                : Optional.empty();
    }

    private long people(NoticeMethod method) {
        Told told = progress.told().get(method);
        return told == null ? 0 : told.people();
    }
}
