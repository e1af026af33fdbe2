package org.civitas.bulletin.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.civitas.bulletin.domain.BulletinContent.Head;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.bulletin.domain.Ranking;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.platform.docx.OfficialPaper;
import org.civitas.platform.docx.PaperBlock;
import org.jspecify.annotations.Nullable;

/** What the browser gets of bulletins. */
final class BulletinViews {

    private BulletinViews() {}

    /** A line of the list. */
    record BulletinLineView(
            UUID id,
            String state,
            String title,
            String number,
            int edition,
            String areaCode,
            String areaName,
            LocalDate periodFirst,
            LocalDate periodLast,
            int rankedUnits,
            int rankedStreets,
            int characters,
            Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable UUID correctedBy) {

        static BulletinLineView of(Stored b, String number) {
            return new BulletinLineView(
                    b.id(),
                    b.published() ? "PUBLISHED" : "DRAFT",
                    b.title(),
                    number,
                    b.edition(),
                    b.areaCode(),
                    b.content().overview().areaName(),
                    b.period().first(),
                    b.period().last(),
                    b.content().units().lines().size(),
                    b.content().streets().lines().size(),
                    b.characters(),
                    b.createdAt(),
                    b.publishedAt(),
                    b.correctedBy());
        }
    }

    /** A bulletin: the paper as blocks, the rankings with their computation, and what may be changed in a draft. */
    record BulletinView(
            BulletinLineView line,
            String numberWord,
            Instant cutoffAt,
            @Nullable UUID roundId,
            @Nullable UUID correctsId,
            @Nullable String correctionReason,
            Head head,
            String date,
            List<BlockView> blocks,
            RankingView units,
            RankingView streets,
            String opening,
            List<Typical> typical,
            List<String> requirements,
            int mostCharacters,
            List<String> warnings,
            String createdBy,
            @Nullable String publishedBy,
            int version) {}

    /** 段落: kind is HEADING, SUBHEADING, PARAGRAPH, TABLE or PICTURES. */
    record BlockView(
            String kind,
            String text,
            List<String> head,
            List<List<String>> rows,
            @Nullable UUID before,
            @Nullable UUID after,
            String beforeWords,
            String afterWords) {

        private static BlockView words(String kind, String text) {
            return new BlockView(kind, text, List.of(), List.of(), null, null, "", "");
        }

        static List<BlockView> of(OfficialPaper paper, List<Typical> typical) {
            Iterator<Typical> pictures = typical.iterator();
            List<BlockView> views = new ArrayList<>();
            for (PaperBlock block : paper.blocks()) {
                views.add(
                        switch (block) {
                            case PaperBlock.Heading heading -> words("HEADING", heading.text());
                            case PaperBlock.Subheading heading -> words("SUBHEADING", heading.text());
                            case PaperBlock.Paragraph paragraph -> words("PARAGRAPH", paragraph.text());
                            case PaperBlock.Table table ->
                                new BlockView("TABLE", table.caption(), table.head(), table.rows(), null, null, "", "");
                            case PaperBlock.PicturePair pair -> pictures(pair, pictures.next());
                        });
            }
            return views;
        }

        private static BlockView pictures(PaperBlock.PicturePair pair, Typical typical) {
            return new BlockView(
                    "PICTURES",
                    pair.caption(),
                    List.of(),
                    List.of(),
                    typical.before(),
                    typical.after(),
                    pair.leftWords(),
                    pair.rightWords());
        }
    }

    /** 排名及其计算过程. */
    record RankingView(String scheme, int schemeEdition, List<RankView> lines, List<UnrankedView> unranked) {

        static RankingView of(Ranking ranking) {
            return new RankingView(
                    ranking.scheme().name(),
                    ranking.scheme().edition(),
                    ranking.lines().stream().map(RankView::of).toList(),
                    ranking.unranked().stream()
                            .map(one -> new UnrankedView(one.id(), one.name(), one.reason()))
                            .toList());
        }
    }

    record UnrankedView(String id, String name, String reason) {}

    record RankView(
            int rank,
            String id,
            String name,
            BigDecimal total,
            String computation,
            List<StepView> steps,
            long found,
            long due,
            @Nullable Integer sites) {

        static RankView of(Ranking.Line line) {
            return new RankView(
                    line.rank(),
                    line.id(),
                    line.name(),
                    line.total(),
                    line.computation(),
                    line.steps().stream().map(StepView::of).toList(),
                    line.found(),
                    line.due(),
                    line.sites());
        }
    }

    @Schema(name = "RankingStepView")
    record StepView(
            String indicator,
            String definition,
            String numerator,
            String denominator,
            BigDecimal value,
            int weight,
            BigDecimal product) {

        static StepView of(Ranking.Step step) {
            return new StepView(
                    step.indicator().word(),
                    step.indicator().definition(),
                    plain(step.numerator()),
                    plain(step.denominator()),
                    step.value(),
                    step.weight(),
                    step.product());
        }

        private static String plain(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }
}
