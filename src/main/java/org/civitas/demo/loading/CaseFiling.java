package org.civitas.demo.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.demo.story.CaseKind;
import org.civitas.demo.story.Catalogue;
import org.civitas.demo.story.Item;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files a fault under a type of case as casework would: by the longest of the types' words that occurs in it. */
final class CaseFiling implements Catalogue.Filing {

    private record Word(String word, CaseKind kind) {}

    private static final String[][] MEANINGS = {
        {"L024", "热线", "电话", "服务不到位", "诉求", "投诉", "政务", "维权"},
        {"L026", "志愿", "文明实践"},
        {"L019", "食品", "计量", "明码", "证照", "餐饮", "油烟"},
        {"L007", "没有宣传", "没有展示", "数量", "没有固定", "不足"},
        {"L006", "公益", "宣传", "展示", "广告"},
        {"L029", "公示", "公开", "活动", "档案", "移风易俗"},
        {"L002", "搭", "线缆", "立面", "墙", "晾挂", "空调"},
        {"L016", "绿", "树", "病虫"},
        {"L023", "交通", "劝导"},
        {"L010", "破损", "缺损", "设施"},
        {"L018", "施工", "扬尘"},
        {"L017", "水域", "排放口", "河"},
    };

    private final Map<String, CaseKind> kinds = new HashMap<>();
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
            kinds.put(kind.code(), kind);
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
        return byMeaning(fault.caseType() + fault.text());
    }

    /** The last resort for words that no type claims. */
    private CaseKind byMeaning(String words) {
        for (String[] meaning : MEANINGS) {
            for (int i = 1; i < meaning.length; i++) {
                if (words.contains(meaning[i])) {
                    return kinds.getOrDefault(meaning[0], other);
                }
            }
        }
        return other;
    }
}
