package org.civitas.inspection.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.civitas.inspection.GradeMark;
import org.civitas.inspection.Outcome;

/** What was judged, in words for a list: 符合, B, 3 处, 62.5. */
final class Verdict {

    private Verdict() {}

    static String words(ResultSet row, Outcome outcome) throws SQLException {
        return switch (outcome) {
            case GRADED -> GradeMark.valueOf(row.getString("grade")).letter();
            case COUNTED -> row.getInt("counted") == 0 ? "未发现" : row.getInt("counted") + " 处";
            case MEASURED -> row.getBigDecimal("figure").toPlainString();
            case CONFORMING, NONCONFORMING, NOT_APPLICABLE -> outcome.label();
        };
    }
}
