package org.civitas.scoring.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.Apportionment;
import org.civitas.scoring.persistence.Forecasts.LeftOut;
import org.civitas.site.Sites;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 预测准备 — the sample plan to begin with, and what will not be in the forecast. */
@Component
public class ForecastPreparation {

    /** 类型配额 — how many sites of a type there are, and how many are proposed to be drawn. */
    public record TypeQuota(String typeCode, String typeName, int population, int items, int proposed) {}

    /** 准备内容. */
    public record Prepared(List<TypeQuota> types, List<LeftOut> leftOut) {}

    /** Size of a real official sample. */
    private static final int USUAL_SITES = 78;

    private final Editions editions;
    private final Sites sites;
    private final ForecastReading reading;

    ForecastPreparation(Editions editions, Sites sites, ForecastReading reading) {
        this.editions = editions;
        this.sites = sites;
        this.reading = reading;
    }

    /** 78 sites spread by the roots of the numbers of sites, so that many small ones do not crowd out the rest. */
    @Transactional(readOnly = true)
    public Prepared prepare(CurrentUser user, UUID editionId, String areaCode) {
        if (!user.scope().administers(areaCode)) {
            throw new NotFound("区划");
        }
        EditionContent content = editions.content(editionId);
        Map<String, Integer> population = new HashMap<>();
        sites.counts(areaCode, Math.max(areaCode.length(), 6))
                .forEach(count -> population.merge(count.typeCode(), (int) count.count(), Integer::sum));
        List<TypeQuota> rows = new ArrayList<>();
        content.siteTypes()
                .forEach(type -> rows.add(new TypeQuota(
                        type.code(),
                        type.name(),
                        population.getOrDefault(type.code(), 0),
                        (int) content.checkItemsOf(type.code()).stream()
                                .filter(item -> !item.requirementCodes().isEmpty())
                                .count(),
                        0)));
        long[] weights = rows.stream()
                .mapToLong(row -> row.items() == 0 ? 0 : Math.round(1_000 * Math.sqrt(row.population())))
                .toArray();
        long[] shares = java.util.Arrays.stream(weights).sum() == 0
                ? new long[weights.length]
                : Apportionment.split(USUAL_SITES, weights);
        List<TypeQuota> proposed = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            TypeQuota row = rows.get(i);
            int number = (int) Math.min(row.population(), weights[i] > 0 ? Math.max(shares[i], 1) : 0);
            proposed.add(new TypeQuota(row.typeCode(), row.typeName(), row.population(), row.items(), number));
        }
        return new Prepared(proposed, reading.leftOut(editionId, Set.of()));
    }
}
