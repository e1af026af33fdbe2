package org.civitas.casework;

import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/** 案件指标 — the one place where figures about cases are computed; of the running city. */
public interface CaseFigures {

    FigureSet total(FigureQuery query);

    /** By lead unit; cases that were never dispatched belong to no unit and are missing. */
    Map<UUID, FigureSet> byUnit(FigureQuery query);

    /** By the area whose code has {@code digits} digits (6 county, 9 street, 12 community). */
    SortedMap<String, FigureSet> byArea(FigureQuery query, int digits);

    SortedMap<String, FigureSet> byType(FigureQuery query);

    /** One set per month that the period touches; months add up to the period. */
    SortedMap<YearMonth, FigureSet> byMonth(FigureQuery query);
}
