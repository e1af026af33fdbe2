package org.civitas.scoring.domain.forecast;

import java.util.List;

/** 点位类型模型 — sites of one type with the check items that are judged there. */
public record TypeModel(String typeCode, List<ItemModel> items, List<SiteModel> sites) {

    public TypeModel {
        items = List.copyOf(items);
        sites = List.copyOf(sites);
    }
}
