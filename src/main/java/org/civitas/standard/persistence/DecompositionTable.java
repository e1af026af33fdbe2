package org.civitas.standard.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.domain.DecompositionLine;
import org.civitas.standard.domain.DecompositionLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of the decomposition and what they say; records are only added, an undone one is marked. */
@Repository
public class DecompositionTable {

    /** 改动方式. */
    public enum Way {
        BULK("成批指定"),
        IMPORT("表格导入"),
        COPY("随体系复制"),
        LOAD("载入");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** 分解改动 — one change as the history shows it. */
    public record Change(
            UUID id,
            int number,
            Way way,
            LocalDate firstDay,
            String reason,
            String what,
            int subjects,
            String accountName,
            Instant recordedAt,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {}

    private static final String CHANGE = """
            select id, number, way, first_day, reason, what, subjects, account_name, recorded_at, undone_at, undone_by
              from decomposition_change
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    DecompositionTable(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** One writer of an edition's decomposition at a time; held to the end of the transaction. */
    public void lock(UUID edition) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(current_schema() || 'decomposition' || ?))")
                .param(edition.toString())
                .query((row, n) -> "")
                .single();
    }

    public DecompositionLines lines(UUID edition) {
        return new DecompositionLines(
                jdbc.sql("""
                        select subject_kind, subject_code, number, first_day, lead_unit_id, co_unit_ids
                          from decomposition_line where edition_id = ? and not undone
                        """).param(edition).query(DecompositionTable::line).list());
    }

    /** @param units null for any unit */
    public Set<String> siteTypesLedBy(@Nullable Collection<UUID> units, LocalDate day) {
        return jdbc
                .sql("""
                        select distinct subject_code from (
                            select distinct on (l.edition_id, l.subject_code) l.subject_code, l.lead_unit_id
                              from decomposition_line l join edition e on e.id = l.edition_id and e.state = 'IN_USE'
                             where l.subject_kind = 'SITE_TYPE' and not l.undone and l.first_day <= :day
                             order by l.edition_id, l.subject_code, l.first_day desc, l.number desc) held
                         where lead_unit_id is not null and (:units::uuid[] is null or lead_unit_id = any(:units))
                        """)
                .param("day", day)
                .param("units", units == null ? null : units.toArray(UUID[]::new))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Notes a change; its records follow by {@link #add}. */
    public void begin(UUID id, UUID edition, Way way, LocalDate firstDay, String reason, String what) {
        jdbc.sql("""
                        insert into decomposition_change (id, edition_id, number, way, first_day, reason, what, subjects,
                                                          account_id, account_name, recorded_at)
                        values (:id, :edition,
                                (select coalesce(max(number), 0) + 1 from decomposition_change where edition_id = :edition),
                                :way, :day, :reason, :what, 0, :account, :name, :at)
                        """)
                .param("id", id)
                .param("edition", edition)
                .param("way", way.name())
                .param("day", firstDay)
                .param("reason", reason)
                .param("what", what)
                .param("account", AuditTrail.actorId())
                .param("name", AuditTrail.actorName())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Adds records of a change; the number of each is drawn here. */
    public void add(UUID edition, UUID change, List<DecompositionLine> lines) {
        batch.batchUpdate(
                """
                insert into decomposition_line (edition_id, subject_kind, subject_code, number, change_id, first_day, lead_unit_id,
                                                co_unit_ids)
                select ?, ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from decomposition_line
                 where edition_id = ? and subject_kind = ? and subject_code = ?
                """,
                lines.stream()
                        .map(line -> new @Nullable Object[] {
                            edition,
                            line.kind().name(),
                            line.code(),
                            change,
                            line.firstDay(),
                            line.lead(),
                            line.cos().toArray(UUID[]::new),
                            edition,
                            line.kind().name(),
                            line.code()
                        })
                        .toList());
        jdbc.sql("""
                        update decomposition_change
                           set subjects = subjects + :more, first_day = least(first_day, :day) where id = :id
                        """)
                .param("more", lines.size())
                .param(
                        "day",
                        lines.stream()
                                .map(DecompositionLine::firstDay)
                                .min(LocalDate::compareTo)
                                .orElseThrow())
                .param("id", change)
                .update();
    }

    /** Gives another edition what holds in this one, for the things that both have. */
    public void copy(UUID from, UUID to, UUID change) {
        int lines = jdbc.sql("""
                        insert into decomposition_line (edition_id, subject_kind, subject_code, number, change_id, first_day,
                                                        lead_unit_id, co_unit_ids)
                        select :to, subject_kind, subject_code, number, :change, first_day, lead_unit_id, co_unit_ids
                          from decomposition_line where edition_id = :from and not undone
                        """)
                .param("to", to)
                .param("from", from)
                .param("change", change)
                .update();
        jdbc.sql("update decomposition_change set subjects = ? where id = ?")
                .params(lines, change)
                .update();
    }

    /** The newest first; {@code before} is the number of the last one that was shown. */
    public List<Change> changes(UUID edition, int before, int limit) {
        return jdbc.sql(CHANGE + " where edition_id = ? and number < ? order by number desc limit ?")
                .params(edition, before, limit)
                .query(Change.class)
                .list();
    }

    public Optional<Change> change(UUID edition, UUID id) {
        return jdbc.sql(CHANGE + " where edition_id = ? and id = ?")
                .params(edition, id)
                .query(Change.class)
                .optional();
    }

    /** How many things of a change were named anew by a later one that still stands. */
    public int overtaken(UUID change) {
        return jdbc.sql("""
                        select count(*) from decomposition_line mine
                         where mine.change_id = ? and exists (
                            select 1 from decomposition_line later
                             where later.edition_id = mine.edition_id and later.subject_kind = mine.subject_kind
                               and later.subject_code = mine.subject_code and later.number > mine.number
                               and later.change_id <> mine.change_id and not later.undone)
                        """).param(change).query(Integer.class).single();
    }

    public void undo(UUID change) {
        jdbc.sql("update decomposition_line set undone = true where change_id = ?")
                .param(change)
                .update();
        jdbc.sql("update decomposition_change set undone_at = ?, undone_by = ? where id = ?")
                .params(Timestamp.from(clock.instant()), AuditTrail.actorName(), change)
                .update();
    }

    private static DecompositionLine line(ResultSet row, int n) throws SQLException {
        return new DecompositionLine(
                AssignedKind.valueOf(row.getString("subject_kind")),
                row.getString("subject_code"),
                row.getInt("number"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("lead_unit_id", UUID.class),
                ids(row.getArray("co_unit_ids")));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
