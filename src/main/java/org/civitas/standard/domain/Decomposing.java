package org.civitas.standard.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.AssignedUnits.Ground;
import org.civitas.standard.CheckItem;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * 分解 — works out who answers. A requirement: what the decomposition says, before it ever said anything what the edition
 * says. A check item: what is said of the item, else its type of site, else the first requirement it serves that somebody leads.
 */
public final class Decomposing {

    private final EditionContent content;
    private final DecompositionLines lines;
    private final LocalDate day;
    private final Function<String, @Nullable UUID> unitByCode;

    private Decomposing(
            EditionContent content,
            DecompositionLines lines,
            LocalDate day,
            Function<String, @Nullable UUID> unitByCode) {
        this.content = content;
        this.lines = lines;
        this.day = day;
        this.unitByCode = unitByCode;
    }

    /** @param unitByCode answers null for a unit that does not exist (any more) */
    public static DecomposedEdition on(
            EditionContent content,
            DecompositionLines lines,
            LocalDate day,
            Function<String, @Nullable UUID> unitByCode) {
        return new Decomposing(content, lines, day, unitByCode).decomposed();
    }

    private DecomposedEdition decomposed() {
        Map<String, AssignedUnits> requirements = new LinkedHashMap<>();
        Map<String, String> criteria = new LinkedHashMap<>();
        for (Requirement requirement : content.requirements()) {
            requirements.put(requirement.code(), requirement(requirement));
            criteria.put(requirement.code(), requirement.criterionCode());
        }
        Map<String, AssignedUnits> types = new LinkedHashMap<>();
        content.siteTypes().forEach(type -> types.put(type.code(), own(AssignedKind.SITE_TYPE, type.code())));
        Map<String, AssignedUnits> items = new LinkedHashMap<>();
        content.checkItems().forEach(item -> items.put(item.code(), item(item, types, requirements)));
        return new DecomposedEdition(content.edition().id(), day, requirements, types, items, criteria);
    }

    private AssignedUnits own(AssignedKind kind, String code) {
        return lines.inForce(kind, code, day).map(DecompositionLine::units).orElse(AssignedUnits.NOBODY);
    }

    private AssignedUnits requirement(Requirement requirement) {
        return lines.inForce(AssignedKind.REQUIREMENT, requirement.code(), day)
                .map(DecompositionLine::units)
                .orElseGet(() -> written(requirement));
    }

    private AssignedUnits written(Requirement requirement) {
        String code = requirement.leadUnitCode();
        UUID lead = code == null ? null : unitByCode.apply(code);
        List<UUID> cos = requirement.coUnitCodes().stream()
                .map(unitByCode)
                .filter(Objects::nonNull)
                .filter(unit -> !unit.equals(lead))
                .distinct()
                .toList();
        return lead == null && cos.isEmpty()
                ? AssignedUnits.NOBODY
                : new AssignedUnits(lead, cos, Ground.EDITION, null);
    }

    private AssignedUnits item(
            CheckItem item, Map<String, AssignedUnits> types, Map<String, AssignedUnits> requirements) {
        AssignedUnits own = own(AssignedKind.CHECK_ITEM, item.code());
        if (!own.empty()) {
            return own;
        }
        AssignedUnits type = types.getOrDefault(item.siteTypeCode(), AssignedUnits.NOBODY);
        if (!type.empty()) {
            return type.on(Ground.BY_SITE_TYPE);
        }
        return item.requirementCodes().stream()
                .map(requirements::get)
                .filter(Objects::nonNull)
                .filter(units -> units.lead() != null)
                .findFirst()
                .map(units -> units.on(Ground.BY_REQUIREMENT))
                .orElse(AssignedUnits.NOBODY);
    }
}
