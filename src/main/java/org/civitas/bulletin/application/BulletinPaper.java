package org.civitas.bulletin.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.bulletin.domain.BulletinContent;
import org.civitas.bulletin.domain.BulletinContent.AreaProblems;
import org.civitas.bulletin.domain.BulletinContent.Problem;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.bulletin.domain.Ranking;
import org.civitas.bulletin.domain.RankingScheme;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.platform.docx.OfficialPaper;
import org.civitas.platform.docx.PaperBlock;
import org.civitas.platform.docx.PaperPicture;
import org.jspecify.annotations.Nullable;

/** 通报公文 — sets a bulletin as an official paper: from its content alone, nothing is looked up but the pictures' bytes. */
final class BulletinPaper {

    static final int MOST_CHARACTERS = 4_000;
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final String[] CHINESE = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private final Stored bulletin;
    private final BulletinContent content;
    private final Function<UUID, Optional<PaperPicture>> pictures;
    private final List<PaperBlock> blocks = new ArrayList<>();
    private int headings;
    private boolean methodTold;

    private BulletinPaper(Stored bulletin, Function<UUID, Optional<PaperPicture>> pictures) {
        this.bulletin = bulletin;
        this.content = bulletin.content();
        this.pictures = pictures;
    }

    static OfficialPaper of(Stored bulletin, Function<UUID, Optional<PaperPicture>> pictures) {
        return new BulletinPaper(bulletin, pictures).paper();
    }

    /** How many characters the text has, tables and pictures not counted. */
    static int characters(Stored bulletin) {
        return of(bulletin, id -> Optional.empty()).characters();
    }

    /** 发文字号; a draft has no number yet. */
    static String number(Stored bulletin) {
        return bulletin.numberYear() == null || bulletin.numberRunning() == null
                ? bulletin.numberWord() + "〔    〕  号"
                : OfficialPaper.number(bulletin.numberWord(), bulletin.numberYear(), bulletin.numberRunning());
    }

    private OfficialPaper paper() {
        correction();
        paragraphs(content.opening());
        heading("总体情况");
        paragraphs(BulletinWords.overview(content.overview(), bulletin.cutoff()));
        ranking("责任单位排名", "表1  责任单位综合排名（各项比率单位：%）", content.units());
        ranking("街道（乡镇）排名", "表2  街道（乡镇）综合排名（各项比率单位：%）", content.streets());
        typical();
        problems();
        requirements();
        BulletinContent.Head head = content.head();
        return new OfficialPaper(
                head.organ(),
                number(bulletin),
                bulletin.title(),
                head.addressee(),
                blocks,
                head.signature(),
                date(),
                head.copies());
    }

    private LocalDate date() {
        Instant at = bulletin.publishedAt() == null ? bulletin.createdAt() : bulletin.publishedAt();
        return LocalDate.ofInstant(at, OFFICE);
    }

    private void correction() {
        if (bulletin.correctionReason() != null) {
            String reason = bulletin.correctionReason().strip();
            String end = reason.endsWith("。") ? "" : "。";
            blocks.add(
                    new PaperBlock.Paragraph("本通报为更正版（第 " + bulletin.edition() + " 版），原通报同时作废。更正原因：" + reason + end));
        }
    }

    private void heading(String words) {
        String number = headings < CHINESE.length ? CHINESE[headings] : String.valueOf(headings + 1);
        headings++;
        blocks.add(new PaperBlock.Heading(number + "、" + words));
    }

    private void paragraphs(String text) {
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> blocks.add(new PaperBlock.Paragraph(line.strip())));
    }

    private void ranking(String title, String caption, Ranking ranking) {
        if (ranking.lines().isEmpty() && ranking.unranked().isEmpty()) {
            return;
        }
        heading(title);
        paragraphs(methodTold ? BulletinWords.sameMethod(ranking) : BulletinWords.method(ranking));
        methodTold = true;
        if (!ranking.lines().isEmpty()) {
            blocks.add(table(caption, ranking));
        }
        paragraphs(BulletinWords.unranked(ranking));
    }

    private static PaperBlock.Table table(String caption, Ranking ranking) {
        List<RankingScheme.Item> items = ranking.scheme().items();
        boolean sites = ranking.lines().stream().anyMatch(line -> line.sites() != null);
        List<String> head = new ArrayList<>(List.of("名次", "名称", "综合得分"));
        List<Integer> weights = new ArrayList<>(List.of(22, 66, 36));
        for (RankingScheme.Item item : items) {
            if (ranking.lines().stream().anyMatch(line -> value(line, item) != null)) {
                head.add(item.indicator().word());
                weights.add(36);
            }
        }
        head.addAll(List.of("发现问题", "到期应办"));
        weights.addAll(List.of(24, 24));
        if (sites) {
            head.add("检查点位");
            weights.add(24);
        }
        List<List<String>> rows = ranking.lines().stream()
                .map(line -> cells(line, items, head, sites))
                .toList();
        return new PaperBlock.Table(caption, head, rows, weights);
    }

    private static List<String> cells(
            Ranking.Line line, List<RankingScheme.Item> items, List<String> head, boolean sites) {
        List<String> cells = new ArrayList<>(
                List.of(String.valueOf(line.rank()), line.name(), line.total().toPlainString()));
        for (RankingScheme.Item item : items) {
            if (head.contains(item.indicator().word())) {
                String value = value(line, item);
                cells.add(value == null ? "—" : value);
            }
        }
        cells.add(String.valueOf(line.found()));
        cells.add(String.valueOf(line.due()));
        if (sites) {
            cells.add(line.sites() == null ? "—" : String.valueOf(line.sites()));
        }
        return cells;
    }

    private static @Nullable String value(Ranking.Line line, RankingScheme.Item item) {
        return line.steps().stream()
                .filter(step -> step.indicator() == item.indicator())
                .map(step -> step.value().toPlainString())
                .findFirst()
                .orElse(null);
    }

    private void typical() {
        if (content.typical().isEmpty()) {
            return;
        }
        heading("典型问题整改对照");
        for (Typical one : content.typical()) {
            blocks.add(new PaperBlock.PicturePair(
                    picture(one.before()),
                    one.beforeWords(),
                    picture(one.after()),
                    one.afterWords(),
                    one.place() + "：" + one.words() + "（" + one.unit() + "）"));
        }
    }

    private @Nullable PaperPicture picture(@Nullable UUID id) {
        return id == null ? null : pictures.apply(id).orElse(null);
    }

    private void problems() {
        if (content.problems().isEmpty()) {
            return;
        }
        heading("尚未整改到位的问题");
        int number = 1;
        for (AreaProblems area : content.problems()) {
            blocks.add(new PaperBlock.Subheading(
                    "（" + CHINESE[Math.min(number++, CHINESE.length) - 1] + "）" + area.areaName()));
            List<Problem> shown = area.shown();
            for (int i = 0; i < shown.size(); i++) {
                blocks.add(new PaperBlock.Paragraph((i + 1) + "." + BulletinWords.problem(shown.get(i))));
            }
            if (area.open() > shown.size()) {
                blocks.add(new PaperBlock.Paragraph(
                        "以上列出 " + shown.size() + " 件，该辖区尚未整改到位的问题共 " + area.open() + " 件，其余见系统清单。"));
            }
        }
    }

    private void requirements() {
        if (content.requirements().isEmpty()) {
            return;
        }
        heading("工作要求");
        content.requirements().forEach(this::paragraphs);
    }

    static String joined(List<String> words) {
        return words.stream().collect(Collectors.joining("、"));
    }
}
