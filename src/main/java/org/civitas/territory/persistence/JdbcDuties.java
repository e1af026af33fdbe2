package org.civitas.territory.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.territory.Answerable;
import org.civitas.territory.AreaCode;
import org.civitas.territory.Duties;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutySubject;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.domain.WhoAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDuties implements Duties {

    static final String COLUMNS = """
            id, kind, target_kind, area_code, site_id, site_type, unit_id, person_name, person_title, account_id,
            first_day, last_day
            """;

    private final JdbcClient jdbc;

    JdbcDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Answerable answerableFor(DutySubject subject, LocalDate day) {
        return Objects.requireNonNull(answerableForAll(List.of(subject), day).get(subject));
    }

    @Override
    public Map<DutySubject, Answerable> answerableForAll(Collection<DutySubject> subjects, LocalDate day) {
        String[] line = subjects.stream()
                .flatMap(subject -> subject.area().upwards().stream())
                .map(AreaCode::value)
                .distinct()
                .toArray(String[]::new);
        List<Duty> duties = reaching(subjects, line, day);
        Map<String, UUID> units = territories(line);
        Map<DutySubject, Answerable> answers = new LinkedHashMap<>();
        for (DutySubject subject : subjects) {
            answers.put(subject, WhoAnswers.forSubject(subject, day, duties, nearest(subject, units)));
        }
        return answers;
    }

    @Override
    public List<Duty> heldBy(@Nullable UUID unitId, @Nullable UUID accountId, LocalDate day) {
        List<Duty> held = jdbc.sql("select " + COLUMNS + """
                from duty where (unit_id = :unit::uuid or account_id = :account::uuid)
                  and first_day <= :day and (last_day is null or last_day >= :day)
                """)
                .param("unit", unitId)
                .param("account", accountId)
                .param("day", day)
                .query(JdbcDuties::duty)
                .list();
        return WhoAnswers.heldBy(unitId, accountId, day, held);
    }

    @Override
    public List<Duty> ofUnitsOn(LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                from duty where kind in ('COMPETENT', 'RESPONSIBLE')
                  and first_day <= :day and (last_day is null or last_day >= :day)
                """)
                .param("day", day)
                .query(JdbcDuties::duty)
                .list();
    }

    private List<Duty> reaching(Collection<DutySubject> subjects, String[] line, LocalDate day) {
        UUID[] sites = subjects.stream()
                .map(DutySubject::siteId)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        return jdbc.sql("select " + COLUMNS + """
                from duty where (target_kind <> 'SITE' and area_code = any(:line) or site_id = any(:sites))
                  and first_day <= :day and (last_day is null or last_day >= :day)
                """)
                .param("line", line)
                .param("sites", sites)
                .param("day", day)
                .query(JdbcDuties::duty)
                .list();
    }

    private Map<String, UUID> territories(String[] line) {
        Map<String, UUID> byArea = new HashMap<>();
        jdbc.sql("""
                select area_code, id from unit
                where kind = 'TERRITORY' and active and area_code = any(:line) order by code
                """).param("line", line).query(row -> {
            byArea.putIfAbsent(row.getString(1), row.getObject(2, UUID.class));
        });
        return byArea;
    }

    private static @Nullable UUID nearest(DutySubject subject, Map<String, UUID> units) {
        return subject.area().upwards().stream()
                .map(area -> units.get(area.value()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getObject("id", UUID.class),
                DutyKind.valueOf(row.getString("kind")),
                target(row),
                row.getObject("unit_id", UUID.class),
                row.getString("person_name"),
                row.getString("person_title"),
                row.getObject("account_id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static DutyTarget target(ResultSet row) throws SQLException {
        AreaCode area = new AreaCode(row.getString("area_code"));
        return switch (row.getString("target_kind")) {
            case "SITE" -> new DutyTarget.OfSite(row.getObject("site_id", UUID.class), area);
            case "TYPE" -> new DutyTarget.OfType(row.getString("site_type"), area);
            default -> new DutyTarget.OfArea(area);
        };
    }
}
