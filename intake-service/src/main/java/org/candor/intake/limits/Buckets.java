package org.candor.intake.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final Cache<String, Bucket> addresses = cache();
    private final Cache<String, Bucket> newcomersOfAddresses = cache();
    private final Cache<String, Bucket> wrongReceipts = cache();
    private final Cache<String, Bucket> tokens = cache();
    private volatile int replicas = 1;

    Buckets(LimitSettings settings) {
        this.settings = settings;
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

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(WINDOW)
                .build();
    }
}
