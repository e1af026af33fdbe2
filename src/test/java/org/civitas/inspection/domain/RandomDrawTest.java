package org.civitas.inspection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class RandomDrawTest {

    private static final String SEED = "2026-yunchuan-01";

    @Test
    void the_same_seed_candidates_and_quotas_give_the_same_list_in_whatever_order_the_candidates_come() {
        Random random = seeded();
        for (int i = 0; i < 50; i++) {
            List<Candidate> candidates = someCandidates(random, 120);
            DrawInput input = input(SEED + i, candidates, quotas(random));
            Collections.shuffle(candidates, random);
            DrawInput shuffled = input(SEED + i, candidates, input.quotas());

            assertThat(RandomDraw.draw(shuffled)).isEqualTo(RandomDraw.draw(input));
            assertThat(shuffled.candidates().hash())
                    .isEqualTo(input.candidates().hash());
        }
    }

    @Test
    void a_draw_repeated_from_the_stored_candidate_text_gives_the_same_list() {
        List<Candidate> candidates = someCandidates(seeded(), 200);
        DrawInput input = input(SEED, candidates, new QuotaTable(List.of(new QuotaCell("market", "9901", 20))));

        CandidateList stored = CandidateList.parse(input.candidates().text());

        assertThat(stored.hash()).isEqualTo(input.candidates().hash());
        assertThat(RandomDraw.draw(new DrawInput(SEED, stored, input.quotas(), List.of(), false))
                        .hash())
                .isEqualTo(RandomDraw.draw(input).hash());
    }

    @Test
    void a_ticket_is_what_sha256sum_prints() {
        // printf '%s\n%s' 2026-yunchuan-01 00000000-0000-7000-8000-000000000001 | sha256sum
        assertThat(RandomDraw.ticket(SEED, UUID.fromString("00000000-0000-7000-8000-000000000001")))
                .isEqualTo("0a804a9a0e199637628b9b2b5674e2a6db3998d015677be6fa1ed7e4a1cd737b");
    }

    @Test
    void another_seed_gives_another_list() {
        List<Candidate> candidates = candidates("market", "990101001", 100);
        QuotaTable quotas = new QuotaTable(List.of(new QuotaCell("market", "9901", 10)));

        assertThat(RandomDraw.draw(input("seed-number-1", candidates, quotas)).drawn())
                .isNotEqualTo(RandomDraw.draw(input("seed-number-2", candidates, quotas))
                        .drawn());
    }

    @Test
    void every_cell_gets_its_number_or_a_shortfall_and_no_site_is_drawn_twice() {
        Random random = seeded();
        for (int i = 0; i < 100; i++) {
            DrawInput input = input(SEED + i, someCandidates(random, 60), quotas(random));
            DrawResult result = RandomDraw.draw(input);

            assertThat(result.drawn().stream().map(DrawnSite::siteId)).doesNotHaveDuplicates();
            Map<String, Integer> missing = new HashMap<>();
            result.shortfalls()
                    .forEach(s -> missing.put(s.cell().siteType() + s.cell().areaCode(), s.missing()));
            for (QuotaCell cell : input.quotas().cells()) {
                long got = result.drawn().stream()
                        .filter(d -> d.siteType().equals(cell.siteType())
                                && d.cellArea().equals(cell.areaCode()))
                        .count();
                assertThat(got + missing.getOrDefault(cell.siteType() + cell.areaCode(), 0))
                        .isEqualTo(cell.number());
            }
        }
    }

    @Test
    void each_candidate_has_the_same_chance() {
        List<Candidate> candidates = candidates("park", "990101001", 10);
        QuotaTable quotas = new QuotaTable(List.of(new QuotaCell("park", "9901", 3)));
        Map<UUID, Integer> hits = new HashMap<>();
        int draws = 4_000;
        for (int i = 0; i < draws; i++) {
            RandomDraw.draw(input("fair-seed-" + i, candidates, quotas))
                    .drawn()
                    .forEach(site -> hits.merge(site.siteId(), 1, Integer::sum));
        }
        // 1,200 expected, standard deviation 29: five deviations either way; the seeds are fixed, so is the outcome
        assertThat(hits.values()).hasSize(10).allSatisfy(n -> assertThat(n).isBetween(1_055, 1_345));
    }

    @Test
    void an_excluded_site_is_never_drawn() {
        List<Candidate> candidates = candidates("market", "990101001", 5);
        UUID excluded = candidates.get(2).siteId();
        DrawResult result = RandomDraw.draw(new DrawInput(
                SEED,
                CandidateList.of(candidates),
                new QuotaTable(List.of(new QuotaCell("market", "9901", 5))),
                List.of(new Exclusion(excluded, "停业改造")),
                false));

        assertThat(result.drawn()).hasSize(4).noneMatch(site -> site.siteId().equals(excluded));
        assertThat(result.shortfalls().getFirst().words("农贸市场", "云川市")).isEqualTo("云川市可抽的“农贸市场”只有 4 个，少于配额 5 个，缺 1 个。");
    }

    @Test
    void sites_never_drawn_come_first_where_the_plan_prefers_them() {
        List<Candidate> candidates = new ArrayList<>(candidates("market", "990101001", 4));
        IntStream.range(0, 20).forEach(i -> candidates.add(new Candidate(id(1_000 + i), "market", "990101001", true)));
        DrawInput input = new DrawInput(
                SEED,
                CandidateList.of(candidates),
                new QuotaTable(List.of(new QuotaCell("market", "9901", 6))),
                List.of(),
                true);

        List<UUID> firstFour = RandomDraw.draw(input).drawn().stream()
                .limit(4)
                .map(DrawnSite::siteId)
                .toList();

        assertThat(firstFour)
                .containsExactlyInAnyOrderElementsOf(
                        candidates.stream().limit(4).map(Candidate::siteId).toList());
    }

    @Test
    void the_narrower_area_is_served_before_the_wider_one() {
        Candidate only = new Candidate(id(7), "market", "990101001", false);
        DrawResult result = RandomDraw.draw(input(
                SEED,
                List.of(only),
                new QuotaTable(List.of(new QuotaCell("market", "9901", 1), new QuotaCell("market", "990101", 1)))));

        assertThat(result.drawn())
                .singleElement()
                .extracting(DrawnSite::cellArea)
                .isEqualTo("990101");
        assertThat(result.shortfalls())
                .singleElement()
                .extracting(shortfall -> shortfall.words("农贸市场", "云川市"))
                .isEqualTo("云川市没有可抽的“农贸市场”，配额 1 个一个也没有抽到。");
    }

    @Test
    void a_seed_must_be_readable_aloud() {
        for (String bad : List.of("short", "has blank 123", "种子种子种子种子", "x".repeat(129))) {
            assertThatThrownBy(() -> RandomDraw.draw(input(bad, List.of(), new QuotaTable(List.of()))))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("inspection.draw.seed"));
        }
    }

    @Test
    void a_pair_of_type_and_area_may_stand_in_the_quota_table_once() {
        assertThatThrownBy(() ->
                        new QuotaTable(List.of(new QuotaCell("park", "9901", 1), new QuotaCell("park", "9901", 2))))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("inspection.quota.duplicate"));
    }

    private static DrawInput input(String seed, List<Candidate> candidates, QuotaTable quotas) {
        return new DrawInput(seed, CandidateList.of(candidates), quotas, List.of(), false);
    }

    private static QuotaTable quotas(Random random) {
        List<QuotaCell> cells = new ArrayList<>();
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            String type = List.of("market", "park", "road").get(random.nextInt(3));
            String area = List.of("9901", "990101", "990102", "990101001").get(random.nextInt(4));
            if (seen.add(type + area)) {
                cells.add(new QuotaCell(type, area, 1 + random.nextInt(12)));
            }
        }
        return new QuotaTable(cells);
    }

    private static List<Candidate> someCandidates(Random random, int number) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            candidates.add(new Candidate(
                    new UUID(random.nextLong(), random.nextLong()),
                    List.of("market", "park", "road").get(random.nextInt(3)),
                    List.of("990101001", "990101002", "990102001").get(random.nextInt(3)),
                    random.nextBoolean()));
        }
        return candidates;
    }

    private static List<Candidate> candidates(String type, String area, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Candidate(id(i), type, area, false))
                .toList();
    }

    private static UUID id(int n) {
        return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(n));
    }

    private static Random seeded() {
        long seed = 20261120L;
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
