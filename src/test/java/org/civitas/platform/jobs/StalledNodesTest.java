package org.civitas.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.civitas.platform.database.DatabaseSettings;
import org.civitas.platform.database.ThisNode;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A node that stands still holds nothing for long, and writes nothing of what another has taken over. */
@CityTest
class StalledNodesTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ThisNode self;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    DataSource dataSource;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void nodesAway() {
        jdbc.update("delete from platform.node");
    }

    private StalledNodes watching() {
        return new StalledNodes(jdbc, self, settings, Duration.ofSeconds(60));
    }

    @Test
    void the_sessions_of_a_silent_node_are_ended_and_those_of_a_living_one_are_not() throws SQLException {
        try (Connection silent = sessionOf("silent");
                Connection living = sessionOf("living")) {
            assertThat(watching().endStalled()).as("nobody is silent").isZero();
            jdbc.update("update platform.node set beat_at = beat_at - interval '61 seconds' where process = 'silent'");
            assertThat(watching().endStalled()).isEqualTo(1);
            assertThat(living.isValid(5)).isTrue();
            assertThatThrownBy(() -> silent.createStatement().execute("select 1"))
                    .isInstanceOf(PSQLException.class);
        }
    }

    @Test
    void a_node_that_was_away_itself_judges_nobody_at_first() {
        assertThat(watching().beat()).as("just begun").isFalse();
        assertThat(watching().beat()).isTrue();
        jdbc.update("update platform.node set beat_at = beat_at - interval '61 seconds'");
        assertThat(watching().beat()).as("back again").isFalse();
        assertThat(watching().beat()).isTrue();
    }

    @Test
    void what_an_earlier_run_of_a_work_writes_is_refused_together_with_its_effect() {
        UUID work = UUID.randomUUID();
        jdbc.update("""
                insert into work (id, kind, title, state, account_name, data, created_at, run)
                values (?, 'test', '接手', 'RUNNING', '系统', '{}', now(), 2)
                """, work);
        var first = new WrittenProgress(jdbc, transaction, clock, work, 1);
        assertThatThrownBy(() -> first.at(1, 2, "还在办")).isInstanceOf(Work.TakenOver.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> first.hold()))
                .isInstanceOf(Work.TakenOver.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.update("insert into setting (name, value, changed_at) values ('taken-over', '1', now())");
                    first.end(new Work.Outcome("办完", null));
                }))
                .isInstanceOf(Work.TakenOver.class);
        assertThat(jdbc.queryForList("select 1 from setting where name = 'taken-over'"))
                .isEmpty();

        var second = new WrittenProgress(jdbc, transaction, clock, work, 2);
        transaction.executeWithoutResult(status -> second.hold());
        second.end(new Work.Outcome("办完", null));
        assertThat(jdbc.queryForObject("select state from work where id = ?", String.class, work))
                .isEqualTo("DONE");
    }

    /** A session as a node has them, with its beat. */
    private Connection sessionOf(String process) throws SQLException {
        jdbc.update(
                "insert into platform.node (process, name, beat_at) values (?, ?, clock_timestamp())",
                process,
                process);
        try (Connection here = dataSource.getConnection()) {
            var properties = new Properties();
            properties.setProperty("user", here.getMetaData().getUserName());
            properties.setProperty("password", password());
            properties.setProperty("ApplicationName", ThisNode.sessionsOf(process));
            return DriverManager.getConnection(here.getMetaData().getURL(), properties);
        }
    }

    private String password() {
        try {
            return settings.external()
                    ? String.valueOf(settings.dbPassword())
                    : java.nio.file.Files.readString(settings.data().resolve("db.secret"))
                            .strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
