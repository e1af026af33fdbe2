package org.civitas.platform.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts requests in this node's memory: a bucket for each account or address and kind, forgotten when unused. */
final class RateLimits {

    private static final int MOST_BUCKETS = 100_000;

    private record Key(RequestKind kind, String who) {}

    private final LimitSettings settings;
    private final LoadingCache<Key, Bucket> buckets;

    RateLimits(LimitSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(key -> bucket(key.kind().perMinute(settings)));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** Seconds to wait, or 0 when the request may go on. */
    long take(RequestKind kind, String who) {
        if (kind.perMinute(settings) <= 0) {
            return 0;
        }
        ConsumptionProbe probe = buckets.get(new Key(kind, who)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() + 999_999_999L));
    }
}
