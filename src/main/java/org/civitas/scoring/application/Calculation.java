package org.civitas.scoring.application;

import java.time.Instant;
import java.util.List;
import org.civitas.scoring.domain.AreaTally;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.persistence.FrozenInputs;
import org.civitas.scoring.persistence.Results;
import org.civitas.scoring.persistence.RoundPictures;
import org.civitas.scoring.persistence.Rounds;
import org.springframework.stereotype.Component;

/** 计算与存储 — what computing a round consists of, whenever it is done. */
@Component
class Calculation {

    /** 计算所得 — inputs as they were collected and what they come to. */
    record Calculated(InputsReading.Collected collected, RoundResult result, List<AreaTally> areas) {}

    private final InputsReading reading;
    private final Rounds rounds;
    private final FrozenInputs frozen;
    private final Results results;
    private final RoundPictures pictures;

    Calculation(InputsReading reading, Rounds rounds, FrozenInputs frozen, Results results, RoundPictures pictures) {
        this.reading = reading;
        this.rounds = rounds;
        this.frozen = frozen;
        this.results = results;
        this.pictures = pictures;
    }

    /** Reads and calculates; writes nothing. */
    Calculated calculate(RoundSettings settings) {
        InputsReading.Collected collected = reading.collect(settings);
        return new Calculated(collected, RoundScoring.compute(collected.inputs()), AreaTally.of(collected.inputs()));
    }

    /** Freezes the inputs and stores the results; in the caller's transaction. */
    void store(RoundVersion version, Calculated calculated, Instant at) {
        InputsReading.Collected collected = calculated.collected();
        rounds.computed(version, calculated.result(), collected.planIds(), collected.words(), at);
        frozen.write(version.id(), collected.inputs());
        results.write(version.id(), collected.inputs().edition(), calculated.result(), calculated.areas());
        pictures.write(version.id(), collected.inputs());
    }
}
