package org.civitas.insight.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.civitas.casework.CaseBrief;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.docx.OfficialPaper;
import org.civitas.platform.docx.PaperBlock;
import org.civitas.platform.docx.PaperWriter;
import org.civitas.site.UnitSites;
import org.civitas.territory.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 四张清单公文 — the four lists of a unit as a Word paper after GB/T 9704; of many units as one zip. */
@Component
public class UnitPaper {

    /** More rows make a paper that nobody reads and that Word opens slowly; the workbook has them all, and the paper says so. */
    private static final int MOST_ROWS = 300;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final UnitAnswering answering;
    private final PaperWriter papers;

    UnitPaper(UnitAnswering answering, PaperWriter papers) {
        this.answering = answering;
        this.papers = papers;
    }

    /** Writes the paper of a unit; the stream is not closed. */
    public void write(CurrentUser user, Unit unit, OutputStream out) throws IOException {
        papers.write(paper(user, unit, answering.book()), out);
    }

    /** Writes a zip with a paper for each unit; one paper at a time is held. */
    public void writeAll(CurrentUser user, List<Unit> units, OutputStream out) throws IOException {
        AnsweringBook book = answering.book();
        ZipOutputStream zip = new ZipOutputStream(out);
        int number = 0;
        for (Unit unit : units) {
            OfficialPaper paper = paper(user, unit, book);
            ByteArrayOutputStream word = new ByteArrayOutputStream();
            papers.write(paper, word);
            number++;
            zip.putNextEntry(new ZipEntry("%03d %s.docx".formatted(number, safe(paper.title()))));
            word.writeTo(zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|]", "");
    }

    private OfficialPaper paper(CurrentUser user, Unit unit, AnsweringBook book) {
        LocalDate today = answering.today();
        List<StandardLine> standards = book.lines(unit.id());
        List<UnitSites.Line> sites = new ArrayList<>();
        answering.eachSite(user, unit.id(), sites::add);
        List<CaseBrief> cases = new ArrayList<>();
        answering.eachCase(user, unit.id(), cases::add);
        List<DutyRow> duties = answering.duties(unit.id(), book);
        List<PaperBlock> blocks = new ArrayList<>();
        blocks.add(new PaperBlock.Paragraph("按启用的测评体系任务分解、点位登记和责任登记，截至" + OfficialPaper.written(today) + "，"
                + unit.name() + "承担测评标准、点位类型和检查项" + standards.size() + "项，其中牵头"
                + standards.stream().filter(StandardLine::leads).count() + "项；负责点位" + sites.size() + "个；在办问题"
                + cases.size() + "件。本清单由系统生成，以生成日数据为准。"));
        standards(blocks, standards);
        sites(blocks, sites);
        cases(blocks, cases, unit);
        duties(blocks, duties);
        String organ = answering.cityName() + "文明创建工作领导小组办公室";
        return new OfficialPaper(organ, "", unit.name() + "文明创建责任清单", unit.name(), blocks, organ, today, "");
    }

    private static void standards(List<PaperBlock> blocks, List<StandardLine> lines) {
        list(
                blocks,
                "一、标准清单",
                "没有分解到本单位的测评标准。",
                lines,
                List.of("编码", "内容", "方法", "承担", "佐证、怎么看"),
                List.of(22, 66, 18, 14, 44),
                line -> List.of(
                        line.code(),
                        line.name(),
                        line.method().isEmpty() ? line.kindWord() : line.method(),
                        line.role(),
                        line.evidence()));
    }

    private static void sites(List<PaperBlock> blocks, List<UnitSites.Line> lines) {
        list(
                blocks,
                "二、点位清单",
                "没有由本单位负责的点位。",
                lines,
                List.of("编号", "名称", "类型", "区划", "为何负责"),
                List.of(24, 40, 22, 44, 36),
                line -> List.of(line.code(), line.name(), line.typeName(), shortPath(line.areaPath()), line.ground()));
    }

    private static void cases(List<PaperBlock> blocks, List<CaseBrief> lines, Unit unit) {
        list(
                blocks,
                "三、问题清单",
                "没有本单位在办的问题。",
                lines,
                List.of("编号", "问题", "点位", "状态", "承担", "期限"),
                List.of(30, 54, 36, 16, 12, 26),
                one -> List.of(
                        one.number(),
                        one.description(),
                        Objects.requireNonNullElse(one.siteName(), ""),
                        one.stateWord(),
                        UnitWorkbook.role(one, unit),
                        minute(one.deadlineAt())));
    }

    private static void duties(List<PaperBlock> blocks, List<DutyRow> rows) {
        list(
                blocks,
                "四、责任清单",
                "没有登记本单位的责任。",
                rows,
                List.of("类别", "对什么负责", "承担", "牵头单位", "起止日期"),
                List.of(20, 62, 14, 38, 32),
                row -> List.of(
                        row.kind(), row.target(), row.role(), Objects.requireNonNullElse(row.lead(), ""), span(row)));
    }

    private static <T> void list(
            List<PaperBlock> blocks,
            String heading,
            String none,
            List<T> lines,
            List<String> head,
            List<Integer> weights,
            Function<T, List<String>> cells) {
        blocks.add(new PaperBlock.Heading(heading));
        if (lines.isEmpty()) {
            blocks.add(new PaperBlock.Paragraph(none));
            return;
        }
        if (lines.size() > MOST_ROWS) {
            blocks.add(new PaperBlock.Paragraph("共" + lines.size() + "项，以下列出前" + MOST_ROWS + "项，全部见同名的表格（xlsx）。"));
        }
        String caption = heading.substring(2) + "（共" + lines.size() + "项）";
        blocks.add(new PaperBlock.Table(
                caption, head, lines.stream().limit(MOST_ROWS).map(cells).toList(), weights));
    }

    private static String span(DutyRow row) {
        String from = row.firstDay() == null ? "体系启用" : row.firstDay().toString();
        return from + (row.lastDay() == null ? "起" : "至" + row.lastDay());
    }

    private static String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(OFFICE));
    }

    private static String shortPath(String path) {
        int city = path.indexOf('/');
        return city < 0 ? path : path.substring(city + 1);
    }
}
