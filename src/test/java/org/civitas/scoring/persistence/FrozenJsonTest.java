package org.civitas.scoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.civitas.scoring.domain.GeneratedRounds;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.VetoEvent;
import org.civitas.scoring.persistence.FrozenJson.EditionJson;
import org.civitas.scoring.persistence.FrozenJson.ObservationJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is frozen reads back as it was, with every rule and every kind of value. */
class FrozenJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As the first released form wrote it; this text must be readable for ever. */
    private static final String FIRST_FORM = """
            {"form":1,"id":"00000000-0000-0000-0000-000000000001","name":"体系","nodes":[
              {"code":"6","parentCode":null,"criterion":false,"title":"生活环境"},
              {"code":"6.1","parentCode":"6","criterion":true,"title":"道路整洁"}],
             "requirements":[
              {"code":"6.1-1","criterion":"6.1","full":"1.500000000","rule":{"kind":"PASS_FAIL"},"combination":"WORST",
               "items":["干道-01-01"],"typeWeights":{"干道":2000000000},"leadUnit":null},
              {"code":"6.1-2","criterion":"6.1","full":"2.000000000","rule":{"kind":"DEDUCT","perFault":"0.250000000"},
               "combination":"MEAN","items":["干道-01-02"],"typeWeights":{},"leadUnit":"00000000-0000-0000-0000-000000000009"},
              {"code":"6.1-3","criterion":"6.1","full":"1.000000000","rule":{"kind":"GRADE","levels":[
                {"name":"A","unmet":0,"ratio":1000000000},{"name":"C#","unmet":2147483647,"ratio":0}]},
               "combination":"MEAN","items":["干道-01-03"],"typeWeights":{},"leadUnit":null},
              {"code":"6.1-4","criterion":"6.1","full":"1.000000000","rule":{"kind":"THRESHOLD","tiers":[
                {"comparison":"AT_LEAST","limit":"95.5","ratio":1000000000}],"otherwise":0},
               "combination":"MEAN","items":["干道-01-04"],"typeWeights":{},"leadUnit":null}],
             "items":[{"code":"干道-01-01","title":"路面整洁","typeCode":"干道","unit":null}]}
            """;

    private static RoundInputs frozenAndReadBack(RoundInputs inputs) {
        String edition = JSON.writeValueAsString(EditionJson.of(inputs.edition()));
        List<ObservationFacts> observations = inputs.observations().stream()
                .map(o -> JSON.readValue(JSON.writeValueAsString(ObservationJson.of(o)), ObservationJson.class)
                        .at(o.siteId()))
                .toList();
        return new RoundInputs(
                JSON.readValue(edition, EditionJson.class).edition(),
                inputs.visitRule(),
                inputs.sites(),
                observations,
                inputs.facts().stream()
                        .map(f -> JSON.readValue(JSON.writeValueAsString(FactJson.of(f)), FactJson.class)
                                .fact())
                        .toList(),
                inputs.events().stream()
                        .map(e -> JSON.readValue(JSON.writeValueAsString(e), VetoEvent.class))
                        .toList());
    }

    @Test
    void generatedRoundsReadBackAsTheyWereAndComputeToTheSameFigures() {
        for (long seed = 1; seed <= 1_000; seed++) {
            RoundInputs inputs = GeneratedRounds.next(new Random(seed));
            RoundInputs again = frozenAndReadBack(inputs);
            assertThat(again).as("seed %d", seed).isEqualTo(inputs);
            assertThat(RoundScoring.compute(again)).as("seed %d", seed).isEqualTo(RoundScoring.compute(inputs));
        }
    }

    @Test
    void theFirstFormStaysReadable() {
        var edition = JSON.readValue(FIRST_FORM, EditionJson.class).edition();
        assertThat(edition.requirements())
                .extracting(r -> r.rule().sentence())
                .containsExactly(
                        "逐项判定符合或不符合，按符合的比例得分",
                        "每发现一处扣 0.25 分，扣完为止",
                        "全部满足为 A（得 100%），其余为 C#（得 0%）",
                        "≥ 95.5 得 100%，其余得 0%");
    }
}
