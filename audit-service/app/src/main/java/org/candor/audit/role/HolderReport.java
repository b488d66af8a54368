package org.candor.audit.role;

import java.util.Arrays;
import java.util.List;
import org.candor.kit.csv.CsvText;

/** Role holders as a file: ids, codes and days only, which begin with a letter or digit, so no cell becomes a formula. */
final class HolderReport {

    private static final List<String> HEADER =
            List.of("Holder", "Legal entity", "Role", "Person", "Department", "From", "Until", "Decided by");

    private HolderReport() {}

    static String csv(List<HolderView> holders) {
        return CsvText.of(HEADER, holders, HolderReport::cells);
    }

    private static List<?> cells(HolderView holder) {
        return Arrays.asList(
                holder.holderId(),
                holder.entityId(),
                holder.code(),
                holder.person(),
                holder.department(),
                holder.fromOn(),
                holder.untilOn(),
                holder.decidedBy());
    }
}
