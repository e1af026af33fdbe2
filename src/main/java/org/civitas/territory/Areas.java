package org.civitas.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.civitas.shared.GeoPoint;

/** 区划查询 — answers every question about areas; all of the city of the running request. */
public interface Areas {

    Optional<Area> byCode(String code);

    /** Those that exist, by code; asked once for a whole list. */
    Map<String, Area> byCodes(Collection<String> codes);

    /** The city itself; nothing before its area tree has been loaded. */
    Optional<Area> root();

    /** The areas directly below, in the order of their codes. */
    List<Area> children(String code);

    /** All areas of a level within {@code within} (a code, itself included), in the order of their codes. */
    List<Area> ofLevel(AreaLevel level, String within);

    /** Names from the city down, joined by {@code /}; the code itself when the area is unknown. */
    String namePath(String code);

    /** Whether a position lies in the city: by its boundary, else by its rough extent, else anywhere in China. */
    boolean cityContains(GeoPoint position);

    /** The same question for many positions: the boundary is read once. */
    Predicate<GeoPoint> cityOutline();
}
