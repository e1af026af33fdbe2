package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 区划得分 — the same round computed over the sites of one area alone, so that areas can be compared by their share of got.
 */
public record AreaTally(String areaCode, Tally tally, int sitesJudged) {

    private static final int COUNTY = 6;
    private static final int STREET = 9;

    /** Every county and street in which a site was drawn, in the order of their codes. */
    public static List<AreaTally> of(RoundInputs inputs) {
        Set<String> codes = new TreeSet<>();
        for (SiteFacts site : inputs.sites()) {
            for (int digits : List.of(COUNTY, STREET)) {
                if (site.areaCode().length() >= digits) {
                    codes.add(site.areaCode().substring(0, digits));
                }
            }
        }
        List<AreaTally> tallies = new ArrayList<>();
        for (String code : codes) {
            RoundResult result = RoundScoring.compute(within(inputs, code));
            if (result.total().judged() > 0) {
                tallies.add(
                        new AreaTally(code, result.total(), result.coverage().sitesJudged()));
            }
        }
        return tallies;
    }

    /**
     * The part of the inputs that lies in an area, for comparing areas: what is judged at sites, by its points. What was
     * entered for the whole city, the events and the weights of methods take no part.
     */
    public static RoundInputs within(RoundInputs inputs, String areaCode) {
        List<SiteFacts> sites = inputs.sites().stream()
                .filter(site -> site.areaCode().startsWith(areaCode))
                .toList();
        Set<UUID> ids = sites.stream().map(SiteFacts::id).collect(Collectors.toCollection(HashSet::new));
        return new RoundInputs(
                atSites(inputs.edition()),
                inputs.visitRule(),
                sites,
                inputs.observations().stream()
                        .filter(o -> ids.contains(o.siteId()))
                        .toList());
    }

    private static ScoringEdition atSites(ScoringEdition edition) {
        return new ScoringEdition(
                edition.id(),
                edition.name(),
                edition.nodes(),
                edition.requirements().stream().filter(Requirement::atSites).toList(),
                edition.items());
    }
}
