package org.civitas.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.civitas.shared.Ids;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CityTest
class ObservationFeedTest {

    @Autowired
    ObservationFeed feed;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcTemplate jdbc;

    UUID visit = Ids.next();
    FeedPosition start = FeedPosition.START;

    @BeforeEach
    void aVisit() {
        jdbc.update("""
                insert into visit (id, kind, edition_id, site_id, site_name, site_type, area_code, owner_area_code,
                    inspector_id, inspector_name, started_at, ended_at, received_at, remark, content_hash)
                values (?, 'COVERT', ?, ?, '云河农贸市场', '市场', '950101', '9501', ?, '督查员甲', now(), now(), now(), '', '')
                """, visit, Ids.next(), Ids.next(), Ids.next());
        start = readAll(FeedPosition.START).stream()
                .map(FailedObservation::position)
                .reduce(FeedPosition.START, (a, b) -> b);
    }

    @Test
    void a_transaction_that_began_first_and_committed_last_is_not_skipped() throws SQLException {
        UUID early = Ids.next();
        UUID late = Ids.next();
        try (Connection first = open();
                Connection second = open()) {
            insert(first, early, true, null);
            insert(second, late, true, null);
            second.commit();
            assertThat(ids(feed.after(start, 10)))
                    .as("the earlier transaction still runs")
                    .isEmpty();

            first.commit();
        }
        othersAreDone();
        assertThat(ids(feed.after(start, 10))).containsExactly(early, late);
    }

    @Test
    void a_reader_that_asks_again_and_again_gets_every_row_once() throws SQLException {
        List<UUID> written = new ArrayList<>();
        List<UUID> got = new ArrayList<>();
        FeedPosition position = start;
        for (int i = 0; i < 20; i++) {
            try (Connection first = open();
                    Connection second = open()) {
                written.add(insert(first, Ids.next(), true, null));
                written.add(insert(second, Ids.next(), true, null));
                second.commit();
                position = readOn(position, got);
                first.commit();
                position = readOn(position, got);
            }
        }
        othersAreDone();
        readOn(position, got);
        assertThat(got).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void conforming_observations_are_not_handed_out_but_a_correction_that_withdraws_a_problem_is() throws SQLException {
        UUID failed = Ids.next();
        UUID correction = Ids.next();
        try (Connection connection = open()) {
            insert(connection, Ids.next(), false, null);
            insert(connection, failed, true, null);
            connection.commit();
            insert(connection, correction, false, failed);
            connection.commit();
        }
        othersAreDone();
        List<FailedObservation> rows = feed.after(start, 10);
        assertThat(ids(rows)).containsExactly(failed, correction);
        assertThat(rows.get(1).withdrawn()).isTrue();
        assertThat(rows.get(1).corrects()).isEqualTo(failed);
    }

    @Test
    void the_feed_tells_since_when_its_first_row_waits() throws SQLException {
        jdbc.update("update visit set received_at = '2026-11-20T01:02:03Z' where id = ?", visit);
        assertThat(feed.oldestAfter(start)).isNull();
        try (Connection connection = open()) {
            insert(connection, Ids.next(), true, null);
            connection.commit();
        }
        othersAreDone();
        assertThat(feed.oldestAfter(start)).isEqualTo("2026-11-20T01:02:03Z");
    }

    @Test
    void rows_of_an_earlier_epoch_come_before_those_of_a_restored_database() throws SQLException {
        UUID before = Ids.next();
        UUID after = Ids.next();
        try (Connection connection = open()) {
            insert(connection, before, true, null);
            connection.commit();
        }
        jdbc.update("update observation set xid = xid + 1000000 where id = ?", before);
        FeedPosition far = new FeedPosition(1, Long.MAX_VALUE, new UUID(0, 0));
        jdbc.update("update observation_epoch set epoch = 2");
        try (Connection connection = open()) {
            insert(connection, after, true, null);
            connection.commit();
        }
        othersAreDone();
        assertThat(ids(feed.after(start, 10))).containsExactly(before, after);
        assertThat(ids(feed.after(far, 10))).containsExactly(after);
        jdbc.update("update observation set epoch = 1, xid = 3 where id in (?, ?)", before, after);
        jdbc.update("update observation_epoch set epoch = 1");
    }

    /** Rows are handed out once every older transaction of the server is over; jobs of other tests may still run one. */
    private void othersAreDone() {
        long mine = jdbc.queryForObject("select pg_current_xact_id()::text::bigint", Long.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (jdbc.queryForObject("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class)
                <= mine) {
            assertThat(System.nanoTime())
                    .as("a transaction older than the test's still runs")
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private FeedPosition readOn(FeedPosition from, List<UUID> got) {
        FeedPosition position = from;
        for (FailedObservation row : readAll(from)) {
            got.add(row.observationId());
            position = row.position();
        }
        return position;
    }

    private List<FailedObservation> readAll(FeedPosition from) {
        return feed.after(from, 1_000);
    }

    private Connection open() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private UUID insert(Connection connection, UUID id, boolean failed, UUID corrects) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into observation (id, epoch, visit_id, kind, edition_id, site_id, site_name, site_type, area_code,
                    owner_area_code, check_item_code, check_item_text, outcome, failed, faults, remark, fault_words, pictures, another_spot,
                    observed_at, visited_at, inspector_id, inspector_name, corrects, correction_reason)
                select ?, (select epoch from observation_epoch), v.id, v.kind, v.edition_id, v.site_id, v.site_name,
                    v.site_type, v.area_code, v.owner_area_code, '市场-01-01', '地面无积水', ?, ?, '{}', '', '积水', '{}', false, now(), now(),
                    v.inspector_id, v.inspector_name, ?, ? from visit v where v.id = ?
                """)) {
            statement.setObject(1, id);
            statement.setString(2, failed ? "NONCONFORMING" : "CONFORMING");
            statement.setBoolean(3, failed);
            statement.setObject(4, corrects);
            statement.setString(5, corrects == null ? null : "看错了");
            statement.setObject(6, visit);
            statement.executeUpdate();
        }
        return id;
    }

    private static List<UUID> ids(List<FailedObservation> rows) {
        return rows.stream().map(FailedObservation::observationId).toList();
    }
}
