package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiFunction;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.identity.Caller;

/** The page of a month in its forms. It holds neither health information nor names, so its reading is not recorded. */
@ApplicationScoped
class MonthBoard {

    private final Months months;
    private final Caller caller;
    private final Workers workers;
    private final Clock clock;

    MonthBoard(Months months, Caller caller, Workers workers, Clock clock) {
        this.months = months;
        this.caller = caller;
        this.workers = workers;
        this.clock = clock;
    }

    Uni<MonthView> json(MonthFilter filter) {
        return read(filter, this::view);
    }

    Uni<String> html(MonthFilter filter, String language) {
        return read(
                filter, (month, duties) -> MonthPage.html(view(month, duties), month, filter, MonthWords.in(language)));
    }

    Uni<String> sheet(MonthFilter filter) {
        return read(
                filter,
                (month, duties) -> BoardSheet.csv(Board.whole(duties).stream()
                        .map(duty -> duty.view(clock.instant()))
                        .toList()));
    }

    Uni<String> calendar(MonthFilter filter, String language) {
        BoardWords words = BoardWords.in(language);
        return read(
                filter,
                (month, duties) -> CalendarFile.of(
                        Board.whole(duties), MonthWords.in(language).title(month), clock.instant(), words));
    }

    private MonthView view(YearMonth month, List<Deadline> duties) {
        boolean complete = duties.size() <= Board.SHEET;
        return MonthView.of(month, complete ? duties : duties.subList(0, Board.SHEET), complete, clock.instant());
    }

    private <T> Uni<T> read(MonthFilter filter, BiFunction<YearMonth, List<Deadline>, T> form) {
        Deadlines.Reader reader = new Deadlines.Reader(caller.subject(), caller.entitiesFilter());
        String entity = filter.entityId == null ? "" : filter.entityId;
        return Transactions.read(() -> filter.wanted()
                        .map(month -> Uni.createFrom().item(month))
                        .orElseGet(() -> months.now(reader, entity))
                        .chain(month -> months.of(reader, filter, month, Board.SHEET + 1)
                                .map(duties -> new Found(month, duties))))
                .chain(found -> workers.run(() -> form.apply(found.month(), found.duties())));
    }

    private record Found(YearMonth month, List<Deadline> duties) {}
}
