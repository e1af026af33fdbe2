package org.civitas.casework;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.application.CaseRecord;
import org.civitas.casework.application.HandleCase;
import org.civitas.casework.application.OpenCase;
import org.civitas.casework.application.StepRequest;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.StepFacts;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.Ids;
import org.civitas.testing.TestUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A small city with units, and the words to tell stories of cases in it. */
public class TestCity {

    public static final UUID PICTURE = new UUID(7, 7);
    /** A paper that stands in for a picture. */
    public static final StepFacts.Mended SHOWN = new StepFacts.Mended(List.of(), "云城管〔2026〕12号");

    public static final String STALL = "L001";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpenCase openCase;

    @Autowired
    HandleCase handle;

    @Autowired
    CaseFiles files;

    @Autowired
    TransactionTemplate transaction;

    public UUID cityManagement;
    public UUID police;
    public UUID county;
    public UUID street;
    public UUID community;
    public String area;
    public String street1;

    public void build() {
        String root = CurrentCity.required().rootArea();
        area = root + "02";
        street1 = area + "001";
        jdbc.sql("delete from unit").update();
        jdbc.sql("delete from area").update();
        area(root, "测试市", "CITY", "CITY", null, "测试市");
        area(area, "东区", "COUNTY", "DISTRICT", root, "测试市/东区");
        area(root + "03", "西区", "COUNTY", "DISTRICT", root, "测试市/西区");
        area(street1, "和平街道", "STREET", "SUBDISTRICT", area, "测试市/东区/和平街道");
        cityManagement = unit("CG", "市城管局", "BUREAU", root, null);
        police = unit("JJ", "市交警支队", "BUREAU", root, null);
        county = unit("DQ", "东区创建办", "TERRITORY", area, null);
        street = unit("HP", "和平街道办", "TERRITORY", street1, county);
        community = unit("XF", "幸福社区", "TERRITORY", street1 + "001", street);
    }

    public CurrentUser handler(UUID unit) {
        return TestUsers.ofUnit(StandardRole.UNIT_HANDLER, unit);
    }

    public CurrentUser countyOffice() {
        return TestUsers.inArea(StandardRole.COUNTY_OFFICE, area, county);
    }

    public NewCase stall(String words) {
        return new NewCase(
                STALL,
                CaseChannel.OFFICER,
                words,
                street1,
                null,
                null,
                null,
                null,
                null,
                "幸福路12号",
                null,
                List.of(PICTURE),
                Instant.parse("2026-11-16T02:00:00Z"),
                null,
                null,
                false);
    }

    /** A case that waits for dispatch. */
    public UUID found(String words) {
        return openCase.open(Ids.next(), stall(words), new StepActor(Ids.next(), "督查员甲", null), true)
                .caseId();
    }

    public UUID dispatched(String words, UUID unit) {
        UUID id = found(words);
        dispatch(id, unit, List.of());
        return id;
    }

    public void dispatch(UUID id, UUID unit, List<UUID> coUnits) {
        handle.dispatch(
                TestUsers.office(),
                now(id),
                "请整改",
                new StepFacts.Dispatched(unit, coUnits, TimeLimit.workingDays(3), false, true));
    }

    public UUID submitted(String words, UUID unit) {
        UUID id = dispatched(words, unit);
        handle.sign(handler(unit), now(id), "");
        submit(id, unit);
        return id;
    }

    public void submit(UUID id, UUID unit) {
        handle.submit(handler(unit), now(id), "已整改", SHOWN);
    }

    /** A new request for the case as it stands. */
    public StepRequest now(UUID id) {
        return new StepRequest(id, Ids.next(), record(id).file().version());
    }

    public CaseRecord record(UUID id) {
        return transaction.execute(status -> files.lock(id, CaseScope.SYSTEM));
    }

    public Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from case_file where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    public int count(String sql, Object... params) {
        var statement = jdbc.sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(Integer.class).single();
    }

    private void area(String code, String name, String level, String kind, String parent, String path) {
        jdbc.sql("insert into area (code, name, level, kind, parent_code, path) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(code, name, level, kind, parent, path))
                .update();
    }

    private UUID unit(String code, String name, String kind, String areaCode, UUID parent) {
        UUID id = Ids.next();
        jdbc.sql("insert into unit (id, code, name, kind, area_code, parent_id) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, code, name, kind, areaCode, parent))
                .update();
        return id;
    }
}
