package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.standard.EditionContent;
import org.civitas.standard.application.ExampleFiles;
import org.civitas.standard.application.ImportEdition;
import org.civitas.standard.application.ReadEditionWorkbook;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.web.EditionViews.EditionPreviewView;
import org.civitas.standard.web.EditionViews.EditionView;
import org.civitas.standard.workbook.EditionWorkbook;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/editions")
@Tag(name = "standard")
class EditionWorkbookController {

    private final EditionTable editions;
    private final ExampleFiles files;
    private final ReadEditionWorkbook reading;
    private final ImportEdition importing;

    EditionWorkbookController(
            EditionTable editions, ExampleFiles files, ReadEditionWorkbook reading, ImportEdition importing) {
        this.editions = editions;
        this.files = files;
        this.reading = reading;
        this.importing = importing;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "下载体系工作簿模板（以示例体系为例）")
    @GetMapping("/imports/template")
    ResponseEntity<Resource> template() {
        EditionContent example = files.read();
        return XlsxAnswer.of("测评体系工作簿模板", out -> EditionWorkbook.write(example, out));
    }

    @Exports("edition")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "导出为工作簿")
    @GetMapping("/{id}/workbook")
    ResponseEntity<Resource> workbook(@PathVariable UUID id) {
        EditionContent content = editions.content(id);
        return XlsxAnswer.of(content.edition().title(), out -> EditionWorkbook.write(content, out));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "上传工作簿并检查，不写入")
    @PostMapping(path = "/imports/previews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    EditionPreviewView preview(@RequestPart MultipartFile file) {
        return withFile(file, path -> EditionPreviewView.of(reading.read(path)));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "导入工作簿，成为编制中的新版本；有一处错误就什么都不写入")
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EditionView enter(@RequestPart MultipartFile file) {
        return EditionView.of(withFile(file, importing::importFrom));
    }

    private static <T> T withFile(MultipartFile upload, Function<Path, T> work) {
        try {
            Path temporary = Files.createTempFile("civitas-edition", ".xlsx");
            try {
                upload.transferTo(temporary);
                return work.apply(temporary);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
