package org.civitas.demo.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.demo.story.CaseKind;
import org.civitas.demo.story.Catalogue;
import org.civitas.demo.story.Item;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files a fault under a type of case as casework would: by the longest of the types' words that occurs in it, else by what it means. */
final class CaseFiling implements Catalogue.Filing {

    private record Word(String word, CaseKind kind) {}

    private static final String[][] MEANINGS = {
        {"L026", "志愿", "文明实践", "便民服务"},
        {"L012", "微型消防", "用电", "燃气"},
        {"L003", "进楼"},
        {"L019", "食品", "计量", "明码", "证照", "餐饮", "油烟", "药品", "农贸市场", "塑料", "违禁", "未成年人保护", "收寄", "寄递"},
        {"L024", "热线", "电话", "服务", "诉求", "投诉", "政务", "维权", "开放", "驿站", "母婴", "停车场"},
        {"L007", "没有宣传", "没有展示", "数量", "没有固定", "不足"},
        {"L006", "公益", "宣传", "展示", "广告"},
        {"L029", "公示", "公开", "活动", "档案", "移风易俗", "调解", "提醒", "节能", "心理", "文明用餐", "校园文明"},
        {"L002", "搭", "线缆", "立面", "墙", "晾挂", "空调"},
        {"L016", "绿", "树", "病虫"},
        {"L023", "交通", "劝导", "护学", "校园周边"},
        {"L017", "水域", "排放口", "河"},
        {"L009", "污水", "遗撒", "废弃", "废品", "焚烧"},
        {"L010", "破损", "缺损", "设施", "牌", "座椅", "台阶", "栈桥", "电梯", "充电桩", "显示屏", "安全岛", "计费"},
        {"L018", "施工", "扬尘", "渣土"},
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
        return byWord(fault.text())
                .or(() -> byWord(fault.caseType()))
                .or(() -> byMeaning(fault.caseType() + fault.text()))
                .or(() -> byWord(checkItem))
                .orElse(other);
    }

    private Optional<CaseKind> byWord(String text) {
        return words.stream()
                .filter(word -> text.contains(word.word()))
                .max(Comparator.comparingInt(word -> word.word().length()))
                .map(Word::kind);
    }

    /** For words that no type claims. */
    private Optional<CaseKind> byMeaning(String words) {
        for (String[] meaning : MEANINGS) {
            for (int i = 1; i < meaning.length; i++) {
                if (words.contains(meaning[i])) {
                    return Optional.of(kinds.getOrDefault(meaning[0], other));
                }
            }
        }
        return Optional.empty();
    }
}
