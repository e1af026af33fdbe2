package org.civitas.site.persistence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.search.SearchTokens;
import org.civitas.site.Site;
import org.civitas.site.domain.SiteChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes sites, each write with its line in the register's history. */
@Repository
public class SiteStore {

    private static final String INSERT = """
            insert into site (id, code, name, type_code, area_code, address, longitude, latitude, department_unit_id,
                              territorial_unit_id, person_in_charge, note, state, token, search, created_at, changed_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, to_tsvector('simple', ?), ?, ?, ?)
            """;
    private static final String UPDATE = """
            update site set code = ?, name = ?, type_code = ?, area_code = ?, address = ?, longitude = ?, latitude = ?,
                   department_unit_id = ?, territorial_unit_id = ?, person_in_charge = ?, note = ?, state = ?,
                   search = to_tsvector('simple', ?), changed_at = ?, version = version + 1
            where id = ? and version = ?
            """;
    private static final String HISTORY = """
            insert into site_version (site_id, version, changed_at, account_id, account_name, change, facts)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)
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
        jdbc.batchUpdate(INSERT, sites.stream().map(site -> inserted(site, now)).toList());
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
        jdbc.batchUpdate(
                HISTORY,
                sites.stream()
                        .map(site -> new Object[] {
                            site.id(),
                            site.version(),
                            now,
                            account,
                            name,
                            change.name(),
                            json.writeValueAsString(facts(site))
                        })
                        .toList());
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

    private static Object[] inserted(Site site, Timestamp now) {
        return new Object[] {
            site.id(),
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
            site.token(),
            tokens(site),
            now,
            now,
            site.version()
        };
    }

    private static String tokens(Site site) {
        return SearchTokens.document(site.code(), site.name(), site.address());
    }
}
