package org.civitas.platform.audit.chain;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the auditor does with the chain: check it, and take its heads away. */
@RestController
@Tag(name = "platform")
class ChainController {

    /** @param heads lines of a head file, or {@code number hash}, one a line */
    record VerificationForm(
            @Nullable @Size(max = 100_000, message = "链头文件不超过 10 万个字符。")
            String heads) {}

    private final Verifications verifications;
    private final ChainHeads heads;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ChainController(Verifications verifications, ChainHeads heads, AuditTrail audit, TransactionTemplate transaction) {
        this.verifications = verifications;
        this.heads = heads;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "校验审计链，可附上另外保存的链头")
    @PostMapping("/api/audit-verifications")
    Verifications.Begun verify(CurrentUser user, @Valid @RequestBody VerificationForm form) {
        return verifications.begin(form.heads() == null ? List.of() : ChainHead.read(form.heads()));
    }

    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "最近的审计链校验")
    @GetMapping("/api/audit-verifications")
    List<Verifications.ChainCheckView> latest(CurrentUser user) {
        return verifications.latest();
    }

    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "一次审计链校验的结果")
    @GetMapping("/api/audit-verifications/{id}")
    Verifications.ChainCheckView one(CurrentUser user, @PathVariable UUID id) {
        return verifications.one(id).orElseThrow(() -> new NotFound("校验"));
    }

    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "写出当前链头")
    @PostMapping("/api/audit-heads")
    ChainHead head(CurrentUser user) {
        ChainHead head = heads.write("demand");
        transaction.executeWithoutResult(
                status -> audit.record("audit.head", "audit", user.city(), Map.of("number", head.number())));
        return head;
    }

    /** For the auditor to keep elsewhere. */
    @Exports("audit-heads")
    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "下载链头文件")
    @GetMapping("/api/audit-heads")
    ResponseEntity<String> heads(CurrentUser user) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/x-ndjson;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("审计链头-" + user.city() + ".jsonl", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(heads.text());
    }
}
