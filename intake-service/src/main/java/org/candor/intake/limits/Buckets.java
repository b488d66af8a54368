package org.candor.intake.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.intake.limits.LimitSettings.Rate;

/**
 * All buckets of this replica. Addresses and tokens live here only, in memory and for ten minutes after they were last seen,
 * and of either no more than a bounded number.
 */
@ApplicationScoped
class Buckets {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final long MOST_CLIENTS = 20_000;

    private final LimitSettings settings;
    private final Bucket anonymous;
    private final Bucket newcomers;
    private final Cache<String, Bucket> addresses;
    private final Cache<String, Bucket> newcomersOfAddresses;
    private final Cache<String, Bucket> wrongReceipts;
    private final Cache<String, Bucket> tokens;
    private volatile int replicas = 1;

    @Inject
    Buckets(LimitSettings settings) {
        this(settings, WINDOW);
    }

    Buckets(LimitSettings settings, Duration window) {
        this.settings = settings;
        this.addresses = cache(window);
        this.newcomersOfAddresses = cache(window);
        this.wrongReceipts = cache(window);
        this.tokens = cache(window);
        this.anonymous = bucket(settings.anonymous());
        this.newcomers = bucket(settings.newcomers());
    }

    Lane anonymousFrom(String address) {
        return new Lane("anonymous", List.of(addresses.get(address, unseen -> bucket(settings.address())), anonymous));
    }

    /** A token that was seen to be good has a bucket of its own, which no other traffic can empty. */
    Lane signedIn(String token, String address) {
        Bucket own = tokens.getIfPresent(token);
        return own != null
                ? new Lane("signed-in", List.of(own))
                : new Lane(
                        "newcomer",
                        List.of(
                                newcomersOfAddresses.get(address, unseen -> bucket(settings.newcomersOfAddress())),
                                newcomers));
    }

    void tokenWasGood(String token) {
        tokens.get(token, unseen -> bucket(settings.token()));
    }

    /** How long an address must wait after so many wrong receipts; empty when it need not. */
    Optional<Duration> waitAfterWrongReceipts(String address) {
        Bucket left = wrongReceipts.getIfPresent(address);
        return left == null
                ? Optional.empty()
                : Optional.of(left.estimateAbilityToConsume(1))
                        .filter(estimate -> !estimate.canBeConsumed())
                        .map(estimate -> Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    void receiptWasWrong(String address) {
        wrongReceipts.get(address, unseen -> bucket(settings.wrongReceipts())).tryConsume(1);
    }

    /** Divides the limits among so many replicas; buckets of single clients follow when they are made anew. */
    void shareAmong(int answering) {
        if (answering != replicas && answering > 0) {
            replicas = answering;
            anonymous.replaceConfiguration(
                    configuration(settings.anonymous()), TokensInheritanceStrategy.PROPORTIONALLY);
            newcomers.replaceConfiguration(
                    configuration(settings.newcomers()), TokensInheritanceStrategy.PROPORTIONALLY);
        }
    }

    /** How many addresses and tokens stand here. */
    long remembered() {
        return Stream.of(addresses, newcomersOfAddresses, wrongReceipts, tokens)
                .mapToLong(Cache::estimatedSize)
                .sum();
    }

    private Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(share(rate.burst()))
                        .refillGreedy(share(rate.perMinute()), Duration.ofMinutes(1)))
                .build();
    }

    private BucketConfiguration configuration(Rate rate) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(share(rate.burst()))
                        .refillGreedy(share(rate.perMinute()), Duration.ofMinutes(1)))
                .build();
    }

    private long share(long whole) {
        return Math.max(1, whole / replicas);
    }

    /** Forgets by itself: without a scheduler the last ones would stay until somebody else comes. */
    private static Cache<String, Bucket> cache(Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(window)
                .scheduler(Scheduler.systemScheduler())
                .build();
    }
}
