package org.civitas.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.Urgency;
import org.civitas.casework.persistence.CaseFilter;
import org.civitas.casework.persistence.CaseLists.Order;
import org.civitas.casework.persistence.FigureSql;
import org.civitas.platform.web.BadInput;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list as the browser sends them; several states or colours are joined by commas.
 *
 * @param figure with {@code figureFrom}, {@code figureTo} and {@code cutoff}: the list behind a figure
 */
record CaseQuery(
        @Nullable String q,
        @Nullable String state,
        @Nullable String urgency,
        @Nullable String type,
        @Nullable String area,
        @Nullable UUID unit,
        @Nullable UUID holder,
        @Nullable UUID party,
        @Nullable UUID site,
        @Nullable String channel,
        @Nullable LocalDate reportedFrom,
        @Nullable LocalDate reportedTo,
        @Nullable Boolean unclosed,
        @Nullable Boolean annulProposed,
        @Nullable String figure,
        @Nullable LocalDate figureFrom,
        @Nullable LocalDate figureTo,
        @Nullable Instant cutoff,
        @Nullable String sort) {

    CaseFilter filter() {
        FigureSql wanted = figure == null || figure.isEmpty() ? null : one("figure", FigureSql.class, figure);
        if (wanted != null && (figureFrom == null || figureTo == null || cutoff == null)) {
            throw new BadInput("figure", "按指标列出案件要同时给出时段（figureFrom、figureTo）和截止时刻（cutoff）。");
        }
        return new CaseFilter(
                several("state", CaseState.class, state),
                several("urgency", Urgency.class, urgency),
                filled(type),
                filled(area),
                unit,
                holder,
                party,
                site,
                filled(channel),
                reportedFrom,
                reportedTo,
                q,
                Boolean.TRUE.equals(unclosed),
                Boolean.TRUE.equals(annulProposed),
                wanted,
                figureFrom == null || figureTo == null ? null : new Period(figureFrom, figureTo),
                cutoff);
    }

    Order order() {
        return switch (sort == null ? "" : sort) {
            case "", "-reportedAt" -> Order.NEWEST;
            case "reportedAt" -> Order.OLDEST;
            case "deadlineAt" -> Order.DEADLINE;
            case "submittedAt" -> Order.SUBMITTED;
            default -> throw new BadInput("sort", "不能按“" + sort + "”排序。");
        };
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> List<E> several(String field, Class<E> type, @Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(word -> one(field, type, word))
                        .toList();
    }

    private static <E extends Enum<E>> E one(String field, Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, "没有“" + word + "”这个选项，请重新选择。");
        }
    }
}
