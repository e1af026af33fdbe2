package org.civitas.demo.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.calendar.CalendarFixture;
import org.civitas.calendar.TimeLimit;
import org.yaml.snakeyaml.Yaml;

/** The story with a fixed seed and last day, on the check items of the example edition. */
final class StoryFixture {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private StoryFixture() {}

    /** Takes down everything in memory. */
    static final class Record implements Chronicle {
        final List<StoryPlan> plans = new ArrayList<>();
        final List<StoryTask> tasks = new ArrayList<>();
        final List<StoryVisit> visits = new ArrayList<>();
        final List<StoryCase> cases = new ArrayList<>();

        @Override
        public void plan(StoryPlan plan) {
            plans.add(plan);
        }

        @Override
        public void task(StoryTask task) {
            tasks.add(task);
        }

        @Override
        public void visit(StoryVisit visit) {
            visits.add(visit);
        }

        @Override
        public void file(StoryCase file) {
            cases.add(file);
        }

        @Override
        public void month(int done, int total) {}

        String digest() {
            StringBuilder text = new StringBuilder();
            plans.forEach(plan -> text.append(plan.resultHash()));
            visits.forEach(text::append);
            cases.forEach(file -> text.append(file.id()).append(file.ordinal()).append(file.steps()));
            return Drawing.sha256(text.toString());
        }
    }

    static Record told(long seed, LocalDate day, int cases) {
        Record record = new Record();
        new Story(Premise.of(seed, day), catalogue(), CalendarFixture.calendar(), cases).tell(record);
        return record;
    }

    @SuppressWarnings("unchecked")
    static Catalogue catalogue() {
        List<Item> items = new ArrayList<>();
        TreeSet<String> kinds = new TreeSet<>();
        Map<String, List<Map<String, Object>>> file;
        try (InputStream in = StoryFixture.class.getResourceAsStream("/standard/check-items.yaml")) {
            file = new Yaml().load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.forEach((type, rows) -> rows.forEach(row -> {
            List<Item.Fault> faults = new ArrayList<>();
            for (Object each : (List<Object>) row.getOrDefault("faults", List.of())) {
                String[] parts = each.toString().split(" → ");
                faults.add(new Item.Fault(parts[0], parts[1]));
                kinds.add(parts[1]);
            }
            Item.Kind kind = Item.Kind.valueOf(row.getOrDefault("kind", "PASS").toString());
            boolean picture = Boolean.parseBoolean(String.valueOf(row.get("picture")));
            items.add(new Item(
                    row.get("code").toString(),
                    type,
                    row.get("text").toString(),
                    kind,
                    picture,
                    faults,
                    90,
                    100,
                    0,
                    50));
        }));
        int i = 0;
        List<CaseKind> caseKinds = new ArrayList<>();
        for (String name : kinds) {
            TimeLimit limit = List.of(
                            TimeLimit.workingHours(4),
                            TimeLimit.workingDays(1),
                            TimeLimit.workingDays(3),
                            TimeLimit.naturalHours(24),
                            TimeLimit.workingDays(7))
                    .get(i++ % 5);
            caseKinds.add(new CaseKind("L" + i, name, limit, i % 3 != 0));
        }
        Map<String, CaseKind> byName =
                caseKinds.stream().collect(Collectors.toMap(CaseKind::name, Function.identity()));
        return new Catalogue(
                new UUID(1, 2), items, (fault, item) -> Objects.requireNonNull(byName.get(fault.caseType())));
    }
}
