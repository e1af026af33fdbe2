package org.civitas.territory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 责任归属 — who answers for a place on a day, by both lines, and why.
 *
 * @param department 条, empty when nobody was named
 * @param territory 块, empty when no unit belongs to the area or to one above it
 * @param covering those who cover the place besides, the most specific first
 */
public record Answerable(Optional<Answer> department, Optional<Answer> territory, List<Answer> covering) {

    /**
     * 归属理由 — one who answers.
     *
     * @param duty null when the register or the tree gave the answer
     */
    public record Answer(
            UUID unitId, Ground ground, @Nullable Duty duty) {}

    /** 归属依据 — the more specific ground wins; the order here is that order. */
    public enum Ground {
        SITE_DUTY("按点位指定"),
        SITE_REGISTER("按点位登记"),
        TYPE_DUTY("按类型与区划指定"),
        AREA_DUTY("按区划指定"),
        AREA_UNIT("按区划所属单位");

        private final String label;

        Ground(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
