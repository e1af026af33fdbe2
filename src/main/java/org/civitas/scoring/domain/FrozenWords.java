package org.civitas.scoring.domain;

import java.util.Map;

/** 名称抄录 — names as they stood when a round was computed: units by id, areas and site types by code. */
public record FrozenWords(Map<String, String> units, Map<String, String> areas, Map<String, String> types) {

    public static final FrozenWords NONE = new FrozenWords(Map.of(), Map.of(), Map.of());
}
