package org.civitas.bulletin.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.civitas.shared.RuleViolation;

/**
 * 排名办法 — which indicators count and how much; the same for all subjects of a ranking.
 *
 * @param edition counts up; a bulletin names the edition it used
 * @param leastDue who had fewer matters due takes no part; at least 1
 */
public record RankingScheme(String name, int edition, int leastDue, List<Item> items) {

    /** 指标权重 — an indicator with its weight in per cent. */
    public record Item(Indicator indicator, int weight) {}

    public RankingScheme {
        items = List.copyOf(items);
        if (items.isEmpty() || items.stream().mapToInt(Item::weight).sum() != 100) {
            throw new RuleViolation("ranking.weights", "各指标权重之和应为 100。");
        }
        Set<Indicator> seen = new HashSet<>();
        for (Item item : items) {
            if (item.weight() <= 0) {
                throw new RuleViolation("ranking.weight", "“" + item.indicator().word() + "”的权重应大于 0，不用的指标请删去。");
            }
            if (!seen.add(item.indicator())) {
                throw new RuleViolation(
                        "ranking.repeated", "“" + item.indicator().word() + "”出现了两次，请只保留一个。");
            }
        }
        if (leastDue < 1) {
            throw new RuleViolation("ranking.least-due", "参与排名的最少到期问题数应不小于 1。");
        }
    }
}
