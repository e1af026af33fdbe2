package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 得分树行 — one line of the score tree, in the order of the edition; requirements stand behind their criterion.
 *
 * @param rule the rule of a requirement in a sentence, else empty
 */
public record ScoreLine(
        int place, Kind kind, String code, @Nullable String parentCode, String title, String rule, Tally tally) {

    /** 行类别 — of a line of the score tree. */
    public enum Kind {
        GROUP,
        CRITERION,
        REQUIREMENT
    }

    /** The whole tree of a result. Branches without any requirement that the round counts are left out. */
    public static List<ScoreLine> of(ScoringEdition edition, RoundResult result) {
        Map<String, List<Requirement>> byCriterion = new LinkedHashMap<>();
        for (Requirement requirement : edition.requirements()) {
            byCriterion
                    .computeIfAbsent(requirement.criterionCode(), code -> new ArrayList<>())
                    .add(requirement);
        }
        List<ScoreLine> lines = new ArrayList<>();
        for (ScoringEdition.Node node : edition.nodes()) {
            Tally tally = result.nodes().getOrDefault(node.code(), Tally.NOTHING);
            if (tally.full() > 0) {
                Kind kind = node.criterion() ? Kind.CRITERION : Kind.GROUP;
                lines.add(
                        new ScoreLine(lines.size() + 1, kind, node.code(), node.parentCode(), node.title(), "", tally));
                for (Requirement requirement : byCriterion.getOrDefault(node.code(), List.of())) {
                    lines.add(new ScoreLine(
                            lines.size() + 1,
                            Kind.REQUIREMENT,
                            requirement.code(),
                            node.code(),
                            node.title(),
                            requirement.rule().sentence(),
                            result.requirements().getOrDefault(requirement.code(), Tally.NOTHING)));
                }
            }
        }
        return lines;
    }
}
