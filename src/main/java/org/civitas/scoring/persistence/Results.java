package org.civitas.scoring.persistence;

import java.util.List;
import java.util.UUID;
import org.civitas.scoring.domain.AreaTally;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.ScoreLine;
import org.civitas.scoring.domain.ScoringEdition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the results of a version of a round; refused by the database once the version is published. */
@Repository
public class Results {

    private static final int BATCH = 1_000;
    private static final List<String> TABLES = List.of("scoring_node", "scoring_site", "scoring_loss", "scoring_area");

    private final JdbcTemplate jdbc;

    Results(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the results of an earlier computation. */
    public void write(UUID versionId, ScoringEdition edition, RoundResult result, List<AreaTally> areas) {
        TABLES.forEach(table -> jdbc.update("delete from " + table + " where version_id = ?", versionId));
        writeNodes(versionId, ScoreLine.of(edition, result));
        writeSites(versionId, result);
        writeLosses(versionId, result);
        writeAreas(versionId, areas);
    }

    private void writeNodes(UUID versionId, List<ScoreLine> lines) {
        jdbc.batchUpdate("""
                insert into scoring_node (version_id, place, kind, code, parent_code, title, rule, got, judged, full_points)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, BATCH, (row, line) -> {
            row.setObject(1, versionId);
            row.setInt(2, line.place());
            row.setString(3, line.kind().name());
            row.setString(4, line.code());
            row.setString(5, line.parentCode());
            row.setString(6, line.title());
            row.setString(7, line.rule());
            row.setLong(8, line.tally().got());
            row.setLong(9, line.tally().judged());
            row.setLong(10, line.tally().full());
        });
    }

    private void writeSites(UUID versionId, RoundResult result) {
        jdbc.batchUpdate("""
                insert into scoring_site (version_id, requirement_code, site_id, type_code, ratio, got, loss)
                values (?, ?, ?, ?, ?, ?, ?)
                """, result.sites(), BATCH, (row, site) -> {
            row.setObject(1, versionId);
            row.setString(2, site.requirementCode());
            row.setObject(3, site.siteId());
            row.setString(4, site.typeCode());
            row.setLong(5, site.ratio());
            row.setLong(6, site.got());
            row.setLong(7, site.loss());
        });
    }

    private void writeLosses(UUID versionId, RoundResult result) {
        jdbc.batchUpdate("""
                insert into scoring_loss (version_id, number, requirement_code, criterion_code, item_code, site_id,
                    type_code, area_code, visit_id, observation_id, department_id, territory_id, points, evidence, evidence_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, result.pieces(), BATCH, (row, piece) -> {
            row.setObject(1, versionId);
            row.setInt(2, piece.number());
            row.setString(3, piece.requirementCode());
            row.setString(4, piece.criterionCode());
            row.setString(5, piece.itemCode());
            row.setObject(6, piece.siteId());
            row.setString(7, piece.typeCode());
            row.setString(8, piece.areaCode());
            row.setObject(9, piece.visitId());
            row.setObject(10, piece.observationId());
            row.setObject(11, piece.department());
            row.setObject(12, piece.territory());
            row.setLong(13, piece.nanos());
            row.setString(14, piece.evidence().name());
            row.setObject(15, piece.evidenceId());
        });
    }

    private void writeAreas(UUID versionId, List<AreaTally> areas) {
        jdbc.batchUpdate("""
                insert into scoring_area (version_id, area_code, got, judged, full_points, sites_judged)
                values (?, ?, ?, ?, ?, ?)
                """, areas, BATCH, (row, area) -> {
            row.setObject(1, versionId);
            row.setString(2, area.areaCode());
            row.setLong(3, area.tally().got());
            row.setLong(4, area.tally().judged());
            row.setLong(5, area.tally().full());
            row.setInt(6, area.sitesJudged());
        });
    }
}
