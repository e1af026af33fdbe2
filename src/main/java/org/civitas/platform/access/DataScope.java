package org.civitas.platform.access;

import java.util.UUID;

/**
 * 数据范围 — which facts an account sees.
 *
 * <p>Every scope has an area code as its root; facts carry area codes, and a fact is inside when its code starts with it.
 */
public sealed interface DataScope {

    /** The root of the areas that this scope reaches. */
    String areaCode();

    /** Is a place in the area of this scope? */
    default boolean covers(String areaCodeOfFact) {
        return areaCodeOfFact.startsWith(areaCode());
    }

    /**
     * May what is registered for the area be changed from here? Only an office of the city or of an area answers for its
     * registers; a unit and a single person reach over the city but look after none of it.
     */
    default boolean administers(String areaCodeOfFact) {
        return (this instanceof City || this instanceof Area) && covers(areaCodeOfFact);
    }

    /** Pattern for {@code area_code like ?}. */
    default String areaPattern() {
        return areaCode() + "%";
    }

    /** 全市. */
    record City(String areaCode) implements DataScope {}

    /** 区域: a county, street or community and all below it. */
    record Area(String areaCode) implements DataScope {}

    /** 单位: what concerns the unit or its sub-units, wherever it lies in the area. */
    record Unit(UUID unitId, String areaCode) implements DataScope {}

    /** 本人: what is assigned to the account itself. */
    record Own(UUID accountId, String areaCode) implements DataScope {}
}
