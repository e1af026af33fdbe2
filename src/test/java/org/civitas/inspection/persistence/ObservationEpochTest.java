package org.civitas.inspection.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.civitas.shared.Ids;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CityTest
class ObservationEpochTest {

    @Autowired
    ObservationEpoch epochs;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_new_epoch_is_opened_only_where_the_rows_remember_a_transaction_that_is_still_to_come() {
        assertThat(epochs.openIfRestored()).as("no rows at all").isFalse();
        UUID id = anObservation();
        assertThat(epochs.openIfRestored()).as("rows of this very database").isFalse();

        jdbc.update("update observation set xid = xid + 1000000 where id = ?", id);
        assertThat(epochs.openIfRestored())
                .as("rows of a database that counted further")
                .isTrue();
        assertThat(jdbc.queryForObject("select epoch from observation_epoch", Integer.class))
                .isEqualTo(2);
        assertThat(epochs.openIfRestored()).as("opened once").isFalse();
    }

    private UUID anObservation() {
        UUID id = Ids.next();
        UUID visit = Ids.next();
        jdbc.update("""
                insert into visit (id, kind, edition_id, site_id, site_name, site_type, area_code, owner_area_code,
                    inspector_id, inspector_name, started_at, ended_at, received_at, remark, content_hash)
                values (?, 'PATROL', ?, ?, '云河公园', '公园', '950101', '9501', ?, '督查员甲', now(), now(), now(), '', '')
                """, visit, Ids.next(), Ids.next(), Ids.next());
        jdbc.update("""
                insert into observation (id, epoch, visit_id, kind, edition_id, site_id, site_name, site_type, area_code,
                    owner_area_code, check_item_code, check_item_text, outcome, failed, faults, remark, fault_words,
                    pictures, another_spot, observed_at, visited_at, inspector_id, inspector_name)
                select ?, 1, v.id, v.kind, v.edition_id, v.site_id, v.site_name, v.site_type, v.area_code,
                    v.owner_area_code, '公园-01-01', '地面干净', 'CONFORMING', false, '{}', '', '', '{}', false, now(), now(),
                    v.inspector_id, v.inspector_name from visit v where v.id = ?
                """, id, visit);
        return id;
    }
}
