package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.store.ObjectStore;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.SafeFileName;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
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
 */
@Component
public class ImportPreviews {

    private static final int SHOWN_FAULTS = 500;
    private static final int SHOWN_ROWS = 20;
    private static final Duration KEPT = Duration.ofDays(1);

    private final PreviewTable table;
    private final ObjectStore store;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportPreviews(
            PreviewTable table,
            ObjectStore store,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The workbook to fill in. */
    public ResponseEntity<Resource> template(SheetForm form) {
        return XlsxAnswer.of(form.title() + "导入模板", out -> TemplateWriter.write(form, out));
    }

    /** Keeps and checks a file; writes nothing of it. */
    public <R> ImportPreview open(CurrentUser user, MultipartFile upload, SheetImport<R> what) {
        forgetOld(user);
        try (InputStream bytes = upload.getInputStream()) {
            String sha256 = store.put(space(user), bytes, WorkbookGuard.MOST_FILE_BYTES + 1)
                    .sha256();
            Counting counting = new Counting(what.form());
            SheetShape shape =
                    withFile(user, sha256, file -> ImportReading.of(file, what, records -> {}, counting::hear));
            UUID id = Ids.next();
            String name = SafeFileName.ofUpload(Objects.requireNonNullElse(upload.getOriginalFilename(), ""));
            enter(new PreviewTable.Stored(
                    id,
                    what.form().title(),
                    user.accountId(),
                    name,
                    sha256,
                    shape.rows(),
                    counting.good,
                    counting.faulty,
                    false));
            return counting.preview(id, shape);
        } catch (ObjectStore.TooLarge tooLarge) {
            throw new UnreadableWorkbook("xlsx.too-large", "文件超过 30 MB，请拆成几个文件分别上传。");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void enter(PreviewTable.Stored preview) {
        transaction.executeWithoutResult(status -> {
            table.add(preview, clock.instant());
            audit.record(
                    "import.preview",
                    "import",
                    preview.id(),
                    Map.of("kind", preview.kind(), "good", preview.goodRows(), "faulty", preview.faultyRows()));
        });
    }

    /** Writes all rows, or the good ones, of a preview in one transaction; a second time is refused. */
    public <R> ImportResult commit(CurrentUser user, UUID id, ImportMode mode, SheetImport<R> what) {
        return Objects.requireNonNull(transaction.execute(status -> commitInside(user, id, mode, what)));
    }

    private <R> ImportResult commitInside(CurrentUser user, UUID id, ImportMode mode, SheetImport<R> what) {
        PreviewTable.Stored preview = find(user, id, what.form(), true);
        if (preview.committed()) {
            throw new Conflict("import.committed", "这个文件已经导入过了，请刷新页面查看结果。");
        }
        Counting counting = new Counting(what.form());
        withFile(user, preview.fileSha256(), file -> ImportReading.of(file, what, what::write, counting::hear));
        if (mode == ImportMode.ALL && counting.faulty > 0) {
            throw new RuleViolation("import.faulty", "有 " + counting.faulty + " 行存在错误，没有导入任何内容；请改正后重新上传，或选择只导入没有错误的行。");
        }
        if (counting.good == 0) {
            throw new RuleViolation("import.nothing-good", "没有可以导入的行，请改正错误后重新上传。");
        }
        table.markCommitted(id, mode, clock.instant());
        audit.record(
                "import.commit",
                "import",
                id,
                Map.of(
                        "kind",
                        preview.kind(),
                        "file",
                        preview.fileName(),
                        "written",
                        counting.good,
                        "skipped",
                        counting.faulty));
        return new ImportResult(counting.good, counting.faulty);
    }

    /** The faulty rows of a preview with what is wrong, to be mended and uploaded again. */
    public <R> ResponseEntity<Resource> faultyRows(CurrentUser user, UUID id, SheetImport<R> what) {
        PreviewTable.Stored preview = find(user, id, what.form(), false);
        return XlsxAnswer.of(what.form().title() + "错误行", out -> {
            try (FaultyRowsWriter faulty = new FaultyRowsWriter(what.form(), out)) {
                withFile(
                        user,
                        preview.fileSha256(),
                        file -> ImportReading.of(file, what, records -> {}, row -> {
                            if (!row.isGood()) {
                                faulty.add(row);
                            }
                        }));
            }
        });
    }

    private PreviewTable.Stored find(CurrentUser user, UUID id, SheetForm form, boolean lock) {
        return table.find(id, form.title(), user.accountId(), lock).orElseThrow(() -> new NotFound("导入预览"));
    }

    private void forgetOld(CurrentUser user) {
        for (String sha256 : table.forgetBefore(clock.instant().minus(KEPT))) {
            try {
                store.delete(space(user), sha256);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private SheetShape withFile(CurrentUser user, String sha256, Function<Path, SheetShape> reading) {
        try {
            Path file = Files.createTempFile("civitas-import", ".xlsx");
            try (InputStream bytes = store.open(space(user), sha256).orElseThrow(() -> new NotFound("导入文件"))) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                return reading.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String space(CurrentUser user) {
        return user.city().schema() + "-imports";
    }

    /** Hears of every row and remembers what a preview shows. */
    private static final class Counting {

        private final SheetForm form;
        private final List<CellFault> faults = new ArrayList<>();
        private final List<List<String>> sample = new ArrayList<>();
        private int good;
        private int faulty;

        Counting(SheetForm form) {
            this.form = form;
        }

        void hear(SheetRow row) {
            if (row.isGood()) {
                good++;
            } else {
                faulty++;
                row.faults().stream().limit(SHOWN_FAULTS - faults.size()).forEach(faults::add);
            }
            if (sample.size() < SHOWN_ROWS) {
                sample.add(form.columns().stream().map(row::text).toList());
            }
        }

        ImportPreview preview(UUID id, SheetShape shape) {
            return new ImportPreview(
                    id,
                    shape.rows(),
                    good,
                    faulty,
                    form.headers(),
                    shape.missingColumns(),
                    shape.unknownColumns(),
                    List.copyOf(faults),
                    List.copyOf(sample));
        }
    }
}
