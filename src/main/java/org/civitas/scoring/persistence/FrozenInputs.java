package org.civitas.scoring.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.civitas.scoring.domain.EnteredFact;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.VetoEvent;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.persistence.FrozenJson.EditionJson;
import org.civitas.scoring.persistence.FrozenJson.ObservationJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The frozen inputs of a version of a round: the edition in one document, a row for each site with its observations. */
@Repository
public class FrozenInputs {

    private static final TypeReference<List<ObservationJson>> OBSERVATIONS = new TypeReference<>() {};

    private static final TypeReference<List<FactJson>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<VetoEvent>> EVENTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    FrozenInputs(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Replaces what was frozen before; refused by the database once the version is published. */
    public void write(UUID versionId, RoundInputs inputs) {
        Map<UUID, List<ObservationJson>> bySite = new HashMap<>();
        for (ObservationFacts observation : inputs.observations()) {
            bySite.computeIfAbsent(observation.siteId(), id -> new ArrayList<>())
                    .add(ObservationJson.of(observation));
        }
        jdbc.update(
                "update scoring_version set edition = ?::jsonb, facts = ?::jsonb, events = ?::jsonb where id = ?",
                json.writeValueAsString(EditionJson.of(inputs.edition())),
                json.writeValueAsString(
                        inputs.facts().stream().map(FactJson::of).toList()),
                json.writeValueAsString(inputs.events()),
                versionId);
        jdbc.update("delete from scoring_input_site where version_id = ?", versionId);
        jdbc.batchUpdate("""
                insert into scoring_input_site
                    (version_id, site_id, site_code, site_name, type_code, area_code, department_id, territory_id, observations)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """, inputs.sites(), 200, (row, site) -> {
            row.setObject(1, versionId);
            row.setObject(2, site.id());
            row.setString(3, site.code());
            row.setString(4, site.name());
            row.setString(5, site.typeCode());
            row.setString(6, site.areaCode());
            row.setObject(7, site.department());
            row.setObject(8, site.territory());
            row.setString(9, json.writeValueAsString(bySite.getOrDefault(site.id(), List.of())));
        });
    }

    /** The inputs as they were frozen; empty before the first computation. */
    public Optional<RoundInputs> read(UUID versionId) {
        return edition(versionId).map(edition -> {
            List<SiteFacts> sites = new ArrayList<>();
            List<ObservationFacts> observations = new ArrayList<>();
            jdbc.query(
                    "select * from scoring_input_site where version_id = ? order by site_id",
                    row -> {
                        SiteFacts site = site(row);
                        sites.add(site);
                        observations.addAll(observations(site.id(), row.getString("observations")));
                    },
                    versionId);
            return new RoundInputs(
                    edition,
                    visitRule(versionId),
                    sites,
                    observations,
                    list(versionId, "facts", FACTS).stream().map(FactJson::fact).toList(),
                    list(versionId, "events", EVENTS));
        });
    }

    /** Versions from before other methods were scored hold none. */
    private <T> List<T> list(UUID versionId, String column, TypeReference<List<T>> type) {
        String text = jdbc.queryForObject(
                "select coalesce(" + column + ", '[]')::text from scoring_version where id = ?",
                String.class,
                versionId);
        return json.readValue(Objects.requireNonNull(text), type);
    }

    /** What was entered for requirements that are not judged at sites. */
    public List<EnteredFact> facts(UUID versionId) {
        return list(versionId, "facts", FACTS).stream().map(FactJson::fact).toList();
    }

    /** The events of the negative list. */
    public List<VetoEvent> events(UUID versionId) {
        return list(versionId, "events", EVENTS);
    }

    /** The edition alone, without the sites. */
    public Optional<ScoringEdition> edition(UUID versionId) {
        return jdbc
                .queryForList(
                        "select edition::text from scoring_version where id = ? and edition is not null",
                        String.class,
                        versionId)
                .stream()
                .findFirst()
                .map(text -> json.readValue(text, EditionJson.class).edition());
    }

    /** What was observed at one site. */
    public List<ObservationFacts> observationsAt(UUID versionId, UUID siteId) {
        return jdbc
                .queryForList(
                        "select observations::text from scoring_input_site where version_id = ? and site_id = ?",
                        String.class,
                        versionId,
                        siteId)
                .stream()
                .flatMap(text -> observations(siteId, text).stream())
                .toList();
    }

    /** One drawn site. */
    public Optional<SiteFacts> site(UUID versionId, UUID siteId) {
        return jdbc
                .query(
                        "select * from scoring_input_site where version_id = ? and site_id = ?",
                        (row, n) -> site(row),
                        versionId,
                        siteId)
                .stream()
                .findFirst();
    }

    private static SiteFacts site(ResultSet row) throws SQLException {
        return new SiteFacts(
                row.getObject("site_id", UUID.class),
                row.getString("site_code"),
                row.getString("site_name"),
                row.getString("type_code"),
                row.getString("area_code"),
                row.getObject("department_id", UUID.class),
                row.getObject("territory_id", UUID.class));
    }

    private List<ObservationFacts> observations(UUID siteId, String text) {
        return json.readValue(text, OBSERVATIONS).stream()
                .map(observation -> observation.at(siteId))
                .toList();
    }

    private VisitRule visitRule(UUID versionId) {
        return VisitRule.valueOf(Objects.requireNonNull(jdbc.queryForObject(
                "select r.visit_rule from scoring_version v join scoring_round r on r.id = v.round_id where v.id = ?",
                String.class,
                versionId)));
    }
}
