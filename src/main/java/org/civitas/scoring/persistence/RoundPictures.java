package org.civitas.scoring.persistence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.SiteFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures behind the figures of rounds: found by picture, to decide who may see it. */
@Repository
public class RoundPictures {

    private record Line(UUID picture, UUID observation, String area) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    RoundPictures(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** Replaces what was written for an earlier computation. */
    public void write(UUID versionId, RoundInputs inputs) {
        Map<UUID, String> areas = inputs.sites().stream().collect(Collectors.toMap(SiteFacts::id, SiteFacts::areaCode));
        List<Line> lines = inputs.observations().stream()
                .flatMap(o -> o.pictures().stream()
                        .distinct()
                        .map(picture -> new Line(picture, o.id(), areas.getOrDefault(o.siteId(), ""))))
                .toList();
        jdbc.update("delete from scoring_picture where version_id = ?", versionId);
        jdbc.batchUpdate(
                "insert into scoring_picture (version_id, picture_id, observation_id, area_code) values (?, ?, ?, ?)",
                lines,
                1_000,
                (row, line) -> {
                    row.setObject(1, versionId);
                    row.setObject(2, line.picture());
                    row.setObject(3, line.observation());
                    row.setString(4, line.area());
                });
    }

    /**
     * Whether a round that somebody sees rests on the picture.
     *
     * @param units null: everything in the scope's area; else only findings that are charged to one of them
     */
    public boolean shows(UUID pictureId, String scopeArea, boolean drafts, @Nullable List<UUID> units) {
        return client.sql("""
                        select exists (
                            select 1 from scoring_picture p
                            join scoring_version v on v.id = p.version_id
                            join scoring_round r on r.id = v.round_id
                            where p.picture_id = :picture and p.area_code like :scope || '%'
                              and (v.state in ('PUBLISHED', 'SUPERSEDED')
                                   or (:drafts and r.area_code like :scope || '%'))
                              and (:units::uuid[] is null or exists (
                                  select 1 from scoring_loss l
                                  where l.version_id = p.version_id and l.observation_id = p.observation_id
                                    and (l.department_id = any(:units) or l.territory_id = any(:units)))))
                        """)
                .param("picture", pictureId)
                .param("scope", scopeArea)
                .param("drafts", drafts)
                .param("units", units == null ? null : units.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }
}
