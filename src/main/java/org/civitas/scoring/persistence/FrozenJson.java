package org.civitas.scoring.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.Trail;
import org.civitas.scoring.domain.Verdict;
import org.civitas.shared.Points;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * The form in which inputs are frozen. Old rounds must stay readable: fields may be added, never renamed or given another
 * meaning. Figures are texts, so that no reader rounds them.
 */
final class FrozenJson {

    private FrozenJson() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObservationJson(
            UUID id,
            UUID visit,
            String at,
            String item,
            String verdict,
            @Nullable Integer count,
            @Nullable String figure,
            @Nullable String grade,
            @Nullable List<UUID> pictures,
            @Nullable UUID caseId,
            @Nullable Trail trail) {

        static ObservationJson of(ObservationFacts o) {
            return new ObservationJson(
                    o.id(),
                    o.visitId(),
                    o.visitedAt().toString(),
                    o.itemCode(),
                    o.verdict().name(),
                    o.count(),
                    o.figure() == null ? null : o.figure().toPlainString(),
                    o.grade(),
                    o.pictures().isEmpty() ? null : o.pictures(),
                    o.caseId(),
                    o.trail());
        }

        ObservationFacts at(UUID siteId) {
            return new ObservationFacts(
                    id,
                    visit,
                    Instant.parse(at),
                    siteId,
                    item,
                    Verdict.valueOf(verdict),
                    count,
                    figure == null ? null : new BigDecimal(figure),
                    grade,
                    pictures == null ? List.of() : pictures,
                    caseId,
                    trail);
        }
    }

    /** @param weights null in the first form: the total is the sum of the points */
    record EditionJson(
            int form,
            UUID id,
            String name,
            List<ScoringEdition.Node> nodes,
            List<RequirementJson> requirements,
            List<ScoringEdition.Item> items,
            @Nullable Map<Method, Long> weights) {

        static EditionJson of(ScoringEdition edition) {
            return new EditionJson(
                    1,
                    edition.id(),
                    edition.name(),
                    edition.nodes(),
                    edition.requirements().stream().map(RequirementJson::of).toList(),
                    List.copyOf(edition.items().values()),
                    edition.weights());
        }

        ScoringEdition edition() {
            Map<String, ScoringEdition.Item> byCode = new LinkedHashMap<>();
            items.forEach(item -> byCode.put(item.code(), item));
            return new ScoringEdition(
                    id,
                    name,
                    nodes,
                    requirements.stream().map(RequirementJson::requirement).toList(),
                    byCode,
                    weights == null ? Map.of() : weights);
        }
    }

    /** @param method null in the first form: judged at sites */
    record RequirementJson(
            String code,
            String criterion,
            String full,
            RuleJson rule,
            String combination,
            List<String> items,
            Map<String, Long> typeWeights,
            @Nullable UUID leadUnit,
            @Nullable Method method) {

        static RequirementJson of(Requirement r) {
            return new RequirementJson(
                    r.code(),
                    r.criterionCode(),
                    r.full().exact().toPlainString(),
                    RuleJson.of(r.rule()),
                    r.combination().name(),
                    r.itemCodes(),
                    r.typeWeights(),
                    r.leadUnit(),
                    r.method());
        }

        Requirement requirement() {
            return new Requirement(
                    code,
                    criterion,
                    Points.of(full),
                    rule.rule(),
                    Requirement.Combination.valueOf(combination),
                    items,
                    typeWeights,
                    leadUnit,
                    method == null ? Method.SITE : method);
        }
    }
}
