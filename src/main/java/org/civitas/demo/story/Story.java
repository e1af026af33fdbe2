package org.civitas.demo.story;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.chance.Draw;
import org.jspecify.annotations.Nullable;

/** 故事 — tells the year month by month: plans, visits, findings and what became of them. */
public final class Story {

    /** How many cases the demonstration city has. */
    public static final int CASES = 9_839;

    /** From here on it is a data set to measure on: problems are seen again more often, and there are earlier years. */
    public static final int LARGE = 50_000;

    private static final int SIGHTINGS = 2;

    private final Premise premise;
    private final Catalogue catalogue;
    private final WorkingTime calendar;
    private final int cases;
    private final List<YearMonth> months;
    private final Planning planning;
    private final Visiting visiting;
    private final Reports reports;
    private final Map<String, StoryCase> open = new HashMap<>();
    private final List<StoryCase> active = new ArrayList<>();
    private int told;

    /** A story with that many cases; more than {@link #CASES} make a large data set on the same map. */
    public Story(Premise premise, Catalogue catalogue, WorkingTime calendar, int cases) {
        this.premise = premise;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.cases = cases;
        this.months = Premise.months(premise.lastDay());
        this.planning = new Planning(premise);
        this.visiting = new Visiting(premise, catalogue, this::stillOpen);
        this.reports = new Reports(premise, catalogue);
    }

    private boolean stillOpen(StorySite site, Item item, Instant at) {
        StoryCase found = open.get(key(site, item));
        Instant end = found == null ? Instant.MIN : found.endedAt();
        return end == null || end.isAfter(at);
    }

    private static String key(StorySite site, Item item) {
        return site.id() + item.code();
    }

