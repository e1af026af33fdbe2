package org.civitas.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.access.CurrentUser;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/** 案件查询 — reads cases of the running city for other modules; the asker answers for who may see what. */
public interface Cases {

    /** 案件清单条件 — a null condition does not restrict; {@code reported} by local days. */
    record Criteria(
            String areaCode,
            @Nullable UUID unitId,
            @Nullable String typeCode,
            @Nullable Period reported) {}

    /** 办理情况 — how many cases stand where, at one moment. */
    record Load(long toAccept, long toDispatch, long toSign, long handling, long toVerify, long near, long overdue) {}

    Optional<CaseBrief> byId(UUID id);

    /** Cases by the record they came from, such as observations; those without a case are missing. */
    Map<UUID, CaseBrief> bySources(Collection<UUID> sourceIds);

    /** Cases that were not dismissed nor annulled, newest first; at most {@code limit} (≤ 1,000). */
    List<CaseBrief> list(Criteria criteria, int limit);

    /** Closed cases with pictures before and after, newest first: for 典型问题. */
    List<CaseBrief> typical(Criteria criteria, int limit);

    /** Open cases past their deadline at the moment, the longest first. */
    List<CaseBrief> overdue(Criteria criteria, Instant now, int limit);

    Load load(Criteria criteria, Instant now);

    /**
     * 单位在办 — open cases in which a unit has a part.
     *
     * @param lead those that it leads
     * @param helping those where it helps or was handed work
     * @param near those that are due soon, of both
     */
    record UnitLoad(long lead, long helping, long near, long overdue) {}

    /** Counts the open cases of a unit, as far as the asker sees them. */
    UnitLoad openOf(UUID unitId, CurrentUser asker, Instant now);

    /** Hands over the open cases of a unit that the asker sees, the earliest deadline first. */
    void forEachOpenOf(UUID unitId, CurrentUser asker, Consumer<CaseBrief> receiver);
}
