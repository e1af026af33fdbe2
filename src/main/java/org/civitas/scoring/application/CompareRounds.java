package org.civitas.scoring.application;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.domain.RateChange;
import org.civitas.scoring.domain.ScoreLine;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.persistence.RoundQueries.RoundRow;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 对比两轮 — what moved from one round to another over the same area by editions of one index, and why. */
@Service
public class CompareRounds {

    /**
     * 两轮对比 — both rounds with the lines that the asker sees.
     *
     * @param area null where the whole round is open
     */
    public record Compared(
            RoundRow earlier,
            RoundRow later,
            @Nullable String area,
            List<ScoreLine> earlierLines,
            List<ScoreLine> laterLines,
            RateChange change) {

        /** Titles of nodes by their codes, as the later round has them. */
        public Map<String, String> titles() {
            Map<String, String> titles = new HashMap<>();
            earlierLines.forEach(line -> titles.put(line.code(), line.title()));
            laterLines.forEach(line -> titles.put(line.code(), line.title()));
            return titles;
        }

        /** Codes of a criterion's requirements in either round. @throws NotFound if neither has the criterion */
        public List<String> requirementsOf(String criterion) {
            List<String> codes = Stream.concat(laterLines.stream(), earlierLines.stream())
                    .filter(line -> line.kind() == ScoreLine.Kind.REQUIREMENT && criterion.equals(line.parentCode()))
                    .map(ScoreLine::code)
                    .distinct()
                    .toList();
            if (codes.isEmpty()) {
                throw new NotFound("测评标准");
            }
            return codes;
        }
    }

    private final RoundSight sight;
    private final RoundQueries queries;
    private final AreaTree trees;
    private final Editions editions;

    CompareRounds(RoundSight sight, RoundQueries queries, AreaTree trees, Editions editions) {
        this.sight = sight;
        this.queries = queries;
        this.trees = trees;
        this.editions = editions;
    }

    /**
     * @param otherId the round to compare with; null for the published one before
     * @throws NotFound if one of the rounds is not open to the person
     * @throws RuleViolation {@code round.compare…} if the two can not be held against each other
     */
    @Transactional(readOnly = true)
    public Compared compare(CurrentUser user, UUID roundId, @Nullable UUID otherId) {
        Seen one = sight.see(user, roundId, null).needsWholeArea();
        UUID with = otherId == null
                ? queries.before(one.round()).map(RoundRow::id).orElseThrow(CompareRounds::noneBefore)
                : otherId;
        Seen other = sight.see(user, with, null).needsWholeArea();
        boolean inOrder = inTime(other.round(), one.round());
        RoundRow earlier = inOrder ? other.round() : one.round();
        RoundRow later = inOrder ? one.round() : other.round();
        require(earlier, later);
        List<ScoreLine> before = trees.of(earlier, one.area()).lines();
        List<ScoreLine> after = trees.of(later, one.area()).lines();
        return new Compared(earlier, later, one.area(), before, after, change(before, after));
    }

    /** Rounds that can be compared with this one, the newest first; at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<RoundRow> comparable(CurrentUser user, UUID roundId, int limit) {
        Seen seen = sight.see(user, roundId, null).needsWholeArea();
        List<UUID> same = sameIndex(seen.round().editionId());
        return queries.ofArea(seen.round().areaCode(), same, user.scope().areaCode(), seen.drafts(), limit).stream()
                .filter(row -> !row.id().equals(roundId))
                .toList();
    }

    private void require(RoundRow earlier, RoundRow later) {
        if (earlier.id().equals(later.id())) {
            throw new RuleViolation("round.compare.same", "请选择另一轮来对比。");
        }
        if (!earlier.areaCode().equals(later.areaCode())) {
            throw new RuleViolation(
                    "round.compare.area", "两轮测评的区划不同（" + earlier.areaName() + "、" + later.areaName() + "），不能对比。");
        }
        if (!sameIndex(earlier.editionId()).contains(later.editionId())) {
            throw new RuleViolation("round.compare.edition", "两轮所用的测评体系不同，不能逐项对比。");
        }
        for (RoundRow round : List.of(earlier, later)) {
            if (round.computedAt() == null) {
                throw new RuleViolation("round.compare.not-computed", "“" + round.name() + "”还没有计算，不能对比。");
            }
        }
    }

    private static RateChange change(List<ScoreLine> before, List<ScoreLine> after) {
        Map<String, Tally> earlier = requirements(before);
        Map<String, Tally> later = requirements(after);
        if (judged(earlier) == 0 || judged(later) == 0) {
            throw new RuleViolation("round.compare.not-judged", "其中一轮在这个范围内没有已测的内容，不能对比。");
        }
        return RateChange.between(earlier, later);
    }

    private static long judged(Map<String, Tally> parts) {
        return parts.values().stream().mapToLong(Tally::judged).sum();
    }

    private static Map<String, Tally> requirements(List<ScoreLine> lines) {
        Map<String, Tally> parts = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.kind() == ScoreLine.Kind.REQUIREMENT)
                .forEach(line -> parts.put(line.code(), line.tally()));
        return parts;
    }

    /** All versions of the index to which the edition belongs. */
    private List<UUID> sameIndex(UUID editionId) {
        Optional<Edition> edition = editions.find(editionId);
        return edition.map(found -> editions.all().stream()
                        .filter(one -> one.code().equals(found.code()))
                        .map(Edition::id)
                        .toList())
                .orElse(List.of(editionId));
    }

    private static boolean inTime(RoundRow first, RoundRow second) {
        int byDay = first.lastDay().compareTo(second.lastDay());
        return byDay != 0
                ? byDay < 0
                : first.id().toString().compareTo(second.id().toString()) < 0;
    }

    private static RuleViolation noneBefore() {
        return new RuleViolation("round.compare.none", "这一轮之前没有已发布的轮次，请选择要对比的轮次。");
    }
}
