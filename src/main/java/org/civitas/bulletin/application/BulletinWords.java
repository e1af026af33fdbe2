package org.civitas.bulletin.application;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.civitas.bulletin.domain.BulletinContent.Overview;
import org.civitas.bulletin.domain.BulletinContent.Problem;
import org.civitas.bulletin.domain.BulletinContent.RoundFacts;
import org.civitas.bulletin.domain.Ranking;
import org.civitas.platform.docx.OfficialPaper;
import org.civitas.shared.Period;

/** The sentences of a bulletin, made from its figures. */
final class BulletinWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu年M月d日H时").withZone(ZoneId.of("Asia/Shanghai"));

    private BulletinWords() {}

    static String period(Period period) {
        return OfficialPaper.written(period.first()) + "至" + OfficialPaper.written(period.last());
    }

    static String opening(String areaName, Period period) {
        return "按照文明创建工作安排，现将" + areaName + period(period) + "督查发现问题整改情况、责任单位和街道（乡镇）排名通报如下。";
    }

    static List<String> requirements() {
        return List.of(
                "（一）压实整改责任。各责任单位要对照问题清单逐条整改，尚未整改到位的要明确时限、落实到位，按要求反馈结果。",
                "（二）举一反三排查。对反复出现的问题要查找原因，开展同类问题自查，防止反弹。",
                "（三）减轻基层负担。整改情况以系统记录为准，不得要求社区（村）重复填表、重复报送照片。");
    }

    static String overview(Overview overview, Instant cutoff) {
        StringBuilder words = new StringBuilder()
                .append(overview.periodWords())
                .append("，")
                .append(overview.areaName())
                .append("共发现问题 ")
                .append(overview.found())
                .append(" 件，已整改销号 ")
                .append(overview.mended())
                .append(" 件");
        if (overview.mendedRate() != null) {
            words.append("，整改率 ").append(overview.mendedRate().toPlainString()).append("%");
        }
        words.append("；到期应办结 ")
                .append(overview.due())
                .append(" 件，按时办结 ")
                .append(overview.onTime())
                .append(" 件");
        if (overview.onTimeRate() != null) {
            words.append("，按时办结率 ")
                    .append(overview.onTimeRate().toPlainString())
                    .append("%");
        }
        words.append("；退回返工 ")
                .append(overview.reworked())
                .append(" 件。数据截至 ")
                .append(MOMENT.format(cutoff))
                .append("；此时全部在办问题（不限发现时间）中超期 ")
                .append(overview.overdueOpen())
                .append(" 件。");
        if (overview.round() != null) {
            words.append('\n').append(round(overview.round()));
        }
        return words.toString();
    }

    private static String round(RoundFacts round) {
        return "“" + round.name() + "”测评检查点位 " + round.sites() + " 个、记录 " + round.observations() + " 条，已评分值 "
                + round.judged().toPlainString() + " 分，得 " + round.got().toPlainString() + " 分。";
    }

    /** The worked example of a ranking whose method was told before. */
    static String sameMethod(Ranking ranking) {
        return "计算办法同上。" + example(ranking);
    }

    /** How totals come about, with the first line as the worked example. */
    static String method(Ranking ranking) {
        String weights = ranking.scheme().items().stream()
                .map(item ->
                        item.indicator().word() + "（" + item.indicator().definition() + "）占 " + item.weight() + "%")
                .collect(Collectors.joining("，"));
        String words = "按《" + ranking.scheme().name() + "》（第 "
                + ranking.scheme().edition() + " 版）计算：" + weights + "。没有数据的指标不计，其权重由其余指标按比例分担；得分相同的名次并列。";
        return words + example(ranking);
    }

    private static String example(Ranking ranking) {
        if (ranking.lines().isEmpty()) {
            return "";
        }
        Ranking.Line first = ranking.lines().getFirst();
        return "例：" + first.name() + "，" + first.computation() + "。";
    }

    /** Who takes no part, by reason. */
    static String unranked(Ranking ranking) {
        Map<String, List<String>> byReason = ranking.unranked().stream()
                .collect(Collectors.groupingBy(
                        Ranking.Unranked::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(Ranking.Unranked::name, Collectors.toList())));
        return byReason.entrySet().stream()
                .map(entry -> "不参与排名（" + entry.getKey() + "）：" + named(entry.getValue()) + "。")
                .collect(Collectors.joining("\n"));
    }

    private static String named(List<String> names) {
        return names.size() <= 12
                ? BulletinPaper.joined(names)
                : BulletinPaper.joined(names.subList(0, 12)) + "等 " + names.size() + " 个";
    }

    static String problem(Problem problem) {
        return problem.place() + "：" + problem.words() + "（" + problem.unit() + (problem.overdue() ? "，已超期" : "")
                + "，编号 " + problem.number() + "）";
    }
}
