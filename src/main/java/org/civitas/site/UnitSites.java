package org.civitas.site;

import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;

/**
 * 单位点位 — the sites in use that a unit and its sub-units answer for: by register, by duty, by the type that it leads in the
 * decomposition, a territorial unit all of its area. Only as far as the asker sees them.
 */
public interface UnitSites {

    /**
     * 单位点位行 — one site with why the unit answers for it.
     *
     * @param ground in Chinese, such as 登记的主管部门
     */
    record Line(
            UUID id,
            String code,
            String name,
            String typeCode,
            String typeName,
            String areaCode,
            String areaPath,
            String address,
            String personInCharge,
            String ground) {}

    long count(UUID unitId, DataScope asker);

    /** In the order of their codes. */
    Slice<Line> page(UUID unitId, DataScope asker, @Nullable String after, int limit);

    /** Hands over all of them, in steps, in the order of their codes. */
    void forEach(UUID unitId, DataScope asker, Consumer<Line> receiver);
}
