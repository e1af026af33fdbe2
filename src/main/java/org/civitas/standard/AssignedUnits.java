package org.civitas.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 责任分工 — who leads and who helps with one thing of an edition on one day, and why.
 *
 * @param lead 牵头单位, to whom losses are charged; null is a gap: nobody answers
 * @param cos 配合单位; they are shown and lose no points
 * @param since the day from which it holds; null where it stands in the edition itself
 */
public record AssignedUnits(
        @Nullable UUID lead,
        List<UUID> cos,
        Ground ground,
        @Nullable LocalDate since) {

    /** 分工来源 — the more particular wins: what is said of the very thing, then what its kind or its requirement says. */
    public enum Ground {
        OWN("专门指定"),
        EDITION("体系写明"),
        BY_SITE_TYPE("随点位类型"),
        BY_REQUIREMENT("随测评要求"),
        NOBODY("未指定");

        private final String word;

        Ground(String word) {
            this.word = word;
        }

        /** The Chinese word that pages and workbooks show. */
        public String word() {
            return word;
        }
    }

    public static final AssignedUnits NOBODY = new AssignedUnits(null, List.of(), Ground.NOBODY, null);

    public AssignedUnits {
        cos = List.copyOf(cos);
    }

    /** Whether any unit at all is named. */
    public boolean empty() {
        return lead == null && cos.isEmpty();
    }

    public boolean leads(UUID unit) {
        return unit.equals(lead);
    }

    public boolean names(UUID unit) {
        return leads(unit) || cos.contains(unit);
    }

    public AssignedUnits on(Ground other) {
        return new AssignedUnits(lead, cos, other, since);
    }
}
