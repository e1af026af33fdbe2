package org.civitas.casework.application;

import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.domain.CasePolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of handling that the city has set. */
@Component
public class CaseSettings {

    private final JdbcClient jdbc;

    CaseSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CasePolicy policy() {
        return jdbc.sql("select * from case_setting")
                .query((row, n) -> {
                    String unit = row.getString("rework_allowance_unit");
                    return new CasePolicy(
                            row.getInt("max_refusals"),
                            unit == null
                                    ? null
                                    : new TimeLimit(row.getInt("rework_allowance"), LimitUnit.valueOf(unit)),
                            new TimeLimit(
                                    row.getInt("sign_limit"), LimitUnit.valueOf(row.getString("sign_limit_unit"))));
                })
                .optional()
                .orElse(CasePolicy.DEFAULT);
    }
}
