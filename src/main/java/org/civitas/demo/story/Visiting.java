package org.civitas.demo.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.geography.CityMap;
import org.jspecify.annotations.Nullable;

/** What an inspector sees at a site. */
final class Visiting {

    private final Premise premise;
    private final Catalogue catalogue;
    private final StillOpen stillOpen;

    /** Whether a case of this item at this site is open at that moment, so that the fault is likely still there. */
    interface StillOpen {
        boolean test(StorySite site, Item item, Instant at);
    }

    Visiting(Premise premise, Catalogue catalogue, StillOpen stillOpen) {
        this.premise = premise;
        this.catalogue = catalogue;
        this.stillOpen = stillOpen;
    }

    StoryVisit visit(
            Draw draw,
            StorySite site,
            Actor inspector,
            Instant start,
            String kind,
            @Nullable StoryPlan plan,
            @Nullable UUID taskId,
            double share) {
        List<StoryObservation> observations = new ArrayList<>();
        Instant at = start;
        for (Item item : catalogue.of(site.type())) {
            at = at.plusSeconds(draw.whole(60, 210));
            double failure = stillOpen.test(site, item, start) ? 0.7 : Mood.failure(site, share);
            observations.add(observe(draw, site, item, at, draw.chance(failure)));
        }
        return new StoryVisit(
                draw.id(start),
                plan == null ? null : plan.id(),
                taskId,
                kind,
                plan == null ? CityMap.ROOT : plan.area(),
                site,
                inspector,
                start,
                at.plusSeconds(90),
                observations);
    }

    /** A moment on that day between half past eight and five. */
    static Instant moment(Draw draw, LocalDate day) {
        LocalTime time = LocalTime.of(8, 30).plusSeconds(draw.below(30_600));
        return day.atTime(time).atZone(WorkingTime.ZONE).toInstant();
    }

    private StoryObservation observe(Draw draw, StorySite site, Item item, Instant at, boolean bad) {
        boolean fails = bad && !item.faults().isEmpty();
        List<Item.Fault> faults = new ArrayList<>();
        if (fails) {
            List<Item.Fault> mixed = draw.shuffled(item.faults());
            faults.addAll(mixed.subList(0, Math.min(mixed.size(), draw.chance(0.18) ? 2 : 1)));
        }
        UUID picture = fails && (item.pictureNeeded() || draw.chance(0.35))
                ? premise.album()
                        .showing(site.type(), faults.getFirst(), site.id())
                        .before()
                : null;
        UUID id = draw.id(at);
        return switch (item.kind()) {
            case PASS -> {
                boolean absent = !fails && draw.chance(0.03);
                String outcome = fails ? "NONCONFORMING" : absent ? "NOT_APPLICABLE" : "CONFORMING";
                yield new StoryObservation(id, item, outcome, null, null, null, fails, faults, picture, at);
            }
            case GRADE -> {
                String grade = fails ? draw.chance(0.7) ? "C" : "C_SHARP" : draw.chance(0.72) ? "A" : "B";
                yield new StoryObservation(id, item, "GRADED", grade, null, null, fails, faults, picture, at);
            }
            case COUNT -> {
                int count = fails ? faults.size() + draw.weighted(0.5, 0.3, 0.15, 0.05) : 0;
                yield new StoryObservation(id, item, "COUNTED", null, count, null, fails, faults, picture, at);
            }
            case FIGURE ->
                new StoryObservation(
                        id, item, "MEASURED", null, null, figure(draw, item, fails), fails, faults, picture, at);
        };
    }

    private static BigDecimal figure(Draw draw, Item item, boolean fails) {
        double value =
                fails ? draw.between(item.badFrom(), item.badTo()) : draw.between(item.goodFrom(), item.goodTo());
        return BigDecimal.valueOf(Math.round(value));
    }
}
