package org.civitas.casework;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.application.CaseRecord;
import org.civitas.casework.application.HandleCase;
import org.civitas.casework.application.HandleCase.Annulment;
import org.civitas.casework.application.StepRequest;
import org.civitas.casework.domain.CaseFile;
import org.civitas.casework.domain.CaseLifecycle;
import org.civitas.casework.domain.CaseLifecycle.Transition;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.Handling;
import org.civitas.casework.domain.StepFacts;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Several people give random commands for the same few cases at once: now sensible, now late, now twice. */
@CityTest
class RandomCommandsTest {

    private static final int COMMANDS = Boolean.getBoolean("civitas.long") ? 10_000 : 400;
    private static final int PEOPLE = 4;
    private static final int CASES = 6;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    HandleCase handle;

    private final Map<UUID, StepRequest> acknowledged = new ConcurrentHashMap<>();
    private TestCity city;
    private List<UUID> cases;
    private List<CurrentUser> users;

    @Test
    void no_command_is_lost_or_taken_twice_and_no_case_reaches_a_state_that_the_table_does_not_know() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed + ", commands " + COMMANDS);
        city = beans.createBean(TestCity.class);
        city.build();
        users = List.of(
                TestUsers.office(),
                TestUsers.office(),
                TestUsers.inspector(),
                city.countyOffice(),
                city.handler(city.cityManagement),
                city.handler(city.police),
                city.handler(city.street),
                city.handler(city.community));
        Random random = new Random(seed);
        int taken = 0;
        for (int told = 0; told < COMMANDS; told += CASES * 40) {
            acknowledged.clear();
            openCases();
            together(random, Math.min(CASES * 40, COMMANDS - told));
            cases.forEach(this::check);
            taken += acknowledged.size();
        }
        assertThat(taken).as("commands that were taken").isGreaterThan(COMMANDS / 20);
    }

    private void openCases() {
        cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(city.found("占道经营"));
        }
    }

    private void together(Random random, int commands) throws Exception {
        CityCode code = CurrentCity.required();
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Random own = new Random(random.nextLong());
                all.add(() -> {
                    CurrentCity.run(code, () -> {
                        for (int n = 0; n < commands / PEOPLE; n++) {
                            give(own);
                        }
                    });
                    return null;
                });
            }
            for (Future<Void> done : people.invokeAll(all)) {
                done.get();
            }
        }
    }

    /** Half of the commands are what comes next for the case, the other half anything by anybody. */
    private void give(Random random) {
        StepRequest request = request(random);
        int times = random.nextInt(8) == 0 ? 2 : 1;
        if (random.nextBoolean()) {
            CaseFile file = city.record(request.caseId()).file();
            Handling with = file.state() == CaseState.SUBMITTED ? null : file.handling();
            CurrentUser user = with == null ? users.getFirst() : city.handler(with.holder());
            give(times, next(file), user, request, random);
        } else {
            give(times, random.nextInt(14), users.get(random.nextInt(users.size())), request, random);
        }
    }

    private static int next(CaseFile file) {
        return switch (file.state()) {
            case ACCEPTED -> 1;
            case DISPATCHED -> 3;
            case HANDLING ->
                requireNonNull(file.handling()).holder().equals(file.handling().leadUnit()) ? 10 : 8;
            case SUBMITTED -> 12;
            default -> 0;
        };
    }

    /** Any fault but those that tell a person what is wrong ends the test. */
    private void give(int times, int command, CurrentUser user, StepRequest request, Random random) {
        UUID unit = List.of(city.cityManagement, city.police, city.county, city.street, city.community)
                .get(random.nextInt(5));
        for (int time = 0; time < times; time++) {
            try {
                command(command, user, request, unit);
                acknowledged.put(request.requestId(), request);
            } catch (RuleViolation | NotFound | Conflict refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private StepRequest request(Random random) {
        StepRequest now = city.now(cases.get(random.nextInt(cases.size())));
        return random.nextInt(10) == 0
                ? new StepRequest(now.caseId(), now.requestId(), Math.max(1, now.version() - 1))
                : now;
    }

    private void command(int command, CurrentUser user, StepRequest request, UUID unit) {
        switch (command) {
            case 0 -> handle.accept(user, request, "");
            case 1, 2 ->
                handle.dispatch(
                        user,
                        request,
                        "",
                        new StepFacts.Dispatched(unit, List.of(), TimeLimit.workingDays(3), false, true));
            case 3, 4 -> handle.sign(user, request, "");
            case 5 -> handle.refuse(user, request, "不归我管", "三定方案");
            case 6 -> handle.recall(user, request, "派错单位");
            case 7 -> handle.assign(user, request, "", unit, Instant.now().plus(Duration.ofDays(2)));
            case 8 -> handle.handIn(user, request, "已整改", TestCity.SHOWN);
            case 9 -> handle.sendBack(user, request, "照片不清");
            case 10, 11 -> handle.submit(user, request, "已整改", TestCity.SHOWN);
            case 12 -> handle.verify(user, request, request.version() % 3 == 0, "再看");
            default -> handle.annul(user, request, Annulment.values()[request.version() % 3], "误报");
        }
    }

    private void check(UUID id) {
        CaseRecord record = city.record(id);
        List<CaseStep> timeline = record.timeline();
        for (int i = 0; i < timeline.size(); i++) {
            CaseStep step = timeline.get(i);
            assertThat(step.seq()).isEqualTo(i + 1);
            assertThat(CaseLifecycle.TABLE).contains(new Transition(step.from(), step.command(), step.to()));
        }
        List<StepRequest> mine = acknowledged.values().stream()
                .filter(request -> request.caseId().equals(id))
                .toList();
        assertThat(timeline).hasSize(1 + mine.size());
        for (StepRequest request : mine) {
            assertThat(city.count("select seq from case_step where request_id = ?", request.requestId()))
                    .isEqualTo(request.version() + 1);
        }
        Map<String, Object> row = city.row(id);
        assertThat(row.get("state")).isEqualTo(record.file().state().name());
        assertThat(row.get("version")).isEqualTo(timeline.size());
        assertThat(row.get("refusals")).isEqualTo(record.file().refusals());
        assertThat(row.get("reworks")).isEqualTo(record.file().reworks());
        assertThat(row.get("annul_proposed")).isEqualTo(record.file().annulProposer() != null);
    }
}
