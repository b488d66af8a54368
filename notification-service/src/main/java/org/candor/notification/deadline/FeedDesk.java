package org.candor.notification.deadline;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.directory.Directory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calendar feeds. A calendar program can't sign in, so the address itself holds a secret; only its hash is kept. Because no
 * token says at the reading what the subscriber may see, the directory does: only its officers can have a feed.
 */
@ApplicationScoped
class FeedDesk {

    private static final int SECRET_BYTES = 32;
    private static final int MOST_EVENTS = 2_000;
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Feeds feeds;
    private final Deadlines deadlines;
    private final Directory directory;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final String publicUrl;
    private final Period life;
    private final SecureRandom random = new SecureRandom();

    FeedDesk(
            Feeds feeds,
            Deadlines deadlines,
            Directory directory,
            Caller caller,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "candor.public-url") String publicUrl,
            @ConfigProperty(name = "candor.board.feed-life") Period life) {
        this.feeds = feeds;
        this.deadlines = deadlines;
        this.directory = directory;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.life = life;
    }

    Uni<FeedView> make(FeedRequest request) {
        UUID id = ids.next();
        String secret = secret();
        Instant now = clock.instant();
        Instant until = now.atOffset(ZoneOffset.UTC).plus(life).toInstant();
        Deadlines.Reader subscriber = new Deadlines.Reader(caller.subject(), caller.entitiesFilter());
        List<OfficerRole> roles = roles();
        return Transactions.run(() -> directory
                        .isOfficer(subscriber.person(), subscriber.entities(), roles)
                        .invoke(known -> {
                            if (!known) {
                                throw new Problem(NotificationProblem.NOT_IN_DIRECTORY);
                            }
                        })
                        .chain(() -> feeds.add(id, subscriber, roles, request, hash(secret), now, until))
                        .chain(() -> feeds.of(subscriber.person())))
                .map(all -> withAddress(
                        all.stream()
                                .filter(one -> one.feedId().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        secret));
    }

    Uni<List<FeedView>> mine() {
        return Transactions.read(() -> feeds.of(caller.subject()));
    }

    Uni<Void> revoke(UUID id) {
        return Transactions.run(() -> feeds.revoke(id, caller.subject(), clock.instant()))
                .invoke(found -> {
                    if (!found) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    /** The stream of that secret; nothing where it was never given, was revoked, has ended or lost its rights. */
    Uni<Optional<String>> stream(String secret) {
        return Transactions.run(() -> feeds.open(hash(secret), clock.instant())
                .chain(found -> found.filter(feed -> !feed.entities().isEmpty())
                        .map(feed -> stream(feed).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<String> stream(Feeds.OpenFeed feed) {
        Instant now = clock.instant();
        BoardWords words = BoardWords.in(feed.language());
        return feeds.read(feed.id(), LocalDate.ofInstant(now, ZoneOffset.UTC))
                .chain(() -> deadlines.board(
                        new Deadlines.Reader(feed.person(), feed.entities()),
                        DeadlineFilter.of(feed.role(), feed.drill()),
                        START,
                        MOST_EVENTS))
                .map(rows -> CalendarFile.of(rows, feed.name(), now, words));
    }

    private List<OfficerRole> roles() {
        return Arrays.stream(OfficerRole.values())
                .filter(role -> caller.hasRole(role.tokenRole()))
                .toList();
    }

    private FeedView withAddress(FeedView feed, String secret) {
        return new FeedView(
                feed.feedId(),
                feed.name(),
                feed.role(),
                feed.language(),
                feed.drill(),
                feed.createdAt(),
                feed.expiresAt(),
                feed.lastReadOn(),
                feed.revokedAt(),
                publicUrl + "/notification/calendars/" + secret + ".ics");
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String secret) {
        return Hashes.sha256(secret.getBytes(US_ASCII));
    }
}
