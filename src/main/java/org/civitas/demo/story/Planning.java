package org.civitas.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.geography.CityMap;
import org.jspecify.annotations.Nullable;

/** The plans of one month: the city's covert inspection, open ones of two counties, and each quarter a look back. */
final class Planning {

    private final Premise premise;
    private final Set<UUID> drawnBefore = new HashSet<>();

    Planning(Premise premise) {
        this.premise = premise;
    }

    List<StoryPlan> of(YearMonth month, int index) {
        Draw draw = premise.draw().branch("plans" + month);
        String when = month.getYear() + "年" + month.getMonthValue() + "月";
        List<Actor> office = premise.cast().withRole("CITY_OFFICE");
        List<StoryPlan> plans = new ArrayList<>();
        plans.add(plan(draw, when + "全市点位暗访", "COVERT", month, 3, 27, CityMap.ROOT, 0.22, office.get(index % 5)));
        for (int i = 0; i < 2; i++) {
            String county = "99010" + (1 + (2 * index + i) % 6);
            String name = premise.map().county(county).name();
            plans.add(plan(draw, name + when + "明查", "OPEN", month, 6, 22, county, 0.16, county(county)));
        }
        if (index % 3 == 2) {
            plans.add(
                    plan(draw, when + "季度回头看", "LOOK_BACK", month, 18, 28, CityMap.ROOT, 0.05, office.get(index % 5)));
        }
        return plans.stream()
                .filter(plan -> !plan.first().isAfter(premise.lastDay()))
                .toList();
    }

    private Actor county(String code) {
        return premise.cast().handler(premise.cast().territory(code).id());
    }

    private StoryPlan plan(
            Draw draw,
            String title,
            String kind,
            YearMonth month,
            int from,
            int to,
            String area,
            double part,
            Actor creator) {
        LocalDate first = month.atDay(from);
        LocalDate last = month.atDay(Math.min(to, month.lengthOfMonth()));
        Instant createdAt = first.minusDays(2)
                .atTime(10, draw.below(60))
                .atZone(WorkingTime.ZONE)
                .toInstant();
        List<StorySite> candidates = premise.sites().stream()
                .filter(site -> site.spot().areaCode().startsWith(area))
                .toList();
        Drawing drawing = new Drawing(candidates, drawnBefore);
        List<StoryPlan.Quota> quotas = drawing.quotas(part);
        if (part < 0.1) {
            quotas = quotas.stream()
                    .filter(quota -> quota.number() > 1 || quota.siteType().equals("市场"))
                    .toList();
        }
        String seed = "yunchuan-" + Long.toHexString(draw.below(Integer.MAX_VALUE)) + "-" + month;
        String candidateText = drawing.list();
        List<StoryPlan.Drawn> drawn = drawing.drawn(seed, quotas);
        StoryPlan plan = new StoryPlan(
                draw.id(createdAt),
                draw.id(createdAt.plusSeconds(600)),
                title,
                kind,
                first,
                last,
                area,
                state(last),
                released(kind, last),
                creator,
                createdAt,
                quotas,
                seed,
                candidateText,
                candidates.size(),
                drawn,
                Drawing.resultHash(drawn));
        drawn.forEach(one -> drawnBefore.add(one.site().id()));
        return plan;
    }

    private String state(LocalDate last) {
        return last.isBefore(premise.lastDay()) ? "FINISHED" : "UNDER_WAY";
    }

    /** Open plans are known from the start; the others are released a month after their end. */
    private @Nullable Instant released(String kind, LocalDate last) {
        LocalDate day = kind.equals("OPEN") ? last.minusDays(20) : last.plusDays(30);
        return day.isBefore(premise.lastDay())
                ? day.atTime(9, 0).atZone(WorkingTime.ZONE).toInstant()
                : null;
    }
}
