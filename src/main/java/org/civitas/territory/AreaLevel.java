package org.civitas.territory;

import java.util.Arrays;
import java.util.Optional;

/** 区划级别 — the five levels of the tree; the length of a code tells the level. */
public enum AreaLevel {
    CITY("市", 4),
    COUNTY("区县", 6),
    STREET("街道乡镇", 9),
    COMMUNITY("社区村", 12),
    GRID("小区网格", 15);

    private final String label;
    private final int digits;

    AreaLevel(String label, int digits) {
        this.label = label;
        this.digits = digits;
    }

    public String label() {
        return label;
    }

    /** How many digits a code of this level has. */
    public int digits() {
        return digits;
    }

    public Optional<AreaLevel> above() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    public Optional<AreaLevel> below() {
        return ordinal() == values().length - 1 ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    static Optional<AreaLevel> ofDigits(int digits) {
        return Arrays.stream(values()).filter(level -> level.digits == digits).findFirst();
    }
}
