package org.civitas.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class CityIsolationTest {

    private static final List<CityCode> CITIES =
            List.of(new CityCode("940100"), new CityCode("940200"), new CityCode("940300"));
    private static final int ROUNDS = 200;

    @Autowired
    CityOnboarding onboarding;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void three_cities_under_concurrent_load_never_see_each_other() throws Exception {
        CITIES.forEach(city -> onboarding.open(city, "并发市" + city));
        try (ExecutorService threads = Executors.newFixedThreadPool(9)) {
            var running = new ArrayList<Future<Void>>();
            for (int i = 0; i < 9; i++) {
                running.add(threads.submit(load(CITIES.get(i % 3), i)));
            }
            for (Future<Void> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        }
        for (CityCode city : CITIES) {
            CurrentCity.run(city, () -> {
                assertThat(jdbc.queryForList(
                                "select distinct subject_id from audit_line where action = 'test.load'", String.class))
                        .containsExactly(city.value());
                assertThat(jdbc.queryForObject(
                                "select count(*) from audit_line where action = 'test.load'", Integer.class))
                        .isEqualTo(3 * ROUNDS);
            });
        }
    }

    private Callable<Void> load(CityCode city, int seed) {
        return () -> {
            for (int n = 0; n < ROUNDS; n++) {
                boolean fails = (n + seed) % 7 == 0;
                CurrentCity.run(city, () -> {
                    if (fails) {
                        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                                    audit.record("test.rolled-back", "city", city, Map.of());
                                    throw new IllegalStateException("rolled back on purpose");
                                }))
                                .isInstanceOf(IllegalStateException.class);
                    }
                    transaction.executeWithoutResult(status -> audit.record("test.load", "city", city, Map.of()));
                });
            }
            return null;
        };
    }

    @Test
    void a_statement_without_a_city_finds_no_table() {
        var seen = new ArrayList<Throwable>();
        Thread stranger = new Thread(() -> {
            try {
                jdbc.queryForObject("select count(*) from audit_line", Integer.class);
            } catch (RuntimeException e) {
                seen.add(e);
            }
        });
        stranger.start();
        try {
            stranger.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(seen).singleElement().asString().contains("audit_line");
    }

    @Test
    void a_rolled_back_change_leaves_no_audit_line() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    audit.record("test.gone", "city", "x", Map.of());
                    throw new IllegalStateException("rolled back on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(jdbc.queryForObject("select count(*) from audit_line where action = 'test.gone'", Integer.class))
                .isZero();
    }

    @Test
    void an_audit_line_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> audit.record("test.loose", "city", "x", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }
}
