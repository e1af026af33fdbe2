package org.civitas.scoring.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.jobs.BackgroundWork;
import org.civitas.platform.jobs.Work;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.forecast.ForecastModel;
import org.civitas.scoring.domain.forecast.ForecastResult;
import org.civitas.scoring.domain.forecast.ForecastSettings;
import org.civitas.scoring.domain.forecast.Forecasting;
import org.civitas.scoring.domain.forecast.ModelFitting;
import org.civitas.scoring.domain.forecast.SamplePlan;
import org.civitas.scoring.persistence.Forecasts;
import org.civitas.scoring.persistence.Forecasts.Head;
import org.civitas.shared.Ids;
import org.civitas.shared.Points;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.Editions;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 作出预测 — as background work; what is stored names its seed, its settings and the moment of its inputs. */
@Service
public class MakeForecast implements Work {

    /** What the office asks for. */
    public record Order(
            UUID editionId,
            String areaCode,
            Map<String, Integer> plan,
            long target,
            int draws,
            long seed,
            double halfLife) {

        public ForecastSettings settings() {
            return new ForecastSettings(new SamplePlan(plan), target, draws, seed, halfLife);
        }
    }

    record Data(UUID id, Order order, String ownerArea, boolean cityWide, String by) {}

    private final ForecastReading reading;
    private final Forecasts forecasts;
    private final Editions editions;
    private final Areas areas;
    private final BackgroundWork works;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final JsonMapper json;

    MakeForecast(
            ForecastReading reading,
            Forecasts forecasts,
            Editions editions,
            Areas areas,
            BackgroundWork works,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock,
            JsonMapper json) {
        this.reading = reading;
        this.forecasts = forecasts;
        this.editions = editions;
        this.areas = areas;
        this.works = works;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** Starts it; what can not be forecast is refused at once. Answers the work's id. */
    public UUID start(CurrentUser user, Order order) {
        order.settings();
        if (!user.scope().administers(order.areaCode())) {
            throw new NotFound("区划");
        }
        Area area = areas.byCode(order.areaCode()).orElseThrow(() -> new NotFound("区划"));
        Edition edition = edition(order.editionId());
        return works.start(
                kind(),
                "预测 " + area.name() + " " + edition.title(),
                new Data(Ids.next(), order, user.scope().areaCode(), user.cityWide(), user.name()));
    }

    private Edition edition(UUID id) {
        Edition edition = editions.find(id).orElseThrow(() -> new NotFound("测评体系"));
        if (!edition.state().locked()) {
            throw new RuleViolation("forecast.edition.draft", "体系“" + edition.title() + "”还在编制，启用后才能预测。");
        }
        return edition;
    }

    @Override
    public String kind() {
        return "forecast.make";
    }

    @Override
    public boolean cancellable() {
        return true;
    }

    @Override
    public Outcome run(String data, Progress progress) {
        Data asked = json.readValue(data, Data.class);
        return make(asked, progress);
    }

    /** The same at once, for whoever waits for it. */
    public UUID makeNow(Order order, String ownerArea, boolean cityWide) {
        Data data = new Data(Ids.next(), order, ownerArea, cityWide, AuditTrail.actorName());
        make(data, (done, total, message) -> {});
        return data.id();
    }

    private Outcome make(Data asked, Progress progress) {
        Order order = asked.order();
        Instant now = clock.instant();
        progress.at(0, 4, "正在读取点位和历次检查记录");
        ForecastReading.Known known =
                reading.read(order.editionId(), order.areaCode(), asked.cityWide(), order.halfLife(), now, now);
        if (known.inputs().history().isEmpty()) {
            throw new RuleViolation("forecast.history.empty", "这个区划近期没有任何检查记录，无从预测。请先开展督查。");
        }
        progress.at(1, 4, "正在估计每个点位每个检查项的符合概率");
        ForecastModel model = ModelFitting.fit(known.inputs(), order.halfLife());
        progress.at(2, 4, "正在模拟抽取 " + order.draws() + " 次");
        ForecastResult result = new Forecasting(model, order.settings(), threads()).forecast();
        progress.at(3, 4, "正在存储");
        if (result.unjudged() == order.draws()) {
            throw new RuleViolation("forecast.plan.unjudged", "按这个抽样方案抽到的点位没有可计分的检查项，请改抽样方案。");
        }
        Head head = new Head(
                asked.id(),
                order.editionId(),
                edition(order.editionId()).title(),
                order.areaCode(),
                areas.byCode(order.areaCode()).map(Area::name).orElse(order.areaCode()),
                asked.ownerArea(),
                now,
                asked.by(),
                now,
                order.settings());
        Outcome outcome = outcome(asked.id(), result);
        transaction.executeWithoutResult(status -> {
            if (forecasts.add(
                    new Forecasts.Stored(head, result, known.leftOut(), known.secretPlans(), known.words()), model)) {
                audit.record(
                        "forecast.make",
                        "forecast",
                        asked.id(),
                        Map.of("area", order.areaCode(), "seed", order.seed(), "mean", result.mean()));
            }
            progress.end(outcome);
        });
        return outcome;
    }

    static int threads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    }

    private static Outcome outcome(UUID id, ForecastResult result) {
        return new Outcome(
                "预期得分 " + shown(result.mean()) + "（" + shown(result.low()) + "—" + shown(result.high()) + "），达到目标的把握 "
                        + Math.round(result.reached() * 100) + "%。",
                "/forecasts/" + id);
    }

    static String shown(long nanos) {
        return new Points(nanos).shown().toPlainString();
    }
}
