package org.civitas.demo.loading;

import java.util.ArrayList;
import java.util.List;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.demo.story.CaseKind;
import org.civitas.demo.story.Catalogue;
import org.civitas.demo.story.Item;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files a fault under a type of case as casework would: by the longest of the types' words that occurs in it. */
final class CaseFiling implements Catalogue.Filing {

    private record Word(String word, CaseKind kind) {}

    private final List<Word> words = new ArrayList<>();
    private CaseKind other = new CaseKind("L030", "其他问题", TimeLimit.workingDays(5), false);

    CaseFiling(JdbcTemplate jdbc) {
        jdbc.query("""
                select code, name, limit_amount, limit_unit, picture_needed, keywords from case_type where enabled
                order by position
                """, row -> {
            TimeLimit limit = new TimeLimit(row.getInt("limit_amount"), LimitUnit.valueOf(row.getString("limit_unit")));
            CaseKind kind =
                    new CaseKind(row.getString("code"), row.getString("name"), limit, row.getBoolean("picture_needed"));
            String[] ofKind = (String[]) row.getArray("keywords").getArray();
            for (String word : ofKind) {
                words.add(new Word(word, kind));
            }
            other = ofKind.length == 0 ? kind : other;
        });
    }

    @Override
    public CaseKind kind(Item.Fault fault, String checkItem) {
        for (String text : List.of(fault.text(), fault.caseType(), checkItem)) {
            CaseKind best = null;
            int length = 0;
            for (Word word : words) {
                if (word.word().length() > length && text.contains(word.word())) {
                    best = word.kind();
                    length = word.word().length();
                }
            }
            if (best != null) {
                return best;
            }
        }
        return other;
    }
}
