package score;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.RunningRound;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A round computed wholly, and again after one visit with twenty observations; inputs in memory, one thread. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScoreBenchmark {

    @State(Scope.Thread)
    public static class Whole {
        @Param({"40000"})
        public int observations;

        RoundInputs inputs;

        @Setup
        public void fill() {
            inputs = ScoreCity.of(Math.max(60, observations * 3 / 100), observations);
        }
    }

    @State(Scope.Thread)
    public static class Growing {
        RunningRound round;
        int site;
        List<ObservationFacts> visit = List.of();
        private int visits = 1;

        /** Begins anew now and then, so that sites do not pile up visits without end. */
        @Setup(Level.Iteration)
        public void fill() {
            round = new RunningRound(ScoreCity.of(1_200, 40_000));
            round.result();
        }

        @Setup(Level.Invocation)
        public void next() {
            visits++;
            site = visits % 1_200;
            Random random = new Random(visits);
            visit = new ArrayList<>();
            for (int o = 0; o < ScoreCity.ITEMS; o++) {
                visit.add(ScoreCity.observation(random, site, o, visits));
            }
        }
    }

    @Benchmark
    public RoundResult full(Whole whole) {
        return RoundScoring.compute(whole.inputs);
    }

    @Benchmark
    public RoundResult incremental(Growing growing) {
        growing.round.add(ScoreCity.site(growing.site), growing.visit);
        return growing.round.result();
    }
}
