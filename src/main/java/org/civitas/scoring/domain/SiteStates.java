package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * 点位判分簿 — the judged sites of every requirement, kept in the order of site type and site, one site changed at a time.
 */
final class SiteStates {

    private static final Comparator<SiteFacts> ORDER =
            Comparator.comparing(SiteFacts::typeCode).thenComparing(SiteFacts::id, IdOrder.BY_ID);
    private static final Comparator<SiteScore> BY_SITE = (a, b) -> ORDER.compare(a.site(), b.site());

    private static final class SiteState {
        private List<ObservationFacts> observations = new ArrayList<>();
        private int[] judged = new int[0];
        private int used;
    }

    private final List<Requirement> requirements;
    private final SiteJudging judging;
    private final Map<String, int[]> byItem = new HashMap<>();
    private final List<List<SiteScore>> scores = new ArrayList<>();
    private final Map<UUID, SiteState> sites = new HashMap<>();
    /** Scratch: observations of the site in hand for each requirement; emptied after each site. */
    private final List<List<ObservationFacts>> own = new ArrayList<>();

    private int observations;
    private int used;
    private int judgedSites;

    SiteStates(List<Requirement> requirements, VisitRule visitRule) {
        this.requirements = requirements;
        this.judging = new SiteJudging(visitRule);
        Map<String, List<Integer>> places = new HashMap<>();
        for (int r = 0; r < requirements.size(); r++) {
            scores.add(new ArrayList<>());
            own.add(new ArrayList<>());
            if (requirements.get(r).atSites()) {
                for (String code : requirements.get(r).itemCodes()) {
                    places.computeIfAbsent(code, c -> new ArrayList<>()).add(r);
                }
            }
        }
        places.forEach(
                (code, list) -> byItem.put(code, list.stream().mapToInt(i -> i).toArray()));
    }

    /** All sites of a round at once. */
    void fill(List<SiteFacts> drawn, List<ObservationFacts> seen) {
        for (SiteFacts site : drawn) {
            sites.put(site.id(), new SiteState());
        }
        observations = seen.size();
        for (ObservationFacts observation : seen) {
            SiteState state = sites.get(observation.siteId());
            if (state != null) {
                state.observations.add(observation);
            }
        }
        drawn.stream().sorted(ORDER).forEach(site -> {
            SiteState state = sites.get(site.id());
            if (state != null && !state.observations.isEmpty()) {
                judge(site, state, changed -> {});
            }
        });
    }

    /** Another visit to a site, which may be new. @param changed told the place of every requirement to score again */
    void add(SiteFacts site, List<ObservationFacts> visit, IntConsumer changed) {
        SiteState state = sites.computeIfAbsent(site.id(), id -> new SiteState());
        for (int r : state.judged) {
            scores.get(r).remove(place(r, site));
            changed.accept(r);
        }
        judgedSites -= state.judged.length > 0 ? 1 : 0;
        used -= state.used;
        observations += visit.size();
        state.observations.addAll(visit);
        judge(site, state, changed);
    }

    private int place(int requirement, SiteFacts site) {
        return Collections.binarySearch(scores.get(requirement), new SiteScore(site, 0, List.of()), BY_SITE);
    }

    private void judge(SiteFacts site, SiteState state, IntConsumer changed) {
        state.observations.sort(ObservationFacts.IN_TIME);
        int[] touched = distribute(state);
        int judged = 0;
        for (int r : touched) {
            List<ObservationFacts> mine = own.get(r);
            SiteScore score = judging.judge(site, requirements.get(r), mine);
            own.set(r, new ArrayList<>());
            if (score != null) {
                insert(r, score);
                changed.accept(r);
                touched[judged++] = r;
            }
        }
        state.judged = Arrays.copyOf(touched, judged);
        judgedSites += judged > 0 ? 1 : 0;
        used += state.used;
    }

    private void insert(int requirement, SiteScore score) {
        List<SiteScore> list = scores.get(requirement);
        if (list.isEmpty() || BY_SITE.compare(list.getLast(), score) < 0) {
            list.add(score);
        } else {
            list.add(-place(requirement, score.site()) - 1, score);
        }
    }

    /** Hands the observations of a site to the requirements that they serve; their places in the order of the edition. */
    private int[] distribute(SiteState state) {
        BitSet touched = new BitSet();
        state.used = 0;
        for (ObservationFacts observation : state.observations) {
            int[] served = byItem.get(observation.itemCode());
            if (served != null) {
                state.used++;
                for (int r : served) {
                    own.get(r).add(observation);
                    touched.set(r);
                }
            }
        }
        return touched.stream().toArray();
    }

    /** In the order of site type and site. */
    List<SiteScore> of(int requirement) {
        return scores.get(requirement);
    }

    RoundResult.Coverage coverage() {
        return new RoundResult.Coverage(sites.size(), judgedSites, observations, used);
    }
}
