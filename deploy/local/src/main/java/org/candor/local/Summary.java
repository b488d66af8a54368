package org.candor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.candor.local.postgres.WalArchive;

/** The table below the display: what to open, who to be, where to look. */
final class Summary {

    /** A user for each role; his name is his role and his password. */
    static final List<String> USERS = List.of(
            "workforce",
            "business-associate",
            "manager",
            "investigator",
            "privacy-officer",
            "security-officer",
            "administrator",
            "counsel",
            "auditor",
            "operator");

    private Summary() {}

    static String of(Stack stack, List<ServiceName> services) {
        StringBuilder text = new StringBuilder();
        row(text, "Service", "Address", "OpenAPI page");
        for (ServiceName service : services) {
            String address = stack.url() + "/" + service.id();
            row(text, service.id(), address, address + "/q/swagger-ui/");
        }
        text.append('\n');
        row(text, "Tokens from", stack.issuer().toString(), "client candor-demo (password grant)");
        row(text, "User = password", String.join(", ", USERS.subList(0, 5)) + ",", "");
        row(text, "", String.join(", ", USERS.subList(5, USERS.size())), "");
        text.append('\n');
        row(text, "Mail", stack.mailDirectory().toString(), "");
        row(text, "Postal batches", stack.postalDirectory().toString(), "");
        row(text, "Back-up", backup(stack.layout()), "");
        row(text, "Logs", stack.layout().logs().toString(), "");
        row(text, "To end it", "Ctrl-C here, or './candor down'", "");
        return text.append("\nready after %s, %s resident%n"
                        .formatted(seconds(stack.timeToReady()), megabytes(stack.residentBytes())))
                .toString();
    }

    private static String backup(Layout layout) {
        try {
            return WalArchive.of(layout)
                    .map(archive -> "goes on into " + archive.folder())
                    .orElse("none goes on; see './candor backup'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String megabytes(long bytes) {
        return "%d MiB".formatted(bytes / (1024 * 1024));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static void row(StringBuilder text, String first, String second, String third) {
        text.append("  %-16s %-40s %s".formatted(first, second, third).stripTrailing())
                .append('\n');
    }
}
