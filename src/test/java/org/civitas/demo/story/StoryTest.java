package org.civitas.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.civitas.calendar.CalendarFixture;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.domain.CaseClock;
import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.CaseFile;
import org.civitas.casework.domain.CaseLifecycle;
import org.civitas.casework.domain.CasePolicy;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.StepFacts;
import org.civitas.inspection.domain.Candidate;
import org.civitas.inspection.domain.CandidateList;
import org.civitas.inspection.domain.DrawInput;
import org.civitas.inspection.domain.DrawResult;
import org.civitas.inspection.domain.QuotaCell;
import org.civitas.inspection.domain.QuotaTable;
import org.civitas.inspection.domain.RandomDraw;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final StoryFixture.Record YEAR = StoryFixture.told(Premise.SEED, StoryFixture.DAY, Story.CASES);
    private static final Instant UNTIL = CalendarFixture.at("2026-11-20T00:00");

    @Test
    void there_are_118_units_and_60_accounts_with_one_name_each() {
        Premise premise = Premise.of(Premise.SEED, StoryFixture.DAY);
        assertThat(premise.cast().units())
                .hasSize(118)
                .extracting(StoryUnit::code)
                .doesNotHaveDuplicates();
        assertThat(premise.cast().accounts())
                .hasSize(61)
                .extracting(StoryAccount::login)
                .doesNotHaveDuplicates();
        assertThat(premise.cast().accounts()).extracting(StoryAccount::name).doesNotHaveDuplicates();
        assertThat(premise.sites()).hasSize(1200);
        assertThat(premise.album().all()).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void the_year_has_forty_thousand_observations_and_9839_cases_in_every_state() {
        assertThat(YEAR.visits.stream()
                        .mapToInt(visit -> visit.observations().size())
                        .sum())
                .isGreaterThanOrEqualTo(40_000);
        assertThat(YEAR.cases).hasSize(Story.CASES);
        Set<String> states = new HashSet<>();
        YEAR.cases.forEach(file -> states.add(file.state()));
        for (CaseState state : CaseState.values()) {
            assertThat(states).contains(state.name());
        }
        assertThat(YEAR.cases.stream().map(StoryCase::ordinal).distinct().count())
                .isEqualTo(Story.CASES);
        assertThat(YEAR.tasks).extracting(StoryTask::state).contains("OPEN", "VISITED", "OBSTRUCTED");
    }

    @Test
    void every_step_of_every_case_is_a_row_of_the_state_table_and_goes_forward_in_time() {
        for (StoryCase file : YEAR.cases) {
            StoryStep last = null;
            for (StoryStep step : file.steps()) {
                CaseState from = step.from() == null ? null : CaseState.valueOf(step.from());
                assertThat(CaseLifecycle.next(from, CaseCommand.valueOf(step.command()))
                                .name())
                        .isEqualTo(step.to());
                if (last != null) {
                    assertThat(step.at()).as("%s %s", file.id(), step).isAfterOrEqualTo(last.at());
                    assertThat(step.from()).isEqualTo(last.to());
                }
                last = step;
            }
        }
    }

    @Test
    void a_case_rebuilt_from_its_timeline_stands_where_the_story_left_it() {
        for (StoryCase file : YEAR.cases) {
            CaseFile rebuilt = CaseFile.rebuild(timeline(file));
            assertThat(rebuilt.state().name()).isEqualTo(file.state());
            assertThat(rebuilt.version()).isEqualTo(file.steps().size());
        }
    }

    @Test
    void the_deadline_of_each_step_is_the_one_that_the_clock_of_cases_computes() {
        WorkingTime calendar = CalendarFixture.calendar();
        int checked = 0;
        for (StoryCase file : YEAR.cases.subList(0, 2500)) {
            List<CaseStep> timeline = timeline(file);
            for (int i = 1; i <= timeline.size(); i++) {
                var clock = CaseClock.of(timeline.subList(0, i), calendar, CasePolicy.DEFAULT);
                assertThat(file.steps().get(i - 1).deadlineAt())
                        .as("%s step %d", file.id(), i)
                        .isEqualTo(clock.map(CaseClock::deadlineAt).orElse(null));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(10_000);
    }

    @Test
    void the_figures_are_those_of_the_story() {
        WorkingTime calendar = CalendarFixture.calendar();
        int due = 0;
        int onTime = 0;
        int found = 0;
        int closed = 0;
        Map<String, int[]> refusals = new HashMap<>();
        for (StoryCase file : YEAR.cases) {
            CaseClock clock =
                    CaseClock.of(timeline(file), calendar, CasePolicy.DEFAULT).orElse(null);
            boolean counts = !file.state().equals("DISMISSED") && !file.state().equals("ANNULLED");
            if (counts) {
                found++;
                closed += file.state().equals("CLOSED") ? 1 : 0;
                if (clock != null && clock.deadlineAt().isBefore(UNTIL)) {
                    due++;
                    onTime += file.state().equals("CLOSED") && clock.stoppedInTime() ? 1 : 0;
                }
            }
            countRefusals(file, refusals);
        }
        double rate = 100.0 * onTime / due;
        double mended = 100.0 * closed / found;
        assertThat(rate).isBetween(96.0, 97.7);
        assertThat(mended).isBetween(93.0, 99.0);
        String most = refusals.entrySet().stream()
                .filter(entry -> entry.getValue()[1] >= 30)
                .max((a, b) -> Double.compare(
                        (double) a.getValue()[0] / a.getValue()[1], (double) b.getValue()[0] / b.getValue()[1]))
                .orElseThrow()
                .getKey();
        assertThat(most).isEqualTo(Cast.REFUSING);
    }

    private static void countRefusals(StoryCase file, Map<String, int[]> refusals) {
        Map<UUID, String> names = NAMES;
        String lead = "";
        for (StoryStep step : file.steps()) {
            if (step.note() instanceof StepNote.Dispatched order) {
                lead = Objects.requireNonNull(names.get(order.leadUnit()));
                refusals.computeIfAbsent(lead, name -> new int[2])[1]++;
            } else if (step.command().equals("REFUSE")) {
                refusals.get(lead)[0]++;
            }
        }
    }

    private static final Map<UUID, String> NAMES = new HashMap<>();

    static {
        Premise.of(Premise.SEED, StoryFixture.DAY).cast().units().forEach(unit -> NAMES.put(unit.id(), unit.name()));
    }

    @Test
    void one_district_improves_and_markets_relapse() {
        Map<String, double[]> improving = new TreeMap<>();
        Map<String, double[]> markets = new TreeMap<>();
        for (StoryVisit visit : YEAR.visits) {
            String month = visit.endedAt().atZone(WorkingTime.ZONE).toString().substring(0, 7);
            if (visit.site().county().equals("990102")) {
                count(improving, month, visit);
            }
            if (visit.site().type().equals("市场")) {
                count(markets, month, visit);
            }
        }
        List<Double> rates = new ArrayList<>(
                improving.values().stream().map(each -> each[0] / each[1]).toList());
        assertThat(rates.getLast()).isLessThan(rates.getFirst() * 0.6);
        List<Double> market =
                markets.values().stream().map(each -> each[0] / each[1]).toList();
        double top = market.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double low = market.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(top).isGreaterThan(low * 1.5);
    }

    private static void count(Map<String, double[]> byMonth, String month, StoryVisit visit) {
        double[] counts = byMonth.computeIfAbsent(month, key -> new double[2]);
        counts[0] +=
                visit.observations().stream().filter(StoryObservation::failed).count();
        counts[1] += visit.observations().size();
    }

    @Test
    void every_plan_can_be_drawn_again_by_the_inspection_itself() {
        for (StoryPlan plan : YEAR.plans) {
            CandidateList candidates = CandidateList.parse(plan.candidates());
            QuotaTable quotas = new QuotaTable(plan.quotas().stream()
                    .map(quota -> new QuotaCell(quota.siteType(), quota.areaCode(), quota.number()))
                    .toList());
            DrawResult result = RandomDraw.draw(new DrawInput(plan.seed(), candidates, quotas, List.of(), false));
            assertThat(result.hash()).as(plan.title()).isEqualTo(plan.resultHash());
            assertThat(candidates.candidates()).extracting(Candidate::siteId).hasSize(plan.candidateCount());
        }
    }

    @Test
    void same_seed_and_day_make_the_same_content_and_others_another() {
        String digest = YEAR.digest();
        assertThat(StoryFixture.told(Premise.SEED, StoryFixture.DAY, Story.CASES)
                        .digest())
                .isEqualTo(digest);
        assertThat(StoryFixture.told(7, StoryFixture.DAY, Story.CASES).digest()).isNotEqualTo(digest);
        StoryFixture.Record early = StoryFixture.told(Premise.SEED, StoryFixture.DAY.withDayOfMonth(3), Story.CASES);
        assertThat(early.digest()).isNotEqualTo(digest);
        assertThat(early.cases).hasSize(Story.CASES);
    }

    private static List<CaseStep> timeline(StoryCase file) {
        return file.steps().stream()
                .map(step -> new CaseStep(
                        step.seq(),
                        1,
                        CaseCommand.valueOf(step.command()),
                        step.from() == null ? null : CaseState.valueOf(step.from()),
                        CaseState.valueOf(step.to()),
                        step.at(),
                        new StepActor(
                                step.actor().accountId(),
                                step.actor().name(),
                                step.actor().unitId()),
                        step.words(),
                        facts(step.note())))
                .toList();
    }

    private static StepFacts facts(StepNote note) {
        return switch (note) {
            case StepNote.Plain plain -> new StepFacts.Plain();
            case StepNote.Found found -> new StepFacts.Found(found.pictureNeeded(), found.pictures(), found.sourceId());
            case StepNote.Dispatched order ->
                new StepFacts.Dispatched(
                        order.leadUnit(), order.coUnits(), order.limit(), order.ruling(), order.pictureNeeded());
            case StepNote.Refused refused -> new StepFacts.Refused(refused.basis());
            case StepNote.Assigned assigned ->
                new StepFacts.Assigned(assigned.fromUnit(), assigned.subUnit(), assigned.innerDeadline());
            case StepNote.Mended mended -> new StepFacts.Mended(mended.pictures(), mended.reference());
        };
    }
}
