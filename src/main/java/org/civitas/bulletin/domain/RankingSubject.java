package org.civitas.bulletin.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 排名对象 — a unit or a street with what was measured of it; never a person.
 *
 * @param measures an indicator without anything to divide by is missing
 * @param found 发现问题, due 到期应办结, sites 检查点位 (null: not known): the exposure that stands beside every rank
 */
public record RankingSubject(
        String id,
        String name,
        Map<Indicator, Measure> measures,
        long found,
        long due,
        @Nullable Integer sites) {

    public RankingSubject {
        measures = Map.copyOf(measures);
    }
}
