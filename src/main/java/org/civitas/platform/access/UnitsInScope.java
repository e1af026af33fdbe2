package org.civitas.platform.access;

import java.util.List;
import java.util.UUID;

/** 范围内单位 — which units lie in a data scope; answered by the module that owns units. */
public interface UnitsInScope {

    /** Of a city all, of an area those that lie in it, of a unit itself and those below it, of a single person none. */
    List<UUID> of(DataScope scope);
}
