package org.candor.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.candor.local.Layout;
import org.candor.local.api.Api;
import org.candor.local.api.Mailbox;
import org.candor.local.api.Users;

/** What the chapters play with: the people with their tokens, the post, the folder for what is to be kept. */
final class Stage {

    /** Events take well under a second; a machine that is busy with other things may need far more. */
    static final Duration SOON = Duration.ofSeconds(120);

    private final Path postal;
    final Users users;
    final Mailbox mail;
    final KeptFiles files;
    final Narrator narrator;
    final Plot plot;

    Stage(Users users, Layout layout, Narrator narrator) throws IOException {
        this.users = users;
        this.postal = layout.postal();
        this.mail = Mailbox.from(layout.mail());
        this.files = KeptFiles.in(layout.root().resolve("demo/files"));
        this.narrator = narrator;
        this.plot = new Plot(Instant.now());
    }

    /** The APIs as the user with that role sees them. */
    Api as(String role) {
        return users.as(role);
    }

    Api withoutToken() {
        return users.withoutToken();
    }

    Link.Api link(String path) {
        return new Link.Api(users.address(path));
    }

    Path postalFolder(String batch) {
        return postal.resolve(batch);
    }
}
