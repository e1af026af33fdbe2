package org.civitas.casework.persistence;

/**
 * 指标定义 — what each figure counts, once, for figures and for the lists behind them.
 *
 * <p>Over {@code c} (case_file) left joined to {@code y} (case_cycle); parameters {@code :from}, {@code :to} (half open),
 * {@code :cutoff}. A case with several cycles is one finding: findings count its first row only.
 */
public enum FigureSql {
    FOUND(
            "first(y) and c.reported_at >= :from and c.reported_at < :to and c.reported_at <= :cutoff and c.state <> 'DISMISSED'"),
    MENDED("FOUND() and c.state = 'CLOSED' and c.closed_at <= :cutoff"),
    ACCEPTED("first(y) and c.accepted_at >= :from and c.accepted_at < :to and c.accepted_at <= :cutoff"),
    DISPATCHED("y.first_dispatched_at >= :from and y.first_dispatched_at < :to and y.first_dispatched_at <= :cutoff"),
    DUE("y.deadline_at >= :from and y.deadline_at < :to and y.deadline_at <= :cutoff"),
    ON_TIME("DUE() and y.on_time and y.closed_at <= :cutoff"),
    OVERDUE_OPEN("y.dispatched_at <= :cutoff and (y.closed_at is null or y.closed_at > :cutoff)"
            + " and least(coalesce(y.stopped_at, :cutoff), :cutoff) > y.deadline_at"),
    SUBMITTED("y.first_submitted_at >= :from and y.first_submitted_at < :to and y.first_submitted_at <= :cutoff"),
    REWORKED("SUBMITTED() and y.first_rework_at <= :cutoff"),
    REFUSED("DISPATCHED() and y.first_refused_at <= :cutoff"),
    SIGNED_IN_TIME("DISPATCHED() and y.signed_at <= y.sign_due_at and y.signed_at <= :cutoff"),
    CLOSED("y.closed_at >= :from and y.closed_at < :to and y.closed_at <= :cutoff");

    private final String template;

    FigureSql(String template) {
        this.template = template;
    }

    /** The condition, annulled cases excluded. */
    public String condition() {
        return "(c.state <> 'ANNULLED' and " + expanded() + ")";
    }

    private String expanded() {
        String sql = template.replace("first(y)", "coalesce(y.cycle, 1) = 1");
        for (FigureSql other : values()) {
            if (sql.contains(other.name() + "()")) {
                sql = sql.replace(other.name() + "()", other.expanded());
            }
        }
        return sql;
    }
}
