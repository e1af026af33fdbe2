package org.civitas.territory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 单位查找 — finds a unit by what people write in workbooks: its code or its full name. */
public final class UnitFinder {

    private final Map<String, Unit> byWord = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    public UnitFinder(List<Unit> units) {
        for (Unit unit : units) {
            if (byWord.putIfAbsent(unit.name(), unit) != null) {
                ambiguous.add(unit.name());
            }
        }
        units.forEach(unit -> byWord.put(unit.code(), unit));
    }

    public Optional<Unit> find(String words) {
        return ambiguous.contains(words) ? Optional.empty() : Optional.ofNullable(byWord.get(words));
    }

    /** What to tell somebody whose words found nothing. */
    public String whyNot(String words) {
        return ambiguous.contains(words) ? "有多个单位叫“" + words + "”，请改填单位代码。" : "没有名称或代码为“" + words + "”的单位。";
    }
}
