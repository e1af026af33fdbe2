package score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.civitas.scoring.domain.Deduct;
import org.civitas.scoring.domain.Grade;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.scoring.domain.ScoringRule;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.shared.Points;

/** A round of stated size: 150 criteria, 60 types of sites with 20 check items each, 33 or 34 observations at a site. */
public final class ScoreCity {

    static final int CRITERIA = 150;
    static final int TYPES = 60;
    static final int ITEMS = 20;

    private ScoreCity() {}

    /** Every check item serves one criterion; one failure in eight. The seed is fixed, so every run measures the same. */
    public static RoundInputs of(int sites, int observations) {
        Random random = new Random(20260401);
        Map<String, Item> items = new HashMap<>();
        List<List<String>> serving = new ArrayList<>();
        for (int c = 0; c < CRITERIA; c++) {
            serving.add(new ArrayList<>());
        }
        for (int t = 0; t < TYPES; t++) {
            for (int i = 0; i < ITEMS; i++) {
                items.put(item(t, i), new Item(item(t, i), "检查项", "T" + t, null));
                serving.get((t * ITEMS + i) % CRITERIA).add(item(t, i));
            }
        }
        List<Node> nodes = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int c = 0; c < CRITERIA; c++) {
            nodes.add(new Node("C" + c, null, true, "标准"));
            requirements.add(new Requirement(
                    "C" + c + "-1",
                    "C" + c,
                    Points.of("0.6"),
                    rule(c),
                    Requirement.Combination.MEAN,
                    serving.get(c),
                    Map.of(),
                    new UUID(9, c % 40)));
        }
        List<SiteFacts> drawn = new ArrayList<>();
        List<ObservationFacts> seen = new ArrayList<>();
        for (int s = 0; s < sites; s++) {
            drawn.add(site(s));
            int own = observations / sites + (s < observations % sites ? 1 : 0);
            for (int o = 0; o < own; o++) {
                seen.add(observation(random, s, o, 1));
            }
        }
        return new RoundInputs(
                new ScoringEdition(new UUID(0, 1), "体系", nodes, requirements, items), VisitRule.LATEST, drawn, seen);
    }

    private static ScoringRule rule(int criterion) {
        return switch (criterion % 5) {
            case 0 -> new Deduct(Points.of("0.1"));
            case 1 -> Grade.usual();
            default -> new PassFail();
        };
    }

    private static String item(int type, int number) {
        return "T" + type + "-" + number;
    }

    static SiteFacts site(int number) {
        return new SiteFacts(
                new UUID(0x4000, number),
                "S" + number,
                "点位" + number,
                "T" + number % TYPES,
                "32130200" + (10 + number % 40),
                new UUID(9, number % 40),
                new UUID(10, number % 40));
    }

    /** Two looks at most items of the site, in one visit. */
    static ObservationFacts observation(Random random, int site, int number, int visit) {
        return new ObservationFacts(
                new UUID(visit, (long) site << 20 | number),
                new UUID(0x5000 + visit, site),
                Instant.ofEpochSecond(1_775_000_000L + visit),
                new UUID(0x4000, site),
                item(site % TYPES, number % ITEMS),
                random.nextInt(8) == 0 ? Verdict.FAIL : Verdict.PASS,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
