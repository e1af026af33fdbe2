package org.civitas.scoring.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.jobs.BackgroundWork;
import org.civitas.platform.jobs.Work;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.domain.forecast.BackTest;
import org.civitas.scoring.domain.forecast.BackTest.PastTest;
import org.civitas.scoring.domain.forecast.BackTest.Tested;
import org.civitas.scoring.domain.forecast.ForecastInputs;
import org.civitas.scoring.domain.forecast.ForecastSettings;
import org.civitas.scoring.domain.forecast.SamplePlan;
import org.civitas.scoring.persistence.BackTests;
import org.civitas.scoring.persistence.FrozenInputs;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.persistence.RoundQueries.RoundRow;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Editions;
import org.civitas.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 回测预测 — forecasts published rounds of the past as if they lay ahead, as background work. */
@Service
public class TestForecasts implements Work {

    /** The newest rounds are enough: older ones have little history before them. */
    private static final int MOST_ROUNDS = 24;

    private static final int DRAWS = 4_000;
    private static final double HALF_LIFE = 30;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    record Data(UUID id, UUID editionId, String areaCode, String ownerArea, boolean cityWide, long seed, String by) {}

    private final ForecastReading reading;
    private final RoundQueries rounds;
    private final FrozenInputs frozen;
    private final BackTests tests;
    private final Editions editions;
    private final Areas areas;
    private final BackgroundWork works;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final JsonMapper json;

    TestForecasts(
            ForecastReading reading,
            RoundQueries rounds,
            FrozenInputs frozen,
            BackTests tests,
            Editions editions,
            Areas areas,
            BackgroundWork works,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock,
            JsonMapper json) {
        this.reading = reading;
        this.rounds = rounds;
        this.frozen = frozen;
        this.tests = tests;
        this.editions = editions;
        this.areas = areas;
        this.works = works;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** Starts it; refused when no round was published. Answers the work's id. */
    public UUID start(CurrentUser user, UUID editionId, String areaCode, long seed) {
        if (!user.scope().administers(areaCode)) {
            throw new NotFound("区划");
        }
        String title =
                editions.find(editionId).orElseThrow(() -> new NotFound("测评体系")).title();
        if (published(editionId, areaCode).isEmpty()) {
            throw new RuleViolation("forecast.back-test.no-rounds", "这个区划还没有用“" + title + "”发布过测评轮次，没有可对照的结果。");
        }
        return works.start(
                kind(),
                "回测 " + title,
                new Data(Ids.next(), editionId, areaCode, user.scope().areaCode(), user.cityWide(), seed, user.name()));
    }

    @Override
    public String kind() {
        return "forecast.back-test";
    }

    @Override
    public boolean cancellable() {
        return true;
    }

    @Override
    public Outcome run(String data, Progress progress) {
        Data asked = json.readValue(data, Data.class);
        return test(asked, progress);
    }

    /** The same at once. */
    public void testNow(UUID editionId, String areaCode, long seed) {
        test(
                new Data(Ids.next(), editionId, areaCode, areaCode, true, seed, AuditTrail.actorName()),
                (done, total, message) -> {});
    }

    private Outcome test(Data asked, Progress progress) {
        List<RoundRow> past = published(asked.editionId(), asked.areaCode());
        Instant now = clock.instant();
        Instant earliest = past.stream()
                .map(TestForecasts::began)
                .min(Comparator.naturalOrder())
                .orElse(now);
        progress.at(0, past.size(), "正在读取历次检查记录");
        ForecastInputs inputs = reading.read(
                        asked.editionId(), asked.areaCode(), asked.cityWide(), HALF_LIFE, earliest, now)
                .inputs();
        List<Tested> tested = new ArrayList<>();
        for (RoundRow round : past) {
            progress.at(tested.size(), past.size(), "正在回测 " + round.name());
            frozen.read(round.versionId()).ifPresent(own -> test(round, own, inputs, asked.seed(), tested));
        }
        Outcome outcome = new Outcome("已回测 " + tested.size() + " 轮。", "/forecasts/back-test");
        transaction.executeWithoutResult(status -> {
            if (tests.add(stored(asked, tested, now))) {
                audit.record(
                        "forecast.back-test",
                        "back-test",
                        asked.id(),
                        Map.of("area", asked.areaCode(), "rounds", tested.size()));
            }
            progress.end(outcome);
        });
        return outcome;
    }

    private static void test(RoundRow round, RoundInputs own, ForecastInputs known, long seed, List<Tested> tested) {
        RoundResult result = RoundScoring.compute(own);
        Tally found = known.edition().requirements().stream()
                .map(requirement -> result.requirements().getOrDefault(requirement.code(), Tally.NOTHING))
                .reduce(Tally.NOTHING, Tally::plus);
        if (found.judged() == 0) {
            return;
        }
        Map<UUID, String> types = new HashMap<>();
        own.sites().forEach(site -> types.put(site.id(), site.typeCode()));
        PastTest past = new PastTest(round.id(), round.name(), began(round), own.observations(), types, found);
        tested.add(BackTest.of(
                known,
                past,
                new ForecastSettings(new SamplePlan(Map.of("-", 1)), 0, DRAWS, seed, HALF_LIFE),
                MakeForecast.threads()));
    }

    private BackTests.Stored stored(Data asked, List<Tested> tested, Instant now) {
        return new BackTests.Stored(
                asked.id(),
                asked.editionId(),
                editions.find(asked.editionId())
                        .orElseThrow(() -> new NotFound("测评体系"))
                        .title(),
                asked.areaCode(),
                areas.byCode(asked.areaCode())
                        .orElseThrow(() -> new NotFound("区划"))
                        .name(),
                asked.ownerArea(),
                now,
                asked.by(),
                asked.seed(),
                DRAWS,
                HALF_LIFE,
                tested);
    }

    /** Published rounds of this very edition and area, the oldest first. */
    private List<RoundRow> published(UUID editionId, String areaCode) {
        return rounds.list(areaCode, false, null, 200).stream()
                .filter(round ->
                        round.editionId().equals(editionId) && round.areaCode().equals(areaCode))
                .limit(MOST_ROUNDS)
                .toList()
                .reversed();
    }

    private static Instant began(RoundRow round) {
        return round.firstDay().atStartOfDay(CHINA).toInstant();
    }
}
