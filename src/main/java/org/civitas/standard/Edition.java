package org.civitas.standard;

import java.util.UUID;

/**
 * 测评体系版本 — one version of an index of assessment; many stand side by side.
 *
 * @param code stays the same over all versions of one index
 * @param number of the version, from 1
 * @param level for whom it is made, such as 城市, 县级, 未成年人
 * @param revision for the optimistic lock
 */
public record Edition(
        UUID id, String code, int number, String name, String level, String note, EditionState state, int revision) {

    /** The name with its version, as lists and plans show it. */
    public String title() {
        return name + " 第" + number + "版";
    }
}
