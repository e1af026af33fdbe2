package org.civitas.inspection.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** 检查提交 — one inspector's visit to one site with everything he observed, sent as a whole. */
public record VisitSubmission(
        UUID visitId,
        @Nullable UUID taskId,
        UUID siteId,
        Instant startedAt,
        Instant endedAt,
        String remark,
        List<ObservationEntry> observations) {

    private static final int MOST_OBSERVATIONS = 300;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    public VisitSubmission {
        remark = remark.strip();
        observations = List.copyOf(observations);
        if (observations.isEmpty()) {
            throw new RuleViolation("visit.empty", "还没有任何检查记录，请至少判定一个检查项再提交。");
        }
        if (observations.size() > MOST_OBSERVATIONS) {
            throw new RuleViolation("visit.too-large", "一次检查最多提交 " + MOST_OBSERVATIONS + " 条记录。");
        }
        if (endedAt.isBefore(startedAt)) {
            throw new RuleViolation("visit.time.reversed", "检查结束时间早于开始时间，请核对手机时间。");
        }
        if (remark.length() > 500) {
            throw new RuleViolation("visit.remark.too-long", "检查说明不能超过 500 字。");
        }
        requireDistinct(observations);
    }

    /** A phone whose clock runs ahead would write facts of the future; a small difference is forgiven. */
    public void requireNotInFuture(Instant now) {
        Instant latest = now.plus(CLOCK_TOLERANCE);
        boolean future = endedAt.isAfter(latest)
                || observations.stream().anyMatch(entry -> entry.observedAt().isAfter(latest));
        if (future) {
            throw new RuleViolation("visit.time.future", "检查时间晚于现在，请核对手机时间后再提交。");
        }
    }

    /** The same content always gives the same hash; a visit sent twice must not differ. */
    public String contentHash() {
        return Sha256.hex(String.valueOf(this));
    }

    /** One judgement for each check item; more of the same item only as findings at other spots. */
    private static void requireDistinct(List<ObservationEntry> entries) {
        Set<UUID> ids = new HashSet<>();
        Set<String> judged = new HashSet<>();
        for (ObservationEntry entry : entries) {
            if (!ids.add(entry.id())) {
                throw new RuleViolation("visit.observation.repeated", "同一条检查记录在提交中出现了两次。");
            }
            if (!entry.anotherSpot() && !judged.add(entry.checkItemCode())) {
                throw new RuleViolation("visit.item.repeated", "同一个检查项判定了两次；如是另一处问题，请标明“另一处”。");
            }
        }
    }
}
