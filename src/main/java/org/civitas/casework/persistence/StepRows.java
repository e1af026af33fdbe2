package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;
import static org.civitas.casework.persistence.Moments.need;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.StepFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only timeline. */
@Repository
public class StepRows {

    private static final String INSERT = """
            insert into case_step (case_id, seq, cycle, command, from_state, to_state, at, account_id, account_name,
                unit_id, words, facts, deadline_at, request_id)
            """;
    private static final String ONE = INSERT + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)";

    /** One array a column: a fraction of the work of a statement with as many parameters as cells. */
    private static final String MANY = INSERT + """
            select unnest(?::uuid[]), unnest(?::int[]), unnest(?::int[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::timestamptz[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::uuid[]),
                unnest(?::text[]), unnest(?::text[])::jsonb, unnest(?::timestamptz[]), unnest(?::uuid[])
            """;

    private static final String PICTURE =
            "insert into case_picture (picture_id, case_id) values (?, ?) on conflict do nothing";

    /** 经过行 — one step that is to be written, with the deadline after it. */
    record Of(UUID caseId, CaseStep step, @Nullable Instant deadline, UUID requestId) {}

    /** 已办请求 — the case that a request acted on and the account that made it. */
    public record Requested(UUID caseId, UUID accountId) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final StepFactsJson facts;

    StepRows(JdbcTemplate template, JdbcClient jdbc, StepFactsJson facts) {
        this.template = template;
        this.jdbc = jdbc;
        this.facts = facts;
    }

    public List<CaseStep> timeline(UUID caseId) {
        return jdbc.sql("select * from case_step where case_id = :case order by seq")
                .param("case", caseId)
                .query((row, n) -> step(row))
                .list();
    }

    /** What a request has already done, if it was made before. */
    public Optional<Requested> requested(UUID requestId) {
        return jdbc.sql("select case_id, account_id from case_step where request_id = :request")
                .param("request", requestId)
                .query((row, n) ->
                        new Requested(row.getObject("case_id", UUID.class), row.getObject("account_id", UUID.class)))
                .optional();
    }

    void append(UUID caseId, CaseStep step, @Nullable Instant deadline, UUID requestId) {
        Of one = new Of(caseId, step, deadline, requestId);
        template.update(ONE, row(one));
        show(List.of(one));
    }

    void appendAll(List<Of> all) {
        if (!all.isEmpty()) {
            template.update(MANY, columns(all.stream().map(this::row).toList()));
            show(all);
        }
    }

    /** Rows turned into columns; moments as texts, which the database reads. */
    private static Object[] columns(List<Object[]> rows) {
        Object[] columns = new Object[rows.getFirst().length];
        for (int column = 0; column < columns.length; column++) {
            String[] values = new String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                Object value = rows.get(row)[column];
                values[row] = value == null ? null : value.toString();
            }
            columns[column] = values;
        }
        return columns;
    }

    private void show(List<Of> all) {
        List<Object[]> pictures = all.stream()
                .flatMap(each -> pictures(each.step().facts()).stream().map(id -> new Object[] {id, each.caseId()}))
                .toList();
        if (!pictures.isEmpty()) {
            template.batchUpdate(PICTURE, pictures);
        }
    }

    /** The first step as named parameters, for the statement that opens a case. */
    Map<String, @Nullable Object> first(CaseStep step, UUID requestId) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("stepCommand", step.command().name());
        row.put("stepTo", step.to().name());
        row.put("stepAt", column(step.at()));
        row.put("stepAccount", step.actor().accountId());
        row.put("stepName", step.actor().name());
        row.put("stepUnit", step.actor().unitId());
        row.put("stepWords", step.words());
        row.put("stepFacts", facts.write(step.facts()));
        row.put("request", requestId);
        row.put("pictures", pictures(step.facts()).toArray(UUID[]::new));
        return row;
    }

    private static List<UUID> pictures(StepFacts facts) {
        return switch (facts) {
            case StepFacts.Found found -> found.pictures();
            case StepFacts.Mended mended -> mended.pictures();
            default -> List.of();
        };
    }

    private Object[] row(Of each) {
        CaseStep step = each.step();
        return new Object[] {
            each.caseId(),
            step.seq(),
            step.cycle(),
            step.command().name(),
            step.from() == null ? null : step.from().name(),
            step.to().name(),
            column(step.at()),
            step.actor().accountId(),
            step.actor().name(),
            step.actor().unitId(),
            step.words(),
            facts.write(step.facts()),
            column(each.deadline()),
            each.requestId()
        };
    }

    private CaseStep step(ResultSet row) throws SQLException {
        CaseCommand command = CaseCommand.valueOf(row.getString("command"));
        String from = row.getString("from_state");
        return new CaseStep(
                row.getInt("seq"),
                row.getInt("cycle"),
                command,
                from == null ? null : CaseState.valueOf(from),
                CaseState.valueOf(row.getString("to_state")),
                need(row, "at"),
                new StepActor(
                        row.getObject("account_id", UUID.class),
                        row.getString("account_name"),
                        row.getObject("unit_id", UUID.class)),
                row.getString("words"),
                facts.read(command, row.getString("facts")));
    }
}
