package org.civitas.platform.burden;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.civitas.shared.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * 负担台账 — remembers what is asked of units: each task, paper, form, picture or visit with its cause, so that the load
 * can be counted. Of units only; no person and no duration is kept.
 */
@Component
public class BurdenLedger {

    /** 负担类别 — what kind of work is asked. */
    public enum Kind {
        TASK,
        PAPER,
        FORM,
        PICTURE,
        VISIT
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;

    BurdenLedger(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes one request to one unit; {@code cause} in Chinese, such as 问题交办. */
    public void record(Kind kind, UUID receivingUnit, String cause, Object subjectId) {
        recordAll(kind, List.of(receivingUnit), cause, subjectId);
    }

    public void recordAll(Kind kind, Collection<UUID> receivingUnits, String cause, Object subjectId) {
        LocalDate today = LocalDate.now(clock);
        jdbc.batchUpdate(
                "insert into burden_entry (id, on_day, kind, unit_id, cause, subject_id) values (?, ?, ?, ?, ?, ?)",
                receivingUnits.stream()
                        .map(unit -> new Object[] {Ids.next(), today, kind.name(), unit, cause, subjectId.toString()})
                        .toList());
    }
}
