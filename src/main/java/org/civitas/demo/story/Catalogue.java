package org.civitas.demo.story;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** 目录 — the edition's check items, and the type of case that each fault becomes. */
public final class Catalogue {

    /** 归类 — which type of case a fault of a check item becomes. */
    public interface Filing {
        CaseKind kind(Item.Fault fault, String checkItem);
    }

    private final UUID editionId;
    private final Map<String, List<Item>> items;
    private final Filing filing;

    public Catalogue(UUID editionId, List<Item> items, Filing filing) {
        this.editionId = editionId;
        this.items = items.stream().collect(Collectors.groupingBy(Item::siteType));
        this.filing = filing;
    }

    public UUID editionId() {
        return editionId;
    }

    public List<Item> of(String siteType) {
        return items.getOrDefault(siteType, List.of());
    }

    CaseKind kind(Item.Fault fault, String checkItem) {
        return filing.kind(fault, checkItem);
    }
}
