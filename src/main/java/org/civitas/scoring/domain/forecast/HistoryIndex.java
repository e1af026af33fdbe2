package org.civitas.scoring.domain.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.civitas.scoring.domain.IdOrder;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.scoring.domain.forecast.TypeHistory.Seen;
import org.civitas.scoring.domain.forecast.TypeHistory.SiteHistory;

/** 历史归类 — sorts the history by site type, site and item, so that nothing hangs on the order of reading. */
final class HistoryIndex {

    private static final double SECONDS_A_DAY = 86_400;

    private final ForecastInputs inputs;
    private final double halfLifeDays;
    private final Map<UUID, List<ObservationFacts>> bySite = new HashMap<>();
    private final Map<UUID, List<Mend>> mendsBySite = new HashMap<>();
    private final Map<String, Set<ItemOutcome>> outcomes = new HashMap<>();
    private final Map<String, List<Requirement>> serves = new TreeMap<>();

    HistoryIndex(ForecastInputs inputs, double halfLifeDays) {
        this.inputs = inputs;
        this.halfLifeDays = halfLifeDays;
        for (Requirement requirement : inputs.edition().requirements()) {
            requirement
                    .itemCodes()
                    .forEach(code ->
                            serves.computeIfAbsent(code, c -> new ArrayList<>()).add(requirement));
        }
        for (ObservationFacts seen : inputs.history()) {
            if (serves.containsKey(seen.itemCode()) && !seen.visitedAt().isAfter(inputs.asOf())) {
                bySite.computeIfAbsent(seen.siteId(), id -> new ArrayList<>()).add(seen);
                if (seen.verdict() != Verdict.NOT_APPLICABLE) {
                    outcomes.computeIfAbsent(seen.itemCode(), c -> new HashSet<>())
                            .add(ItemOutcome.of(seen));
                }
            }
        }
        for (Mend mend : inputs.mends()) {
            if (!mend.at().isAfter(inputs.asOf())) {
                mendsBySite
                        .computeIfAbsent(mend.siteId(), id -> new ArrayList<>())
                        .add(mend);
            }
        }
    }

    /** In the order of type codes; types without a check item that counts are left out. */
    List<TypeHistory> types() {
        Map<String, List<String>> items = new TreeMap<>();
        serves.keySet().forEach(code -> {
            var item = inputs.edition().items().get(code);
            if (item != null) {
                items.computeIfAbsent(item.typeCode(), c -> new ArrayList<>()).add(code);
            }
        });
        Map<String, List<SiteFacts>> sites = new HashMap<>();
        inputs.population()
                .forEach(site -> sites.computeIfAbsent(site.typeCode(), c -> new ArrayList<>())
                        .add(site));
        List<TypeHistory> types = new ArrayList<>();
        items.forEach((type, codes) -> types.add(type(type, codes, sites.getOrDefault(type, List.of()))));
        return types;
    }

    private TypeHistory type(String typeCode, List<String> codes, List<SiteFacts> sites) {
        List<ItemModel> items = codes.stream()
                .map(code -> OutcomeScale.of(
                        code,
                        typeCode,
                        Objects.requireNonNull(serves.get(code)),
                        outcomes.getOrDefault(code, Set.of())))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        items.forEach(item -> places.put(item.code(), places.size()));
        return new TypeHistory(
                typeCode,
                items,
                sites.stream()
                        .sorted(Comparator.comparing(SiteFacts::id, IdOrder.BY_ID))
                        .map(site -> site(site, items, places))
                        .toList());
    }

    private SiteHistory site(SiteFacts site, List<ItemModel> items, Map<String, Integer> places) {
        List<Seen> seen = bySite.getOrDefault(site.id(), List.of()).stream()
                .filter(o -> places.containsKey(o.itemCode()))
                .sorted(Comparator.comparing(ObservationFacts::visitedAt)
                        .thenComparing(ObservationFacts::id, IdOrder.BY_ID))
                .map(o -> seen(o, items, Objects.requireNonNull(places.get(o.itemCode()))))
                .toList();
        List<Seen> mends = mendsBySite.getOrDefault(site.id(), List.of()).stream()
                .filter(mend -> places.containsKey(mend.itemCode()))
                .sorted(Comparator.comparing(Mend::at).thenComparing(Mend::itemCode))
                .map(mend -> mended(mend, items, Objects.requireNonNull(places.get(mend.itemCode()))))
                .toList();
        return new SiteHistory(site, seen, mends);
    }

    private Seen seen(ObservationFacts seen, List<ItemModel> items, int item) {
        boolean applicable = seen.verdict() != Verdict.NOT_APPLICABLE;
        return new Seen(
                item,
                applicable ? OutcomeScale.place(items.get(item), ItemOutcome.of(seen)) : -1,
                seen.verdict() == Verdict.FAIL,
                weight(seen.visitedAt()),
                seen.visitId());
    }

    private Seen mended(Mend mend, List<ItemModel> items, int item) {
        return new Seen(item, items.get(item).outcomes().size() - 1, false, weight(mend.at()), mend.siteId());
    }

    /** One half for each half-life of age: 2^(−age ÷ half-life). */
    private double weight(Instant at) {
        double days = Duration.between(at, inputs.asOf()).toSeconds() / SECONDS_A_DAY;
        return StrictMath.pow(0.5, days / halfLifeDays);
    }
}
