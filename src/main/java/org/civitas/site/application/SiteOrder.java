package org.civitas.site.application;

import org.civitas.platform.web.BadInput;
import org.jspecify.annotations.Nullable;

/** The orders in which the list of sites can be read; each is total, because the id comes last. */
enum SiteOrder {
    CODE("s.code", "text", false),
    CODE_DOWN("s.code", "text", true),
    NAME("s.name", "text", false),
    NAME_DOWN("s.name", "text", true),
    CHANGED("s.changed_at", "timestamptz", false),
    CHANGED_DOWN("s.changed_at", "timestamptz", true);

    private final String column;
    private final String type;
    private final boolean down;

    SiteOrder(String column, String type, boolean down) {
        this.column = column;
        this.type = type;
        this.down = down;
    }

    static SiteOrder of(@Nullable String asked) {
        return switch (asked == null ? "" : asked) {
            case "", "code" -> CODE;
            case "-code" -> CODE_DOWN;
            case "name" -> NAME;
            case "-name" -> NAME_DOWN;
            case "changedAt" -> CHANGED;
            case "-changedAt" -> CHANGED_DOWN;
            default -> throw new BadInput("sort", "点位列表不能按“" + asked + "”排序。");
        };
    }

    String following() {
        return " and (" + column + ", s.id) " + (down ? "<" : ">") + " (:key::" + type + ", :id)";
    }

    String orderBy() {
        String way = down ? " desc" : "";
        return " order by " + column + way + ", s.id" + way;
    }

    Object key(SiteQueries.Dated row) {
        return switch (this) {
            case CODE, CODE_DOWN -> row.site().code();
            case NAME, NAME_DOWN -> row.site().name();
            case CHANGED, CHANGED_DOWN -> row.changedAt();
        };
    }
}