    public void tell(Chronicle chronicle) {
        double days = months.stream().mapToDouble(this::weight).sum();
        double gone = 0;
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = months.get(i);
            gone += weight(month);
            month(chronicle, month, i, gone / days);
            chronicle.month(i + 1, months.size());
        }
        active.forEach(chronicle::file);
        active.clear();
    }

    /** The last month brings more cases than its days would, so that the desks are not empty. */
    private double weight(YearMonth month) {
        return daysTold(month) * (month.equals(YearMonth.from(premise.lastDay())) ? 1.7 : 1);
    }

    private int daysTold(YearMonth month) {
        return month.equals(YearMonth.from(premise.lastDay()))
                ? premise.lastDay().getDayOfMonth() - 1
                : month.lengthOfMonth();
    }

    private void month(Chronicle chronicle, YearMonth month, int index, double share) {
        Draw draw = premise.draw().branch("month" + month);
        List<StoryCase> fresh = new ArrayList<>();
        for (Round round : rounds(chronicle, draw, month, index)) {
            inspect(chronicle, draw, round, share, fresh);
        }
        int quota = (int) Math.round(cases * share) - told;
        while (fresh.size() < quota) {
            Finding finding = reports.report(draw, dayOf(draw, month), share);
            if (finding.site() == null
                    || !open.containsKey(key(finding.site(), Objects.requireNonNull(finding.item())))) {
                begin(draw, finding, share, fresh);
            }
        }
        fresh.sort(Comparator.comparing(StoryCase::foundAt).thenComparing(StoryCase::id));
        for (StoryCase file : fresh) {
            told++;
            file.number(told);
        }
        active.addAll(fresh);
        file(
                chronicle,
                month.plusMonths(1).atDay(1).atStartOfDay(WorkingTime.ZONE).toInstant());
    }

    /** A visit that will be made at that moment. */
    private record Round(
            Instant at,
            StorySite site,
            Actor inspector,
            String kind,
            @Nullable StoryPlan plan,
            StoryPlan.@Nullable Drawn drawn) {}

    private List<Round> rounds(Chronicle chronicle, Draw draw, YearMonth month, int index) {
        List<Actor> inspectors = premise.cast().withRole("INSPECTOR");
        List<Round> rounds = new ArrayList<>();
        for (StoryPlan plan : planning.of(month, index)) {
            chronicle.plan(plan);
            List<LocalDate> days = workdays(plan.first(), plan.last());
            for (StoryPlan.Drawn one : plan.drawn()) {
                Actor inspector = inspectors.get(one.rank() % inspectors.size());
                LocalDate day = days.get((int) ((one.rank() * 7919L) % days.size()));
                Instant at = Visiting.moment(draw, day);
                boolean obstructed = draw.chance(0.008);
                if (at.isAfter(premise.until()) || obstructed) {
                    boolean never = at.isAfter(premise.until());
                    chronicle.task(new StoryTask(
                            draw.id(plan.createdAt()),
                            plan,
                            one,
                            inspector,
                            never ? "OPEN" : "OBSTRUCTED",
                            never ? "" : "正在停业装修，无法检查",
                            null,
                            never ? null : at));
                } else {
                    rounds.add(new Round(at, one.site(), inspector, plan.kind(), plan, one));
                }
            }
        }
        int patrols = (int) (daysTold(month) * 3.2 * Math.clamp(cases / (double) CASES, 1, 12));
        for (int i = 0; i < patrols; i++) {
            Instant at = Visiting.moment(draw, dayOf(draw, month));
            rounds.add(new Round(at, draw.pick(premise.sites()), draw.pick(inspectors), "PATROL", null, null));
        }
        rounds.sort(Comparator.comparing(Round::at));
        return rounds;
    }

    /** Any day of the month; the last days of the story bring more, so that the desks are not empty. */
    private LocalDate dayOf(Draw draw, YearMonth month) {
        int days = daysTold(month);
        boolean campaign = month.equals(YearMonth.from(premise.lastDay())) && days > 8 && draw.chance(0.35);
        return month.atDay(campaign ? days - draw.below(4) : 1 + draw.below(days));
    }

    private static List<LocalDate> workdays(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private void inspect(Chronicle chronicle, Draw draw, Round round, double share, List<StoryCase> fresh) {
        StoryPlan plan = round.plan();
        StoryPlan.Drawn drawn = round.drawn();
        UUID taskId = plan == null ? null : draw.id(plan.createdAt());
        StoryVisit visit =
                visiting.visit(draw, round.site(), round.inspector(), round.at(), round.kind(), plan, taskId, share);
        if (plan != null && drawn != null && taskId != null) {
            chronicle.task(
                    new StoryTask(taskId, plan, drawn, round.inspector(), "VISITED", "", visit.id(), visit.endedAt()));
        }
        chronicle.visit(visit);
        for (StoryObservation observation : visit.observations()) {
            if (observation.failed()) {
                found(draw, visit, observation, share, fresh);
            }
        }
    }

    /** A new case, or one more sight of the fault that is still there. */
    private void found(Draw draw, StoryVisit visit, StoryObservation observation, double share, List<StoryCase> fresh) {
        StorySite site = visit.site();
        Item.Fault fault = observation.faults().getFirst();
        Album.Pair pair = premise.album().showing(site.type(), fault, site.id());
        List<UUID> pictures = observation.picture() == null ? List.of() : List.of(observation.picture());
        Finding finding = new Finding(
                visit.endedAt(),
                "INSPECTION",
                visit.inspector(),
                site,
                observation.item(),
                fault,
                observation.faultWords(),
                site.spot().areaCode(),
                site.spot().name(),
                site.spot().at(),
                observation.id(),
                visit.kind(),
                pictures,
                pictures.isEmpty() && draw.chance(0.5) ? null : pair.after(),
                site.type());
        if (stillOpen(site, observation.item(), visit.endedAt())) {
            Objects.requireNonNull(open.get(key(site, observation.item()))).seenAgain(finding, draw);
        } else {
            begin(draw, finding, share, fresh);
        }
    }

    private void begin(Draw draw, Finding finding, double share, List<StoryCase> fresh) {
        StoryCase file =
                new StoryCase(draw.id(finding.at()), finding, catalogue.kind(finding.fault(), finding.itemText()));
        new CaseTelling(calendar, premise.cast(), draw, premise.until(), share, file).tell();
        if (cases > LARGE) {
            seenAgain(draw, file);
        }
        fresh.add(file);
        if (finding.site() != null && finding.item() != null) {
            open.put(key(finding.site(), finding.item()), file);
        }
    }

    private static void seenAgain(Draw draw, StoryCase file) {
        Instant end = Objects.requireNonNullElse(file.endedAt(), file.foundAt());
        for (int i = 0; i < SIGHTINGS; i++) {
            Instant at = file.foundAt()
                    .plusSeconds((long) (Duration.between(file.foundAt(), end).toSeconds() * draw.between(0.05, 0.8)));
            file.seenAgain(file.finding().again(at), draw);
        }
    }

    /** Hands out the cases that ended before that moment; nothing will be added to them. */
    private void file(Chronicle chronicle, Instant before) {
        Iterator<StoryCase> each = active.iterator();
        while (each.hasNext()) {
            StoryCase file = each.next();
            Instant end = file.endedAt();
            if (end != null && end.isBefore(before)) {
                chronicle.file(file);
                each.remove();
            }
        }
        open.values().removeIf(file -> {
            Instant end = file.endedAt();
            return end != null && end.isBefore(before);
        });
    }
}
