package org.civitas.bulletin.persistence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.bulletin.domain.RankingScheme;
import org.civitas.shared.Ids;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The editions of ranking schemes; never changed, only added. */
@Component
public class SchemeTable {

    /** A scheme with its id. */
    public record Stored(UUID id, RankingScheme scheme) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SchemeTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All editions, the newest first. */
    public List<Stored> all() {
        return jdbc.sql(
                        "select id, name, edition, least_due, items::text as items from ranking_scheme order by created_at desc, edition desc")
                .query(rows())
                .list();
    }

    public Optional<Stored> byId(UUID id) {
        return jdbc.sql("select id, name, edition, least_due, items::text as items from ranking_scheme where id = :id")
                .param("id", id)
                .query(rows())
                .optional();
    }

    /** Adds the next edition under the name of the scheme; its own edition number is not looked at. */
    public UUID add(RankingScheme scheme) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into ranking_scheme (id, name, edition, least_due, items, created_at)
                        select :id, :name, coalesce(max(edition), 0) + 1, :least, :items::jsonb, :now
                        from ranking_scheme where name = :name
                        """)
                .param("id", id)
                .param("name", scheme.name())
                .param("least", scheme.leastDue())
                .param("items", json.writeValueAsString(scheme.items()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private RowMapper<Stored> rows() {
        return (row, n) -> new Stored(
                row.getObject("id", UUID.class),
                new RankingScheme(
                        row.getString("name"),
                        row.getInt("edition"),
                        row.getInt("least_due"),
                        Arrays.asList(json.readValue(row.getString("items"), RankingScheme.Item[].class))));
    }
}
