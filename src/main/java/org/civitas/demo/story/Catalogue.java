package org.civitas.demo.story;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 目录 — the edition's check items and the types of cases. */
public final class Catalogue {

    private final UUID editionId;
    private final Map<String, List<Item>> items;
    private final Map<String, CaseKind> kinds;
    private final CaseKind other;

    public Catalogue(UUID editionId, List<Item> items, List<CaseKind> kinds) {
        this.editionId = editionId;
        this.items = items.stream().collect(Collectors.groupingBy(Item::siteType));
        this.kinds = kinds.stream().collect(Collectors.toMap(CaseKind::name, Function.identity(), (one, same) -> one));
        this.other = kinds.getLast();
    }

    public UUID editionId() {
        return editionId;
    }

    public List<Item> of(String siteType) {
        return items.getOrDefault(siteType, List.of());
    }

    /** The kind of that name; where there is none, the last of the list. */
    public CaseKind kind(String name) {
        return kinds.getOrDefault(name, other);
    }
}
