package org.civitas.platform.xlsx;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.jobs.BackgroundWork;
import org.civitas.platform.store.ObjectStore.StoredObject;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.SafeFileName;
import org.civitas.shared.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * 导入流程 — template, preview, confirmation and faulty rows of every import, the same way for every module.
 *
 * <pre>{@code
 * @Allow(Permission.SITE_EDIT) @Operation(summary = "下载点位导入模板") @GetMapping("/api/sites/imports/template")
 * ResponseEntity<Resource> template() { return previews.template(SiteImport.FORM); }
 *
 * @Allow(Permission.SITE_EDIT) @Operation(summary = "上传点位表并预览") @PostMapping("/api/sites/imports/previews")
 * ImportPreview preview(CurrentUser user, @RequestParam MultipartFile file) {
 *     return previews.open(user, file, new SiteImport(user, …));
 * }
 *
 * @Allow(Permission.SITE_EDIT) @Operation(summary = "确认导入点位") @PostMapping("/api/sites/imports/previews/{id}/commits")
 * ImportResult commit(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ImportCommit commit) {
 *     return previews.commit(user, id, commit.mode(), new SiteImport(user, …));
 * }
 *
 * @Allow(Permission.SITE_EDIT) @Operation(summary = "下载有错误的行") @GetMapping("/api/sites/imports/previews/{id}/faulty-rows")
 * ResponseEntity<Resource> faultyRows(CurrentUser user, @PathVariable UUID id) {
 *     return previews.faultyRows(user, id, new SiteImport(user, …));
 * }
 * }</pre>
 *
 * The file is kept a day and read again when it is confirmed, so that all checks meet the state of that moment; one
 * transaction writes everything or nothing. Only who uploaded a file sees its preview.
 *
 * <p>A file above {@value #LARGE_BYTES} bytes is checked, and more than {@value #LARGE_ROWS} rows are written, by background
 * work that shows its progress, can be cancelled, and begins anew after a restart, when there is an {@link ImportSource} for
 * the form. Neither the file nor its rows are ever held in memory.
 */
@Component
public class ImportPreviews {

    static final long LARGE_BYTES = 1_000_000;
    static final int LARGE_ROWS = 5_000;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LATEST = 20;

    private final PreviewTable table;
    private final ImportFiles files;
    private final ImportTransaction reading;
    private final BackgroundWork works;
    private final ObjectProvider<ImportSource> sources;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportPreviews(
            PreviewTable table,
            ImportFiles files,
            ImportTransaction reading,
            BackgroundWork works,
            ObjectProvider<ImportSource> sources,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.files = files;
        this.reading = reading;
        this.works = works;
        this.sources = sources;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The workbook to fill in. */
    public ResponseEntity<Resource> template(SheetForm form) {
        return XlsxAnswer.of(form.title() + "导入模板", out -> TemplateWriter.write(form, out));
    }

    /** Keeps and checks a file; writes nothing of it. A large one is checked in the background. */
    public <R> ImportPreview open(CurrentUser user, MultipartFile upload, SheetImport<R> what) {
        table.forgetBefore(clock.instant().minus(KEPT)).forEach(files::forget);
        StoredObject kept = files.keep(upload);
        UUID id = Ids.next();
        String kind = what.form().title();
        String name = SafeFileName.ofUpload(Objects.requireNonNullElse(upload.getOriginalFilename(), ""));
        boolean large = kept.size() > LARGE_BYTES && inBackground(kind);
        transaction.executeWithoutResult(status -> {
            table.add(id, kind, user.accountId(), name, kept.sha256(), kept.size(), clock.instant());
            if (large) {
                ImportWork.Data data = new ImportWork.Data(id, kind, kept.sha256(), null, ImportAsker.of(user));
                table.working(id, works.start(ImportWork.CHECK, "检查" + kind + "表“" + name + "”", data));
            }
        });
        if (!large) {
            checkNow(id, kept.sha256(), what);
        }
        return preview(user, id);
    }

    private <R> void checkNow(UUID id, String sha256, SheetImport<R> what) {
        try {
            reading.check(id, sha256, what, rows -> {});
        } catch (RuntimeException unreadable) {
            table.remove(id);
            throw unreadable;
        }
    }

    /** Writes all rows, or the good ones, of a preview in one transaction; a second time is refused. */
    public <R> ImportResult commit(CurrentUser user, UUID id, ImportMode mode, SheetImport<R> what) {
        String kind = what.form().title();
        PreviewTable.Stored preview =
                table.find(id, kind, user.accountId(), false).orElseThrow(() -> new NotFound("导入预览"));
        if (preview.outcome() == null) {
            throw new Conflict("import.unchecked", "文件还在检查，检查完才能导入。");
        }
        if (preview.rowCount() <= LARGE_ROWS || preview.committed() || !inBackground(kind)) {
            return reading.commit(user, id, mode, what, rows -> {});
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            table.find(id, kind, user.accountId(), true);
            ImportWork.Data data = new ImportWork.Data(id, kind, preview.fileSha256(), mode, ImportAsker.of(user));
            UUID work = works.start(ImportWork.COMMIT, "导入" + kind + "“" + preview.fileName() + "”", data);
            table.working(id, work);
            return new ImportResult(0, 0, work);
        }));
    }

    /** The faulty rows of a preview with what is wrong, to be mended and uploaded again. */
    public <R> ResponseEntity<Resource> faultyRows(CurrentUser user, UUID id, SheetImport<R> what) {
        PreviewTable.Stored preview =
                table.find(id, what.form().title(), user.accountId(), false).orElseThrow(() -> new NotFound("导入预览"));
        return XlsxAnswer.of(what.form().title() + "错误行", out -> {
            try (FaultyRowsWriter faulty = new FaultyRowsWriter(what.form(), out)) {
                files.read(
                        preview.fileSha256(),
                        file -> ImportReading.again(
                                file,
                                what,
                                records -> {},
                                row -> {
                                    if (!row.isGood()) {
                                        faulty.add(row);
                                    }
                                },
                                rows -> {}));
            }
        });
    }

    /** A preview as it stands; its counts are those of the import once it is committed. */
    ImportPreview preview(CurrentUser user, UUID id) {
        return table.find(id, user.accountId()).map(this::view).orElseThrow(() -> new NotFound("导入预览"));
    }

    List<PreviewTable.Stored> latest(CurrentUser user) {
        return table.latest(user.accountId(), LATEST);
    }

    private ImportPreview view(PreviewTable.Stored stored) {
        ImportTally.Shown shown = stored.outcome() == null
                ? new ImportTally.Shown(List.of(), List.of(), List.of(), List.of(), List.of())
                : table.shown(stored.outcome());
        return new ImportPreview(
                stored.id(),
                stored.rowCount(),
                stored.goodRows(),
                stored.faultyRows(),
                shown.columns(),
                shown.missingColumns(),
                shown.unknownColumns(),
                shown.faults(),
                shown.sample(),
                stored.outcome() != null,
                stored.committed(),
                stored.workId());
    }

    private boolean inBackground(String kind) {
        return sources.stream().anyMatch(source -> source.form().title().equals(kind));
    }
}
