package org.civitas.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 单位查询 — answers every question about units; all of the city of the running request. */
public interface Units {

    Optional<Unit> byId(UUID id);

    Optional<Unit> byCode(String code);

    /** Those that exist, by id; asked once for a whole list. */
    Map<UUID, Unit> byIds(Collection<UUID> ids);

    /** Whether any unit has been registered. */
    boolean any();

    /** All units in the order of their codes. */
    List<Unit> all();

    /** Active units whose name or code contains the words; at most {@code limit}. */
    List<Unit> search(String words, int limit);

    /** The units directly below, active only. */
    List<Unit> subUnits(UUID parentId);

    /** The unit itself and all below it, however deep. */
    List<UUID> withSubUnits(UUID id);

    /** The active 块 of the area, or of the nearest area above that has one. */
    Optional<Unit> territoryUnitOf(String areaCode);

    /** True when {@code unitId} lies below {@code ancestorId}, however deep; a unit is not its own sub-unit. */
    boolean isSubUnitOf(UUID unitId, UUID ancestorId);
}
