package org.civitas.demo.picture;

/** 场景种类 — a setting with one fault that can be there or be mended. */
public enum SceneKind {
    PARKED_BIKES,
    PARKED_CAR,
    STALL_ON_PAVEMENT,
    LITTER,
    BROKEN_PAVEMENT,
    POSTED_BILLS,
    DAMAGED_SIGN,
    BUS_STOP_BILLS,
    STAIRWELL_GOODS,
    STAIRWELL_CHARGING,
    EMPTY_EXTINGUISHER,
    MARKET_WATER,
    MARKET_GOODS,
    CROSSING_ON_RED,
    TOILET_DIRT,
    BARE_LAWN,
    FLOATING_RUBBISH,
    OPEN_HOARDING,
    FULL_BINS,
    HALL_NOTICE,
    SMOKING
}
