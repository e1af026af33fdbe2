package org.civitas.scoring.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.scoring.domain.Deduct;
import org.civitas.scoring.domain.Grade;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ScoringRule;
import org.civitas.scoring.domain.Threshold;
import org.civitas.scoring.domain.Verdict;
import org.civitas.shared.Points;
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
            @Nullable UUID caseId) {

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
                    o.caseId());
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
                    caseId);
        }
    }

    record EditionJson(
            int form,
            UUID id,
            String name,
            List<ScoringEdition.Node> nodes,
            List<RequirementJson> requirements,
            List<ScoringEdition.Item> items) {

        static EditionJson of(ScoringEdition edition) {
            return new EditionJson(
                    1,
                    edition.id(),
                    edition.name(),
                    edition.nodes(),
                    edition.requirements().stream().map(RequirementJson::of).toList(),
                    List.copyOf(edition.items().values()));
        }

        ScoringEdition edition() {
            Map<String, ScoringEdition.Item> byCode = new LinkedHashMap<>();
            items.forEach(item -> byCode.put(item.code(), item));
            return new ScoringEdition(
                    id,
                    name,
                    nodes,
                    requirements.stream().map(RequirementJson::requirement).toList(),
                    byCode);
        }
    }

    record RequirementJson(
            String code,
            String criterion,
            String full,
            RuleJson rule,
            String combination,
            List<String> items,
            Map<String, Long> typeWeights,
            @Nullable UUID leadUnit) {

        static RequirementJson of(Requirement r) {
            return new RequirementJson(
                    r.code(),
                    r.criterionCode(),
                    r.full().exact().toPlainString(),
                    RuleJson.of(r.rule()),
                    r.combination().name(),
                    r.itemCodes(),
                    r.typeWeights(),
                    r.leadUnit());
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
                    leadUnit);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleJson(
            String kind,
            @Nullable String perFault,
            @Nullable List<Grade.Level> levels,
            @Nullable List<TierJson> tiers,
            @Nullable Long otherwise) {

        static RuleJson of(ScoringRule rule) {
            return switch (rule) {
                case PassFail passFail -> new RuleJson("PASS_FAIL", null, null, null, null);
                case Grade grade -> new RuleJson("GRADE", null, grade.levels(), null, null);
                case Deduct deduct ->
                    new RuleJson("DEDUCT", deduct.perFault().exact().toPlainString(), null, null, null);
                case Threshold threshold ->
                    new RuleJson(
                            "THRESHOLD",
                            null,
                            null,
                            threshold.tiers().stream().map(TierJson::of).toList(),
                            threshold.otherwise());
            };
        }

        ScoringRule rule() {
            return switch (kind) {
                case "PASS_FAIL" -> new PassFail();
                case "GRADE" -> new Grade(needed(levels));
                case "DEDUCT" -> new Deduct(Points.of(needed(perFault)));
                case "THRESHOLD" ->
                    new Threshold(needed(tiers).stream().map(TierJson::tier).toList(), needed(otherwise));
                default -> throw new IllegalStateException("unknown frozen rule " + kind);
            };
        }

        private static <T> T needed(@Nullable T value) {
            return Objects.requireNonNull(value, "a frozen rule lacks a part");
        }
    }

    record TierJson(String comparison, String limit, long ratio) {

        static TierJson of(Threshold.Tier tier) {
            return new TierJson(tier.comparison().name(), tier.limit().toPlainString(), tier.ratio());
        }

        Threshold.Tier tier() {
            return new Threshold.Tier(Threshold.Comparison.valueOf(comparison), new BigDecimal(limit), ratio);
        }
    }
}
