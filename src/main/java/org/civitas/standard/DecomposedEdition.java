package org.civitas.standard;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 分解结果 — who answers for every requirement, site type and check item of an edition on one day. Every code of the edition
 * is there, those that nobody answers for as well.
 *
 * @param criterionOf the criterion of each requirement
 */
public record DecomposedEdition(
        UUID editionId,
        LocalDate day,
        Map<String, AssignedUnits> requirements,
        Map<String, AssignedUnits> siteTypes,
        Map<String, AssignedUnits> checkItems,
        Map<String, String> criterionOf) {

    /** 责任空白 — how many things of an edition nobody leads. */
    public record Gaps(int criteria, int requirements, int siteTypes, int checkItems) {

        public int all() {
            return requirements + siteTypes + checkItems;
        }
    }

    /** Those of a kind, in the order of the edition. */
    public Map<String, AssignedUnits> of(AssignedKind kind) {
        return switch (kind) {
            case REQUIREMENT -> requirements;
            case SITE_TYPE -> siteTypes;
            case CHECK_ITEM -> checkItems;
        };
    }

    public AssignedUnits of(AssignedKind kind, String code) {
        return of(kind).getOrDefault(code, AssignedUnits.NOBODY);
    }

    /** Counts what nobody leads; a criterion counts when one of its requirements does. */
    public Gaps gaps() {
        Set<String> open = unanswered(AssignedKind.REQUIREMENT);
        long criteria = open.stream().map(criterionOf::get).distinct().count();
        return new Gaps(
                (int) criteria,
                open.size(),
                unanswered(AssignedKind.SITE_TYPE).size(),
                unanswered(AssignedKind.CHECK_ITEM).size());
    }

    /** Codes of a kind without a lead unit. */
    public Set<String> unanswered(AssignedKind kind) {
        return of(kind).entrySet().stream()
                .filter(each -> each.getValue().lead() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
