package org.civitas.bulletin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.civitas.bulletin.application.Bulletins;
import org.civitas.bulletin.application.ChangeDraft;
import org.civitas.bulletin.application.DraftBulletin;
import org.civitas.bulletin.application.PublishBulletin;
import org.civitas.bulletin.domain.BulletinContent.Head;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.bulletin.web.BulletinViews.BlockView;
import org.civitas.bulletin.web.BulletinViews.BulletinLineView;
import org.civitas.bulletin.web.BulletinViews.BulletinView;
import org.civitas.bulletin.web.BulletinViews.RankingView;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.docx.OfficialPaper;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "bulletin")
class BulletinController {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    record BulletinForm(
            @Nullable String areaCode,
            @NotNull(message = "请选择开始日期。") LocalDate periodFirst,
            @NotNull(message = "请选择结束日期。") LocalDate periodLast,
            @Nullable UUID roundId,
            @Nullable UUID schemeId,

            @Nullable @Size(max = 80, message = "标题不超过 80 个字。")
            String title) {}

    record HeadForm(
            @NotBlank(message = "请填写发文机关标志。") @Size(max = 40, message = "发文机关标志不超过 40 个字。")
            String organ,

            @NotNull @Size(max = 120, message = "主送机关不超过 120 个字。")
            String addressee,

            @NotBlank(message = "请填写发文机关署名。") @Size(max = 40, message = "发文机关署名不超过 40 个字。")
            String signature,

            @NotNull @Size(max = 120, message = "抄送机关不超过 120 个字。")
            String copies) {

        Head head() {
            return new Head(organ.strip(), addressee.strip(), signature.strip(), copies.strip());
        }
    }

    record WordsForm(
            @NotBlank(message = "请填写标题。") @Size(max = 80, message = "标题不超过 80 个字。")
            String title,

            @NotBlank(message = "请填写发文机关代字。") @Size(max = 20, message = "发文机关代字不超过 20 个字。")
            String numberWord,

            @NotNull @Valid HeadForm head,

            @NotBlank(message = "请填写开头。") @Size(max = 1000, message = "开头不超过 1000 个字。")
            String opening,

            @NotNull @Size(max = 12, message = "典型问题最多 12 个。")
            List<UUID> typicalCases,

            @NotNull @Size(max = 12, message = "工作要求最多 12 条。")
            List<@Size(max = 1000, message = "每条要求不超过 1000 个字。") String> requirements,

            int version) {

        ChangeDraft.Words words() {
            List<String> asked = requirements.stream()
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
            return new ChangeDraft.Words(
                    title.strip(), numberWord.strip(), head.head(), opening.strip(), typicalCases, asked);
        }
    }

    record VersionForm(int version) {}

    @Schema(name = "BulletinCorrectionForm")
    record CorrectionForm(
            @NotBlank(message = "请写明更正原因。") @Size(max = 300, message = "更正原因不超过 300 个字。")
            String reason) {}

    record BulletinId(UUID id) {}

    private final BulletinTable table;
    private final Bulletins bulletins;
    private final DraftBulletin drafting;
    private final ChangeDraft changing;
    private final PublishBulletin publishing;

    BulletinController(
            BulletinTable table,
            Bulletins bulletins,
            DraftBulletin drafting,
            ChangeDraft changing,
            PublishBulletin publishing) {
        this.table = table;
        this.bulletins = bulletins;
        this.drafting = drafting;
        this.changing = changing;
        this.publishing = publishing;
    }

    @Allow({Permission.BULLETIN_READ, Permission.BULLETIN_EDIT})
    @Operation(summary = "通报列表；没有编发权限的只看到已发布的")
    @GetMapping("/api/bulletins")
    Slice<BulletinLineView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable LocalDate publishedFrom,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int size = Slice.limit(limit);
        Cursor cursor = Cursor.read(after, 2);
        Instant from = publishedFrom == null
                ? null
                : publishedFrom.atStartOfDay(OFFICE).toInstant();
        List<Stored> rows = table.page(
                user,
                new BulletinTable.Search(blankToNull(q), blankToNull(state), from),
                cursor == null ? null : cursor.instant(0),
                cursor == null ? null : cursor.uuid(1),
                size + 1);
        return Slice.of(rows, size, row -> Cursor.of(row.createdAt(), row.id()), null)
                .map(row -> BulletinLineView.of(row, bulletins.number(row)));
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "起草通报：按区域和时段取数，提出初稿")
    @PostMapping("/api/bulletins")
    BulletinId draft(CurrentUser user, @Valid @RequestBody BulletinForm form) {
        String area = form.areaCode() == null ? user.scope().areaCode() : form.areaCode();
        Period period = new Period(form.periodFirst(), form.periodLast());
        return new BulletinId(drafting.draft(
                user,
                area,
                period,
                form.roundId(),
                form.schemeId(),
                form.title() == null ? null : blankToNull(form.title())));
    }

    @Allow({Permission.BULLETIN_READ, Permission.BULLETIN_EDIT})
    @Operation(summary = "一份通报：正文、排名及其计算过程")
    @GetMapping("/api/bulletins/{id}")
    BulletinView one(CurrentUser user, @PathVariable UUID id) {
        Stored b = bulletins.one(user, id);
        OfficialPaper paper = bulletins.paper(b);
        var content = b.content();
        return new BulletinView(
                BulletinLineView.of(b, bulletins.number(b)),
                b.numberWord(),
                b.cutoff(),
                b.roundId(),
                b.correctsId(),
                b.correctionReason(),
                content.head(),
                OfficialPaper.written(paper.date()),
                BlockView.of(paper, content.typical()),
                RankingView.of(content.units()),
                RankingView.of(content.streets()),
                content.opening(),
                content.typical(),
                content.requirements(),
                Bulletins.MOST_CHARACTERS,
                b.published() ? List.of() : bulletins.warnings(b),
                b.createdBy(),
                b.publishedBy(),
                b.version());
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "修改草稿的文字")
    @PutMapping("/api/bulletins/{id}")
    void words(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody WordsForm form) {
        changing.words(user, id, form.words(), form.version());
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "草稿重新取数，文字不变")
    @PostMapping("/api/bulletins/{id}/recomputations")
    void recompute(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody VersionForm form) {
        changing.figures(user, id, form.version());
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "可选作典型的问题（已销号、有整改前后照片）")
    @GetMapping("/api/bulletins/{id}/candidates")
    List<Typical> candidates(CurrentUser user, @PathVariable UUID id) {
        return bulletins.candidates(user, id);
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "发布通报，发布后不再改动")
    @PostMapping("/api/bulletins/{id}/publications")
    void publish(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody VersionForm form) {
        publishing.publish(user, id, form.version());
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "起草更正版，写明原因")
    @PostMapping("/api/bulletins/{id}/corrections")
    BulletinId correct(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody CorrectionForm form) {
        return new BulletinId(publishing.correct(user, id, form.reason().strip()));
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "删除草稿")
    @DeleteMapping("/api/bulletins/{id}")
    void discard(CurrentUser user, @PathVariable UUID id) {
        changing.discard(user, id);
    }

    @Exports("bulletin")
    @Allow({Permission.BULLETIN_READ, Permission.BULLETIN_EDIT})
    @Operation(summary = "下载 Word 公文")
    @GetMapping("/api/bulletins/{id}/paper")
    ResponseEntity<Resource> paper(CurrentUser user, @PathVariable UUID id) {
        Stored b = bulletins.one(user, id);
        String draft = b.published() ? "" : "（草稿）";
        return XlsxAnswer.file(b.title() + draft + ".docx", DOCX, out -> bulletins.write(b, out));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
