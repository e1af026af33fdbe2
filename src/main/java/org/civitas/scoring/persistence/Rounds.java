package org.civitas.scoring.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.platform.web.StaleVersion;
import org.civitas.scoring.domain.FrozenWords;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.RoundState;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.shared.Ids;
import org.civitas.shared.Period;
import org.civitas.standard.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rounds and their versions. */
@Repository
public class Rounds {

    private static final String VERSION = """
            select id, round_id, number, state, got, judged, full_points, coverage, plan_ids, version from scoring_version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Rounds(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(Round round, Instant at, String by) {
        RoundSettings settings = round.settings();
        jdbc.sql("""
                        insert into scoring_round (id, name, edition_id, edition_title, area_code, area_name, first_day,
                            last_day, visit_rule, kinds, methods, min_coverage, created_at, created_by)
                        values (:id, :name, :edition, :editionTitle, :area, :areaName, :first, :last, :visitRule,
                            :kinds, :methods, :minCoverage, :at, :by)
                        """)
                .param("id", round.id())
                .param("name", round.name())
                .param("edition", settings.editionId())
                .param("editionTitle", round.editionTitle())
                .param("area", settings.areaCode())
                .param("areaName", round.areaName())
                .param("first", settings.period().first())
                .param("last", settings.period().last())
                .param("visitRule", settings.visitRule().name())
                .param("kinds", settings.kinds().toArray(String[]::new))
                .param("methods", settings.methods().stream().map(Method::name).toArray(String[]::new))
                .param("minCoverage", settings.minCoverage())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /** Adds a version in draft; a correction names the version it corrects and why. */
    public UUID addVersion(UUID roundId, int number, @Nullable UUID supersedes, String reason) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into scoring_version (id, round_id, number, state, supersedes, reason)
                        values (:id, :round, :number, 'DRAFT', :supersedes, :reason)
                        """)
                .param("id", id)
                .param("round", roundId)
                .param("number", number)
                .param("supersedes", supersedes)
                .param("reason", reason)
                .update();
        return id;
    }

    public Optional<Round> byId(UUID id) {
        return jdbc.sql("select * from scoring_round where id = :id")
                .param("id", id)
                .query((row, n) -> round(row))
                .optional();
    }

    /** All versions of a round, the newest first. */
    public List<RoundVersion> versions(UUID roundId) {
        return jdbc.sql(VERSION + " where round_id = :round order by number desc")
                .param("round", roundId)
                .query((row, n) -> version(row))
                .list();
    }

    /** Stores the figures of a computation. @throws StaleVersion when somebody else changed the version meanwhile */
    public void computed(RoundVersion version, RoundResult result, List<UUID> planIds, FrozenWords words, Instant at) {
        RoundResult.Coverage coverage = result.coverage();
        change(
                version,
                """
                state = 'COMPUTED', got = :got, judged = :judged, full_points = :full, sites_drawn = :drawn,
                sites_judged = :sitesJudged, observations = :observations, observations_used = :used,
                coverage = :coverage, methods = :methods::jsonb, vetoes = :vetoes::jsonb, words = :words::jsonb, plan_ids = :plans, computed_at = :at
                """,
                statement -> statement
                        .param("got", result.total().got())
                        .param("judged", result.total().judged())
                        .param("full", result.total().full())
                        .param("drawn", coverage.sitesDrawn())
                        .param("sitesJudged", coverage.sitesJudged())
                        .param("observations", coverage.observations())
                        .param("used", coverage.observationsUsed())
                        .param("coverage", result.judgedShare())
                        .param("methods", json.writeValueAsString(result.methods()))
                        .param("vetoes", json.writeValueAsString(result.vetoes()))
                        .param("words", json.writeValueAsString(words))
                        .param("plans", planIds.toArray(UUID[]::new))
                        .param("at", Timestamp.from(at)));
    }

    public void published(RoundVersion version, Instant at, String by) {
        change(
                version,
                "state = 'PUBLISHED', published_at = :at, published_by = :by",
                statement -> statement.param("at", Timestamp.from(at)).param("by", by));
    }

    public void superseded(RoundVersion version) {
        change(version, "state = 'SUPERSEDED'", statement -> statement);
    }

    /** Removes an unpublished version; the round as well when nothing is left of it. */
    public void discard(RoundVersion version) {
        int gone = jdbc.sql("delete from scoring_version where id = :id and version = :revision")
                .param("id", version.id())
                .param("revision", version.revision())
                .update();
        if (gone == 0) {
            throw new StaleVersion();
        }
        jdbc.sql("""
                        delete from scoring_round r where r.id = :round
                          and not exists (select 1 from scoring_version v where v.round_id = r.id)
                        """).param("round", version.roundId()).update();
    }

    public FrozenWords words(UUID versionId) {
        return jdbc.sql("select words::text from scoring_version where id = :id and words is not null")
                .param("id", versionId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, FrozenWords.class))
                .orElse(FrozenWords.NONE);
    }

    private interface Parameters {
        JdbcClient.StatementSpec on(JdbcClient.StatementSpec statement);
    }

    private void change(RoundVersion version, String assignments, Parameters parameters) {
        JdbcClient.StatementSpec statement = jdbc.sql("update scoring_version set version = version + 1, " + assignments
                        + " where id = :id and version = :revision")
                .param("id", version.id())
                .param("revision", version.revision());
        if (parameters.on(statement).update() == 0) {
            throw new StaleVersion();
        }
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("edition_title"),
                row.getString("area_name"),
                new RoundSettings(
                        row.getObject("edition_id", UUID.class),
                        row.getString("area_code"),
                        new Period(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        VisitRule.valueOf(row.getString("visit_rule")),
                        List.of((String[]) row.getArray("kinds").getArray()),
                        row.getLong("min_coverage"),
                        methods(row.getArray("methods"))));
    }

    /** Versions from before methods had weights hold none: then it is judged over full. */
    private static long coverage(ResultSet row) throws SQLException {
        long coverage = row.getLong("coverage");
        return row.wasNull() ? new Tally(0, row.getLong("judged"), row.getLong("full_points")).coverage() : coverage;
    }

    private static Set<Method> methods(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(Method::valueOf).collect(Collectors.toSet());
    }

    private static RoundVersion version(ResultSet row) throws SQLException {
        Array plans = row.getArray("plan_ids");
        return new RoundVersion(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getInt("number"),
                RoundState.valueOf(row.getString("state")),
                new Tally(row.getLong("got"), row.getLong("judged"), row.getLong("full_points")),
                coverage(row),
                List.of((UUID[]) plans.getArray()),
                row.getInt("version"));
    }
}
