package org.civitas.platform.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.audit.chain.ChainReport.Kind;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain links every committed line once, and a check finds what somebody did to it behind the program's back. */
@CityTest
class ChainTest {

    private static final int LINES = 12;

    @Autowired
    AuditTrail audit;

    @Autowired
    SealLines sealing;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aSoundChain() {
        begunAnew();
        for (int i = 1; i <= LINES; i++) {
            int n = i;
            transaction.executeWithoutResult(
                    status -> audit.record("test.step", "thing", "s" + n, Map.of("n", n, "words", "第" + n + "步")));
        }
        sealAll();
        assertThat(check().faults()).isEmpty();
        assertThat(check().number()).isEqualTo(LINES);
    }

    /** The owner of the database can do everything; so the test is the owner. */
    private void begunAnew() {
        tamper(
                "truncate audit_line, audit_seal, audit_search",
                "update audit_chain set number = 0, sealed = '1:1:', sealing = null, at_xid = '0', at_id = 0,"
                        + " hash = sha256(convert_to('civitas-audit-1 ' || current_schema(), 'UTF8'))");
    }

    private void tamper(String... statements) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("select 1 from audit_chain for update");
            jdbc.execute("alter table audit_line disable trigger user");
            jdbc.execute("alter table audit_seal disable trigger user");
            for (String statement : statements) {
                jdbc.execute(statement);
            }
            jdbc.execute("alter table audit_line enable trigger user");
            jdbc.execute("alter table audit_seal enable trigger user");
        });
    }

    /** Waits out another sealer (the job) and the transactions that were running when it took its snapshot. */
    private void sealAll() {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        do {
            sealing.all();
            if (unsealed() == 0) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
        } while (System.nanoTime() < limit);
        throw new AssertionError("not sealed");
    }

    private long unsealed() {
        return jdbc.queryForObject(
                "select count(*) from audit_line l where not exists (select 1 from audit_seal s where s.line_id = l.id)",
                Long.class);
    }

    private ChainReport check(ChainHead... heads) {
        return new CheckChain(jdbc).check(List.of(heads), at -> {});
    }

    private ChainHead head() {
        SealLines.ChainEnd end = sealing.end();
        return new ChainHead(end.number(), end.hash());
    }

    @Test
    void every_line_has_its_number_without_gaps_and_a_head_from_outside_agrees() {
        ChainReport report = check(head());
        assertThat(report.sound()).isTrue();
        assertThat(report.headNumber()).isEqualTo(LINES);
        assertThat(jdbc.queryForList("select number from audit_seal order by number", Long.class))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "account_id = gen_random_uuid()",
                "account_name = '别人'",
                "action = 'test.other'",
                "subject_kind = 'other'",
                "subject_id = 's99'",
                "details = details || '{\"n\": 99}'",
                "trace = 'x'",
                "xid = '7'"
            })
    void a_changed_column_is_found_at_its_number(String change) {
        tamper("update audit_line set " + change + " where subject_id = 's5'");
        found(5, Kind.ALTERED, check());
    }

    @Test
    void a_changed_id_leaves_its_place_empty() {
        tamper(
                "alter table audit_line alter id drop identity",
                "update audit_line set id = 900000 where subject_id = 's5'",
                "alter table audit_line alter id add generated always as identity (start 1000000)");
        assertThat(check().faults()).extracting(ChainReport.Fault::kind).contains(Kind.MISSING_LINE, Kind.SMUGGLED);
    }

    @Test
    void a_changed_hash_is_found_at_its_number() {
        tamper("update audit_seal set hash = sha256('x') where number = 5");
        found(5, Kind.ALTERED, check());
    }

    @Test
    void a_deleted_line_is_found() {
        tamper("delete from audit_line where subject_id = 's7'");
        found(7, Kind.MISSING_LINE, check());
    }

    @Test
    void a_line_deleted_together_with_its_number_is_found() {
        tamper("delete from audit_line where subject_id = 's7'", "delete from audit_seal where number = 7");
        found(7, Kind.MISSING_NUMBERS, check());
    }

    @Test
    void a_deleted_line_whose_gap_was_closed_is_found() {
        tamper(
                "delete from audit_line where subject_id = 's7'",
                "delete from audit_seal where number = 7",
                "update audit_seal set number = -number + 100000 where number > 7",
                "update audit_seal set number = 100000 - number - 1 where number > 50000");
        found(7, Kind.MISSING_NUMBERS, check());
    }

    @Test
    void two_lines_whose_contents_were_exchanged_are_named_as_such() {
        tamper("""
                update audit_line a set at = b.at, account_id = b.account_id, account_name = b.account_name,
                    action = b.action, subject_kind = b.subject_kind, subject_id = b.subject_id, details = b.details,
                    trace = b.trace, xid = b.xid
                from audit_line b
                where (a.subject_id = 's4' and b.subject_id = 's9') or (a.subject_id = 's9' and b.subject_id = 's4')
                """);
        ChainReport report = check();
        found(4, Kind.REORDERED, report);
        assertThat(report.faults().getFirst().words()).contains("第 9 号");
    }

    @Test
    void two_places_in_the_chain_that_were_exchanged_are_named_as_such() {
        tamper(
                "update audit_seal set line_id = -line_id where number in (4, 9)",
                "update audit_seal s set line_id = (select -o.line_id from audit_seal o where o.number = 13 - s.number)"
                        + " where number in (4, 9)");
        found(4, Kind.REORDERED, check());
    }

    @Test
    void a_line_inserted_into_the_chain_is_found_even_with_a_hash_of_its_own_that_fits() {
        tamper(
                "update audit_seal set number = -number + 100000 where number >= 6",
                "update audit_seal set number = 100000 - number + 1 where number > 50000",
                "insert into audit_line (at, account_name, action, subject_kind, subject_id, details, xid)"
                        + " values (now(), '系统', 'test.step', 'thing', 'false', '{}', '3')",
                "insert into audit_seal (number, line_id, hash, version)"
                        + " select 6, id, sha256('x'), 1 from audit_line where subject_id = 'false'");
        found(6, Kind.INSERTED, check());

        rehash(6, 6);
        found(6, Kind.INSERTED, check());
    }

    @Test
    void a_line_written_past_the_chain_is_found() {
        tamper("insert into audit_line (at, account_name, action, subject_kind, subject_id, details, xid)"
                + " values (now() - interval '1 year', '系统', 'test.step', 'thing', 'false', '{}', '3')");
        sealing.all();
        ChainReport report = check();
        assertThat(report.faults()).extracting(ChainReport.Fault::kind).containsExactly(Kind.SMUGGLED);
        assertThat(report.unsealed()).isZero();
    }

    @Test
    void a_cut_off_end_is_found_by_the_state_and_with_the_state_mended_by_a_head_from_outside() {
        ChainHead kept = head();
        tamper("delete from audit_line where subject_id in ('s11', 's12')", "delete from audit_seal where number > 10");
        found(11, Kind.CUT, check());

        tamper("update audit_chain set number = 10, hash = (select hash from audit_seal where number = 10)");
        assertThat(check().sound()).as("without a head nothing tells").isTrue();
        assertThat(check().limits()).anyMatch(words -> words.contains("没有给出库外保存的链头"));
        found(11, Kind.CUT, check(kept));
    }

    @Test
    void a_chain_rewritten_as_a_whole_is_found_by_an_old_head_and_by_nothing_else() {
        ChainHead kept = head();
        tamper("update audit_line set account_name = '别人' where subject_id = 's2'");
        rehash(1, LINES);
        assertThat(check().sound()).isTrue();
        found(LINES, Kind.REWRITTEN, check(kept));
    }

    /** As a restore leaves it: the end is gone, and a line says up to where the backup went and the old chain. */
    private void restored(String details) {
        tamper(
                "delete from audit_line where subject_id in ('s9', 's10', 's11', 's12')",
                "delete from audit_seal where number > 8",
                "update audit_chain set number = 8, hash = (select hash from audit_seal where number = 8)");
        transaction.executeWithoutResult(status -> jdbc.update("""
                insert into audit_line (at, account_name, action, subject_kind, subject_id, details)
                values (now(), '系统', 'city.restore', 'city', 'restored', ?::jsonb)
                """, details));
        for (int i = 1; i <= 2; i++) {
            transaction.executeWithoutResult(
                    status -> audit.record("test.step", "thing", "later", Map.of("words", "恢复以后")));
        }
        sealAll();
    }

    private static final String OF_A_CITY = "{\"backup\":\"2026-11-20T18:00:00Z\",\"number\":8,\"replacedNumber\":12}";
    private static final String OF_ALL = "{\"backup\":\"2026-11-20T18:00:00Z\",\"number\":8}";

    private ChainHead at(long number, Instant at) {
        return new ChainHead(number, headOf(number).hash(), at);
    }

    private ChainHead headOf(long number) {
        return new ChainHead(
                number,
                jdbc.queryForObject(
                        "select encode(hash, 'hex') from audit_seal where number = ?", String.class, number));
    }

    @Test
    void heads_of_before_a_recorded_restore_are_named_as_such_and_not_as_a_cut() {
        ChainHead[] before = {headOf(8), headOf(10), headOf(12)};
        restored(OF_A_CITY);
        ChainReport report = check(before);
        assertThat(report.faults()).isEmpty();
        assertThat(report.headsBeforeRestore()).isEqualTo(2);
        assertThat(report.headNumber()).isEqualTo(8);
        assertThat(report.words())
                .startsWith("校验通过，但有一段链已因恢复备份不在库中")
                .contains("第 9 号记有一次恢复", "从 2026-11-21 02:00:00 的备份恢复", "第 9 至 12 号原来在链上，现在不在这条链上", "有 2 个属于那一段");
        assertThat(check(head()).headsBeforeRestore()).as("a head of after it").isZero();
        assertThat(check(head()).restores()).hasSize(1);
    }

    @Test
    void a_restore_whose_line_waits_for_the_sealer_is_named_too() throws SQLException {
        ChainHead before = headOf(12);
        tamper(
                "delete from audit_line where subject_id in ('s9', 's10', 's11', 's12')",
                "delete from audit_seal where number > 8",
                "update audit_chain set number = 8, hash = (select hash from audit_seal where number = 8)");
        try (Connection holding = open();
                var statement = holding.createStatement()) {
            statement.execute("select 1 from audit_chain for update");
            found(9, Kind.CUT, check(before));
            transaction.executeWithoutResult(status -> jdbc.update("""
                    insert into audit_line (at, account_name, action, subject_kind, subject_id, details)
                    values (now(), '系统', 'city.restore', 'city', 'restored', ?::jsonb)
                    """, OF_A_CITY));
            assertThat(check(before).words()).contains("一条尚未封入链的记录记有一次恢复");
            assertThat(check(before).sound()).isTrue();
            holding.rollback();
        }
    }

    @Test
    void a_cut_is_not_hidden_by_a_recorded_restore() {
        Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
        ChainHead[] before = {headOf(12), at(7, longAgo)};
        restored(OF_A_CITY);
        ChainHead after = new ChainHead(head().number(), head().hash(), Instant.now());
        tamper(
                "delete from audit_line where subject_id = 'later'",
                "delete from audit_seal where number > 9",
                "update audit_chain set number = 9, hash = (select hash from audit_seal where number = 9)");
        assertThat(check(before).sound()).as("what the restore took away").isTrue();
        found(10, Kind.CUT, check(before[0], before[1], after));
        found(10, Kind.CUT, check(new ChainHead(13, before[0].hash())));
        found(7, Kind.REWRITTEN, check(new ChainHead(7, before[0].hash(), longAgo)));
        found(9, Kind.REWRITTEN, check(new ChainHead(9, before[0].hash(), Instant.now())));
    }

    @Test
    void after_a_restore_of_everything_only_heads_that_tell_their_time_are_explained() {
        Instant before = Instant.parse("2026-01-01T00:00:00Z");
        ChainHead dated = at(12, before);
        restored(OF_ALL);
        assertThat(check(dated).sound()).isTrue();
        assertThat(check(dated).restores().getFirst()).contains("第 9 至 12 号（至少）");
        found(12, Kind.CUT, check(new ChainHead(12, dated.hash())));
        found(12, Kind.CUT, check(new ChainHead(12, dated.hash(), Instant.now())));
    }

    @Test
    void all_unsealed_lines_are_counted_and_a_smuggled_one_is_named_among_them() throws SQLException {
        try (Connection early = open()) {
            try (var statement = early.createStatement()) {
                statement.execute("select pg_current_xact_id()");
                statement.execute("select 1 from audit_chain for update");
                try (Connection many = open();
                        var insert = many.createStatement()) {
                    insert.execute("""
                            insert into audit_line (at, account_name, action, subject_kind, subject_id, details)
                            select now(), '系统', 'test.many', 'thing', n::text, '{}' from generate_series(1, 2500) n
                            """);
                    insert.execute("""
                            insert into audit_line (at, account_name, action, subject_kind, subject_id, details, xid)
                            values (now(), '系统', 'test.step', 'thing', 'false', '{}', '3')
                            """);
                    many.commit();
                }
                ChainReport report = check();
                assertThat(report.unsealed()).isEqualTo(2500);
                assertThat(report.faults()).extracting(ChainReport.Fault::kind).containsExactly(Kind.SMUGGLED);
            }
            early.rollback();
        }
    }

    /** What somebody would do who wants to hide a change: compute the hashes of a part of the chain anew. */
    private void rehash(long from, long to) {
        byte[] previous = from == 1
                ? ChainedLine.beginning(jdbc.queryForObject("select current_schema()", String.class))
                : jdbc.queryForObject("select hash from audit_seal where number = ?", byte[].class, from - 1);
        var statements = new ArrayList<String>();
        for (long number = from; number <= to; number++) {
            ChainedLine line = jdbc.queryForObject(
                    "select " + ChainedLine.COLUMNS
                            + " from audit_line l join audit_seal s on s.line_id = l.id where s.number = ?",
                    (row, n) -> ChainedLine.read(row),
                    number);
            previous = line.hash(number, previous);
            statements.add(
                    "update audit_seal set hash = '\\x" + ChainedLine.hex(previous) + "' where number = " + number);
        }
        if (to == LINES) {
            statements.add("update audit_chain set hash = '\\x" + ChainedLine.hex(previous) + "'");
        }
        tamper(statements.toArray(String[]::new));
    }

    private static void found(long number, Kind kind, ChainReport report) {
        assertThat(report.sound()).isFalse();
        assertThat(report.faults().getFirst().number()).isEqualTo(number);
        assertThat(report.faults().getFirst().kind()).isEqualTo(kind);
        assertThat(report.words()).contains("第一处在第 " + number + " 号").contains("不能证明");
    }

    @Test
    void lines_that_are_committed_out_of_order_are_all_linked_once_and_a_long_transaction_holds_up_nobody()
            throws SQLException {
        try (Connection early = open()) {
            insert(early, "early");
            try (Connection late = open()) {
                insert(late, "late");
                late.commit();
            }
            sealUntil("late");
            assertThat(sealed("early")).isFalse();
            try (Connection later = open()) {
                insert(later, "later");
                later.commit();
            }
            sealUntil("later");
            early.commit();
        }
        sealAll();
        assertThat(sealed("early")).isTrue();
        ChainReport report = check();
        assertThat(report.faults()).isEmpty();
        assertThat(report.number()).isEqualTo(LINES + 3);
    }

    @Test
    void a_rolled_back_line_leaves_no_gap_in_the_numbers() throws SQLException {
        try (Connection broken = open()) {
            insert(broken, "broken");
            broken.rollback();
        }
        try (Connection good = open()) {
            insert(good, "good");
            good.commit();
        }
        sealAll();
        assertThat(check().number()).isEqualTo(LINES + 1);
        assertThat(check().sound()).isTrue();
    }

    @Test
    void many_lines_are_linked_in_batches_while_others_are_written() throws SQLException {
        try (Connection many = open();
                var statement = many.createStatement()) {
            statement.execute("""
                    insert into audit_line (at, account_name, action, subject_kind, subject_id, details)
                    select now(), '系统', 'test.many', 'thing', n::text, '{}' from generate_series(1, 12000) n
                    """);
            many.commit();
            sealing.some();
            insert(many, "between");
            many.commit();
        }
        sealAll();
        assertThat(check().number()).isEqualTo(LINES + 12_001);
        assertThat(check().sound()).isTrue();
    }

    @Test
    void after_a_restore_from_a_dump_to_a_database_that_counts_anew_the_chain_goes_on() throws SQLException {
        tamper(
                "update audit_chain set sealed = '900000000000:900000000000:'",
                "insert into audit_line (at, account_name, action, subject_kind, subject_id, details, xid)"
                        + " values (now(), '系统', 'test.step', 'thing', 'restored', '{}', '900000000007')");
        sealUntil("restored");
        try (Connection afterwards = open()) {
            insert(afterwards, "afterwards");
            afterwards.commit();
        }
        sealUntil("afterwards");
        assertThat(check().faults()).isEmpty();
        assertThat(check().number()).isEqualTo(LINES + 2);
    }

    @Test
    void the_program_itself_can_not_change_or_delete_a_line() {
        assertThatThrownBy(() -> jdbc.update("update audit_line set trace = 'x'"))
                .rootCause()
                .hasMessageContaining("只能追加");
        assertThatThrownBy(() -> jdbc.update("delete from audit_line"))
                .rootCause()
                .hasMessageContaining("只能追加");
        assertThatThrownBy(() -> jdbc.update("delete from audit_seal"))
                .rootCause()
                .hasMessageContaining("只能追加");
        assertThatThrownBy(() -> jdbc.execute("truncate audit_line"))
                .rootCause()
                .hasMessageContaining("只能追加");
    }

    private void sealUntil(String subject) {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!sealed(subject)) {
            assertThat(System.nanoTime()).isLessThan(limit);
            sealing.all();
        }
    }

    private boolean sealed(String subject) {
        return jdbc.queryForObject(
                "select exists (select 1 from audit_seal s join audit_line l on l.id = s.line_id where l.subject_id = ?)",
                Boolean.class,
                subject);
    }

    private Connection open() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insert(Connection connection, String subject) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into audit_line (at, account_name, action, subject_kind, subject_id, details)"
                        + " values (now(), '系统', 'test.step', 'thing', ?, '{}')")) {
            statement.setString(1, subject);
            statement.executeUpdate();
        }
    }
}
