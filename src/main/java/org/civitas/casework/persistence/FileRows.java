package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.CaseClock;
import org.civitas.casework.domain.CaseFile;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.CaseSummary;
import org.civitas.platform.search.SearchTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The rows of cases: what was found, and what follows from the timeline. */
@Repository
class FileRows {

    private static final List<String> FOUND = List.of(
            "id",
            "number",
            "type_code",
            "channel",
            "description",
            "area_code",
            "site_id",
            "site_name",
            "site_type",
            "check_item_code",
            "check_item_text",
            "spot",
            "longitude",
            "latitude",
            "reporter_id",
            "reporter_name",
            "source_id",
            "plan_kind",
            "found_at",
            "reported_at",
            "before_pictures");
    private static final List<String> FOLLOWING = List.of(
            "state",
            "version",
            "cycle",
            "picture_needed",
            "accepted_at",
            "submitted_at",
            "closed_at",
            "lead_unit_id",
            "holder_unit_id",
            "unit_ids",
            "deadline_at",
            "warn_at",
            "long_overdue_at",
            "stopped_at",
            "provisional",
            "refusals",
            "reworks",
            "seen_again",
            "annul_proposed",
            "after_pictures");

    private static final String INSERT = insert(":number", ":tokens");
    private static final String UPDATE = "update case_file set "
            + FOLLOWING.stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "))
            + " where id = :id and version = :before";

    /** 案件行 — one case that is to be written. */
    record Of(UUID id, String number, NewCase problem, CaseStep first, CaseSummary summary) {}

    private final NamedParameterJdbcTemplate jdbc;

    FileRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insertAll(List<Of> files) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Of file : files) {
            rows.add(new MapSqlParameterSource(params(file)));
        }
        jdbc.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new));
    }

    /** A row as named parameters, the words to be found by as {@code tokens}. */
    static Map<String, @Nullable Object> params(Of file) {
        Map<String, @Nullable Object> row = found(file);
        row.putAll(following(file.summary()));
        row.put("tokens", tokens(file));
        return row;
    }

    /** The statement that inserts a row, with these expressions for its number and its words. */
    static String insert(String number, String tokens) {
        List<String> all = new ArrayList<>(FOUND);
        all.addAll(FOLLOWING);
        return "insert into case_file (" + String.join(", ", all) + ", search) values ("
                + all.stream()
                        .map(name -> name.equals("number") ? number : ":" + name)
                        .collect(Collectors.joining(", "))
                + ", to_tsvector('simple', " + tokens + "))";
    }

    /** Answers whether the row still had the version {@code before}. */
    boolean update(UUID id, int before, CaseSummary summary) {
        Map<String, @Nullable Object> params = following(summary);
        params.put("id", id);
        params.put("before", before);
        return jdbc.update(UPDATE, params) == 1;
    }

    private static Map<String, @Nullable Object> found(Of file) {
        NewCase problem = file.problem();
        var place = problem.position();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", file.id());
        row.put("number", file.number());
        row.put("type_code", problem.typeCode());
        row.put("channel", problem.channel().name());
        row.put("description", problem.description());
        row.put("area_code", problem.areaCode());
        row.put("site_id", problem.siteId());
        row.put("site_name", problem.siteName());
        row.put("site_type", problem.siteType());
        row.put("check_item_code", problem.checkItemCode());
        row.put("check_item_text", problem.checkItemText());
        row.put("spot", problem.spot());
        row.put("longitude", place == null ? null : place.longitude());
        row.put("latitude", place == null ? null : place.latitude());
        row.put("reporter_id", file.first().actor().accountId());
        row.put("reporter_name", file.first().actor().name());
        row.put("source_id", problem.sourceId());
        row.put("plan_kind", problem.planKind());
        row.put("found_at", column(problem.foundAt()));
        row.put("reported_at", column(file.first().at()));
        row.put("before_pictures", problem.pictures().toArray(UUID[]::new));
        return row;
    }

    private static Map<String, @Nullable Object> following(CaseSummary summary) {
        CaseFile file = summary.file();
        var handling = file.handling();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("state", file.state().name());
        row.put("version", file.version());
        row.put("cycle", file.cycle());
        row.put("picture_needed", handling == null ? file.pictureNeeded() : handling.pictureNeeded());
        row.put("accepted_at", column(summary.acceptedAt()));
        row.put("submitted_at", column(summary.submittedAt()));
        row.put("closed_at", column(summary.closedAt()));
        row.put("lead_unit_id", handling == null ? null : handling.leadUnit());
        row.put("holder_unit_id", summary.holder());
        row.put("unit_ids", summary.units().toArray(UUID[]::new));
        row.putAll(clock(summary.clock().orElse(null)));
        row.put("refusals", file.refusals());
        row.put("reworks", file.reworks());
        row.put("seen_again", file.seenAgain());
        row.put("annul_proposed", file.annulProposer() != null);
        row.put("after_pictures", summary.afterPictures().toArray(UUID[]::new));
        return row;
    }

    private static Map<String, @Nullable Object> clock(@Nullable CaseClock clock) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        OffsetDateTime none = null;
        row.put("deadline_at", clock == null ? none : column(clock.deadlineAt()));
        row.put("warn_at", clock == null ? none : column(clock.warnAt()));
        row.put("long_overdue_at", clock == null ? none : column(clock.longOverdueAt()));
        row.put("stopped_at", clock == null ? none : column(clock.stoppedAt()));
        row.put("provisional", clock != null && clock.provisional());
        return row;
    }

    private static String tokens(Of file) {
        NewCase problem = file.problem();
        return SearchTokens.document(
                file.number(), problem.description(), problem.siteName(), problem.spot(), problem.checkItemText());
    }
}
