package org.civitas.site.persistence;

import java.lang.reflect.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.search.SearchTokens;
import org.civitas.site.Site;
import org.civitas.site.domain.SiteChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes sites, each write with its line in the register's history. */
@Repository
public class SiteStore {

    /** All rows as one array a column: a tenth of the work of a statement with as many parameters as cells. */
    private static final String INSERT = """
            insert into site (id, code, name, type_code, area_code, address, longitude, latitude, department_unit_id,
                              territorial_unit_id, person_in_charge, note, state, token, search, created_at, changed_at, version)
            select r.id, r.code, r.name, r.type_code, r.area_code, r.address, r.longitude, r.latitude, r.department, r.territory,
                   r.person, r.note, r.state, r.token, to_tsvector('simple', r.tokens), r.at, r.at, r.version
            from (select unnest(?::uuid[]) as id, unnest(?::text[]) as code, unnest(?::text[]) as name,
                    unnest(?::text[]) as type_code, unnest(?::text[]) as area_code, unnest(?::text[]) as address,
                    unnest(?::float8[]) as longitude, unnest(?::float8[]) as latitude, unnest(?::uuid[]) as department,
                    unnest(?::uuid[]) as territory, unnest(?::text[]) as person, unnest(?::text[]) as note,
                    unnest(?::text[]) as state, unnest(?::text[]) as token, unnest(?::text[]) as tokens,
                    unnest(?::int[]) as version, ?::timestamptz as at) as r
            """;

    private static final String UPDATE = """
            update site set code = ?, name = ?, type_code = ?, area_code = ?, address = ?, longitude = ?, latitude = ?,
                   department_unit_id = ?, territorial_unit_id = ?, person_in_charge = ?, note = ?, state = ?,
                   search = to_tsvector('simple', ?), changed_at = ?, version = version + 1
            where id = ? and version = ?
            """;
    private static final String HISTORY = """
            insert into site_version (site_id, version, changed_at, account_id, account_name, change, facts)
            select unnest(?::uuid[]), unnest(?::int[]), ?, ?, ?, ?, unnest(?::text[])::jsonb
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SiteStore(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void insert(Collection<Site> sites, SiteChange change) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Site> rows = List.copyOf(sites);
        jdbc.update(
                INSERT,
                column(rows, UUID.class, Site::id),
                column(rows, String.class, Site::code),
                column(rows, String.class, Site::name),
                column(rows, String.class, Site::typeCode),
                column(rows, String.class, Site::areaCode),
                column(rows, String.class, Site::address),
                column(rows, Double.class, site -> site.position().longitude()),
                column(rows, Double.class, site -> site.position().latitude()),
                column(rows, UUID.class, Site::departmentUnitId),
                column(rows, UUID.class, Site::territorialUnitId),
                column(rows, String.class, Site::personInCharge),
                column(rows, String.class, Site::note),
                column(rows, String.class, site -> site.state().name()),
                column(rows, String.class, Site::token),
                column(rows, String.class, SiteStore::tokens),
                column(rows, Integer.class, Site::version),
                now);
        remember(sites, change);
    }

    /** Answers false when somebody else changed the site since {@code site.version()} was read. */
    public boolean update(Site site, SiteChange change) {
        int rows = jdbc.update(
                UPDATE,
                site.code(),
                site.name(),
                site.typeCode(),
                site.areaCode(),
                site.address(),
                site.position().longitude(),
                site.position().latitude(),
                site.departmentUnitId(),
                site.territorialUnitId(),
                site.personInCharge(),
                site.note(),
                site.state().name(),
                tokens(site),
                Timestamp.from(clock.instant()),
                site.id(),
                site.version());
        if (rows == 1) {
            remember(List.of(site.withVersion(site.version() + 1)), change);
        }
        return rows == 1;
    }

    private void remember(Collection<Site> sites, SiteChange change) {
        Timestamp now = Timestamp.from(clock.instant());
        UUID account = AuditTrail.actorId();
        String name = AuditTrail.actorName();
        List<Site> rows = List.copyOf(sites);
        jdbc.update(
                HISTORY,
                column(rows, UUID.class, Site::id),
                column(rows, Integer.class, Site::version),
                now,
                account,
                name,
                change.name(),
                column(rows, String.class, site -> json.writeValueAsString(facts(site))));
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T[] column(List<Site> sites, Class<T> type, Function<Site, @Nullable T> value) {
        @Nullable T[] column = (T[]) Array.newInstance(type, sites.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(sites.get(i));
        }
        return column;
    }

    /** The facts of the register as they are kept in the history; keys stay readable for ever. */
    private static Map<String, Object> facts(Site site) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("code", site.code());
        facts.put("name", site.name());
        facts.put("typeCode", site.typeCode());
        facts.put("areaCode", site.areaCode());
        facts.put("address", site.address());
        facts.put("longitude", site.position().longitude());
        facts.put("latitude", site.position().latitude());
        facts.put("departmentUnitId", site.departmentUnitId());
        facts.put("territorialUnitId", site.territorialUnitId());
        facts.put("personInCharge", site.personInCharge());
        facts.put("note", site.note());
        facts.put("state", site.state().name());
        return facts;
    }

    private static String tokens(Site site) {
        return SearchTokens.document(site.code(), site.name(), site.address());
    }
}
