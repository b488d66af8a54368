package org.candor.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.local.Checkout;

/** The file of 612 invented people. Its cells hold no commas and no quotes. */
final class Roster {

    private final Path file;

    private Roster(Path file) {
        this.file = file;
    }

    static Roster ofTheCheckout() {
        return new Roster(Checkout.find().root().resolve("deploy/local/demo/roster.csv"));
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    /** The mailboxes of those who have agreed to be told by e-mail. */
    Set<String> agreedMailboxes() throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.getFirst().split(","));
        int agreed = header.indexOf("email_agreed");
        int email = header.indexOf("email");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[agreed].equals("yes"))
                .map(cells -> cells[email])
                .collect(Collectors.toSet());
    }
}
