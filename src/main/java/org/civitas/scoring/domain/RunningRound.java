package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.scoring.domain.RoundResult.MethodScore;
import org.civitas.scoring.domain.RoundResult.SiteTrace;
import org.civitas.scoring.domain.ScoringEdition.Node;

/**
 * 滚动计分 — a round whose inputs grow. After each visit only the site, the requirements that it serves and their
 * criteria are computed again; {@link #result} then equals a full computation from the same inputs. Not for several
 * threads at once.
 */
public final class RunningRound {

    private final ScoringEdition edition;
    private final List<Requirement> requirements;
    private final SiteStates sites;
    private final RequirementScoring scoring;
    private final Map<String, List<EnteredFact>> facts = new HashMap<>();
    private final List<VetoEvent> events;
    private final Map<String, BitSet> criteria = new LinkedHashMap<>();
    private final RequirementOutcome[] own;
    private final RequirementOutcome[] outcomes;
    private final BitSet stale = new BitSet();

    public RunningRound(RoundInputs inputs) {
        edition = inputs.edition();
        requirements = edition.requirements();
        sites = new SiteStates(requirements, inputs.visitRule());
        scoring = new RequirementScoring(new Attribution(edition.items()));
        events = new ArrayList<>(inputs.events());
        own = new RequirementOutcome[requirements.size()];
        outcomes = new RequirementOutcome[requirements.size()];
        inputs.facts().forEach(this::keep);
        for (int r = 0; r < own.length; r++) {
            criteria.computeIfAbsent(requirements.get(r).criterionCode(), code -> new BitSet())
                    .set(r);
        }
        sites.fill(inputs.sites(), inputs.observations());
        stale.set(0, own.length);
    }

    /** Another visit; the site may be new. @param visit observations of this site */
    public void add(SiteFacts site, List<ObservationFacts> visit) {
        sites.add(site, visit, stale::set);
    }

    /** Another entered fact. */
    public void add(EnteredFact fact) {
        keep(fact);
        for (int r = 0; r < own.length; r++) {
            if (requirements.get(r).code().equals(fact.requirementCode())) {
                stale.set(r);
            }
        }
    }

    /** Another event of the negative list. */
    public void add(VetoEvent event) {
        events.add(event);
    }

    private void keep(EnteredFact fact) {
        facts.computeIfAbsent(fact.requirementCode(), code -> new ArrayList<>()).add(fact);
    }

    /** The score of the round as it stands. */
    public RoundResult result() {
        refresh();
        MethodTotals totals = new MethodTotals(edition, outcomes);
        List<MethodScore> methods = totals.scores();
        Tally before = methods.stream().map(MethodScore::inTotal).reduce(Tally.NOTHING, Tally::plus);
        VetoScoring vetoes = new VetoScoring(requirements, events, before.got());
        List<LossPiece> pieces = totals.pieces(methods);
        vetoes.pieces().forEach(piece -> pieces.add(piece.numbered(pieces.size() + 1)));
        List<SiteTrace> traces = new ArrayList<>();
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int r = 0; r < outcomes.length; r++) {
            traces.addAll(outcomes[r].traces());
            tallies.put(requirements.get(r).code(), outcomes[r].tally());
        }
        return new RoundResult(
                new Tally(vetoes.got(), before.judged(), before.full()),
                nodes(),
                Map.copyOf(tallies),
                methods,
                Collections.unmodifiableList(traces),
                Collections.unmodifiableList(pieces),
                vetoes.effects(),
                sites.coverage());
    }

    private void refresh() {
        BitSet touched = new BitSet();
        for (int r = stale.nextSetBit(0); r >= 0; r = stale.nextSetBit(r + 1)) {
            Requirement requirement = requirements.get(r);
            own[r] = requirement.atSites()
                    ? scoring.fromSites(requirement, sites.of(r))
                    : scoring.fromFacts(requirement, facts.getOrDefault(requirement.code(), List.of()));
            touched.or(Objects.requireNonNull(criteria.get(requirement.criterionCode())));
        }
        stale.clear();
        for (int r = touched.nextSetBit(0); r >= 0; r = touched.nextSetBit(r + 1)) {
            Requirement requirement = requirements.get(r);
            List<LossPiece> missing = new ArrayList<>();
            Objects.requireNonNull(criteria.get(requirement.criterionCode())).stream()
                    .forEach(other -> missing.addAll(own[other].missing()));
            outcomes[r] = missing.isEmpty() || requirement.full().isZero()
                    ? own[r]
                    : CriterionZeroing.apply(requirement, own[r], missing);
        }
    }

    /** Children before parents: the edition lists parents first, so the list is walked from its end. */
    private Map<String, Tally> nodes() {
        Map<String, Tally> nodes = new HashMap<>();
        edition.nodes().forEach(node -> nodes.put(node.code(), Tally.NOTHING));
        for (int r = 0; r < outcomes.length; r++) {
            nodes.merge(requirements.get(r).criterionCode(), outcomes[r].tally(), Tally::plus);
        }
        for (Node node : edition.nodes().reversed()) {
            String parent = node.parentCode();
            if (parent != null) {
                nodes.merge(parent, nodes.getOrDefault(node.code(), Tally.NOTHING), Tally::plus);
            }
        }
        return Map.copyOf(nodes);
    }
}
