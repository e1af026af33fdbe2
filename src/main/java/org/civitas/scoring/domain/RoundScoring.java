package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.civitas.scoring.domain.RoundResult.Coverage;
import org.civitas.scoring.domain.RoundResult.SiteTrace;
import org.civitas.scoring.domain.ScoringEdition.Node;

/**
 * 轮次计分 — computes a round from its frozen inputs: a pure function, equal inputs in any order give equal results.
 *
 * <p>Sites are judged one by one ({@link SiteJudging}), then each requirement is scored ({@link RequirementScoring}),
 * then the tree is summed. Integers of 10⁻⁹ throughout.
 */
public final class RoundScoring {

    private final RoundInputs inputs;
    private final Map<String, List<Requirement>> byItem = new HashMap<>();
    private final Map<Requirement, List<SiteScore>> scores = new IdentityHashMap<>();
    private final Set<UUID> judgedSites = new HashSet<>();
    private int used;

    private RoundScoring(RoundInputs inputs) {
        this.inputs = inputs;
        for (Requirement requirement : inputs.edition().requirements()) {
            requirement
                    .itemCodes()
                    .forEach(code ->
                            byItem.computeIfAbsent(code, c -> new ArrayList<>()).add(requirement));
            scores.put(requirement, new ArrayList<>());
        }
    }

    public static RoundResult compute(RoundInputs inputs) {
        return new RoundScoring(inputs).result();
    }

    private RoundResult result() {
        judgeSites();
        Attribution attribution = new Attribution(inputs.edition().items());
        List<SiteTrace> traces = new ArrayList<>();
        Map<String, Tally> nodes = new LinkedHashMap<>();
        Map<String, Tally> requirements = new LinkedHashMap<>();
        inputs.edition().nodes().forEach(node -> nodes.put(node.code(), Tally.NOTHING));
        Tally total = Tally.NOTHING;
        for (Requirement requirement : inputs.edition().requirements()) {
            Tally tally = new RequirementScoring(requirement, Objects.requireNonNull(scores.get(requirement)))
                    .score(attribution, traces);
            requirements.put(requirement.code(), tally);
            nodes.merge(requirement.criterionCode(), tally, Tally::plus);
            total = total.plus(tally);
        }
        sumTree(nodes);
        Coverage coverage = new Coverage(
                inputs.sites().size(), judgedSites.size(), inputs.observations().size(), used);
        return new RoundResult(
                total,
                Map.copyOf(nodes),
                Map.copyOf(requirements),
                List.copyOf(traces),
                attribution.pieces(),
                coverage);
    }

    private void judgeSites() {
        Map<UUID, List<ObservationFacts>> bySite = new HashMap<>();
        for (ObservationFacts observation : inputs.observations()) {
            bySite.computeIfAbsent(observation.siteId(), id -> new ArrayList<>())
                    .add(observation);
        }
        SiteJudging judging = new SiteJudging(inputs.visitRule());
        for (SiteFacts site : inputs.sites()) {
            List<ObservationFacts> inTime = bySite.getOrDefault(site.id(), List.of()).stream()
                    .sorted(ObservationFacts.IN_TIME)
                    .toList();
            byRequirement(inTime)
                    .forEach((requirement, own) -> judging.judge(site, requirement, own)
                            .ifPresent(score -> {
                                Objects.requireNonNull(scores.get(requirement)).add(score);
                                judgedSites.add(site.id());
                            }));
        }
    }

    private Map<Requirement, List<ObservationFacts>> byRequirement(List<ObservationFacts> inTime) {
        Map<Requirement, List<ObservationFacts>> own = new IdentityHashMap<>();
        for (ObservationFacts observation : inTime) {
            List<Requirement> served = byItem.getOrDefault(observation.itemCode(), List.of());
            served.forEach(r -> own.computeIfAbsent(r, key -> new ArrayList<>()).add(observation));
            used += served.isEmpty() ? 0 : 1;
        }
        return own;
    }

    /** Children before parents: the edition lists parents first, so the list is walked from its end. */
    private void sumTree(Map<String, Tally> tallies) {
        List<Node> upwards = new ArrayList<>(inputs.edition().nodes());
        Collections.reverse(upwards);
        for (Node node : upwards) {
            String parent = node.parentCode();
            if (parent != null) {
                tallies.merge(parent, tallies.getOrDefault(node.code(), Tally.NOTHING), Tally::plus);
            }
        }
    }
}
