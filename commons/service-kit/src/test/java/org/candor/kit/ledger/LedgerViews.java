package org.candor.kit.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;

/** What crosses the ledger's REST border. */
final class LedgerViews {

    private LedgerViews() {}

    enum Kind {
        LETTER,
        MAIL
    }

    record Line(@NotNull @CleanText(max = 20) String text) {}

    record EntryRequest(
            @NotNull UUID incidentId,
            @NotNull @CleanText(max = 40) String title,
            @NotNull @CleanText(max = 200) PersonalText narrative,
            Kind kind,
            @Min(0) @Max(1000) Integer pages,
            LocalDate day,
            List<@Valid Line> lines,
            List<@CleanText(max = 10) String> tags) {}

    record TitleRequest(@NotNull @CleanText(max = 40) String title) {}

    record Written(UUID id, UUID incidentId) {}

    record EntryView(UUID id, UUID incidentId, String title, PersonalText narrative) {}

    record TitleView(UUID id, String title) {}
}
