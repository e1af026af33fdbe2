package org.civitas.scoring.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.civitas.scoring.domain.RoundResult.SiteTrace;

/**
 * 要求计分 — second stage: sites to site types to the points of one requirement.
 *
 * <p>got = full · Σ wₜ·(Sₜ / nₜ) / Σ wₜ with Sₜ the integer sum of the ratios of the nₜ judged sites of type t: sums are
 * integers, and this is the one named division. What lies below (types, sites, observations) are shares of got and of the
 * loss, split by largest remainder, so that every level sums to the one above.
 */
final class RequirementScoring {

    private record TypeGroup(String code, long weight, List<SiteScore> sites) {

        long ratioSum() {
            return sites.stream().mapToLong(SiteScore::ratio).sum();
        }
    }

    private final Requirement requirement;
    private final List<TypeGroup> groups = new ArrayList<>();

    RequirementScoring(Requirement requirement, List<SiteScore> scores) {
        this.requirement = requirement;
        SortedMap<String, List<SiteScore>> byType = new TreeMap<>();
        for (SiteScore score : scores) {
            byType.computeIfAbsent(score.site().typeCode(), code -> new ArrayList<>())
                    .add(score);
        }
        byType.forEach((code, sites) -> {
            if (requirement.weightOf(code) > 0) {
                sites.sort(Comparator.comparing(s -> s.site().id(), IdOrder.BY_ID));
                groups.add(new TypeGroup(code, requirement.weightOf(code), sites));
            }
        });
    }

    Tally score(Attribution attribution, List<SiteTrace> traces) {
        long full = requirement.full().nanos();
        if (groups.isEmpty()) {
            return new Tally(0, 0, full);
        }
        BigInteger common = groups.stream()
                .map(g -> BigInteger.valueOf(g.sites().size()))
                .reduce(BigInteger.ONE, Fraction::leastCommon);
        BigInteger[] gotWeights = new BigInteger[groups.size()];
        BigInteger[] lossWeights = new BigInteger[groups.size()];
        BigInteger gotSum = BigInteger.ZERO;
        BigInteger wholeSum = BigInteger.ZERO;
        for (int i = 0; i < gotWeights.length; i++) {
            TypeGroup group = groups.get(i);
            long count = group.sites().size();
            BigInteger each = common.divide(BigInteger.valueOf(count)).multiply(BigInteger.valueOf(group.weight()));
            gotWeights[i] = each.multiply(BigInteger.valueOf(group.ratioSum()));
            BigInteger whole = each.multiply(BigInteger.valueOf(count * Fraction.ONE));
            lossWeights[i] = whole.subtract(gotWeights[i]);
            gotSum = gotSum.add(gotWeights[i]);
            wholeSum = wholeSum.add(whole);
        }
        long got = Apportionment.halfUp(BigInteger.valueOf(full).multiply(gotSum), wholeSum);
        long[] gotByType = Apportionment.split(got, gotWeights);
        long[] lossByType = Apportionment.split(full - got, lossWeights);
        for (int i = 0; i < gotByType.length; i++) {
            shareOut(groups.get(i), gotByType[i], lossByType[i], attribution, traces);
        }
        return new Tally(got, full, full);
    }

    private void shareOut(TypeGroup group, long got, long loss, Attribution attribution, List<SiteTrace> traces) {
        List<SiteScore> sites = group.sites();
        long[] gotBySite = Apportionment.split(
                got, sites.stream().mapToLong(SiteScore::ratio).toArray());
        long[] lossBySite = Apportionment.split(
                loss, sites.stream().mapToLong(s -> Fraction.ONE - s.ratio()).toArray());
        for (int i = 0; i < gotBySite.length; i++) {
            SiteScore score = sites.get(i);
            traces.add(new SiteTrace(
                    requirement.code(), score.site().id(), group.code(), score.ratio(), gotBySite[i], lossBySite[i]));
            attribution.charge(requirement, score, lossBySite[i]);
        }
    }
}
