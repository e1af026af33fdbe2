package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.application.GrantRoles;
import org.civitas.identity.domain.Grant;
import org.civitas.identity.persistence.GrantRequestTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Roles and reach of accounts: what was asked for, and what is granted. */
@RestController
@Tag(name = "identity")
class GrantController {

    record GrantView(
            List<String> roles,
            String scopeKind,
            String areaCode,
            @Nullable UUID unitId) {

        static GrantView of(Grant grant) {
            return new GrantView(grant.roles(), grant.scopeKind(), grant.areaCode(), grant.unitId());
        }
    }

    /** A request that waits; its account, what it has now and what is asked for. */
    record GrantRequestView(
            UUID accountId,
            String login,
            String name,
            GrantView present,
            GrantView wanted,
            String askedBy,
            OffsetDateTime askedAt) {}

    record GrantForm(
            @NotNull(message = "请选择角色。") List<String> roles,
            @NotBlank(message = "请选择数据范围。") String scopeKind,
            @NotBlank(message = "请选择区域。") String areaCode,
            @Nullable UUID unitId) {}

    record Approval(
            @NotEmpty(message = "请选择申请。") @Size(max = 1000, message = "一次最多办理 1000 份。")
            List<UUID> accountIds) {}

    record Rejection(
            @NotEmpty(message = "请选择申请。") @Size(max = 1000, message = "一次最多办理 1000 份。")
            List<UUID> accountIds,

            @NotBlank(message = "请写明驳回理由。") @Size(max = 200, message = "理由不超过 200 个字。")
            String reason) {}

    private final GrantRequestTable requests;
    private final GrantRoles granting;
    private final Clock clock;

    GrantController(GrantRequestTable requests, GrantRoles granting, Clock clock) {
        this.requests = requests;
        this.granting = granting;
        this.clock = clock;
    }

    @Allow(Permission.ROLE_GRANT)
    @Operation(summary = "待授权的申请，先申请的在前")
    @GetMapping("/api/grant-requests")
    List<GrantRequestView> waiting() {
        return requests.all().stream()
                .map(r -> new GrantRequestView(
                        r.accountId(),
                        r.login(),
                        r.name(),
                        GrantView.of(r.present()),
                        GrantView.of(r.wanted()),
                        r.askedBy(),
                        r.askedAt().atZone(clock.getZone()).toOffsetDateTime()))
                .toList();
    }

    @Allow(Permission.ROLE_GRANT)
    @Operation(summary = "按申请授权")
    @PostMapping("/api/grant-requests/approvals")
    void approve(CurrentUser user, @Valid @RequestBody Approval approval) {
        granting.approve(user, approval.accountIds());
    }

    @Allow(Permission.ROLE_GRANT)
    @Operation(summary = "驳回授权申请")
    @PostMapping("/api/grant-requests/rejections")
    void reject(@Valid @RequestBody Rejection rejection) {
        granting.reject(rejection.accountIds(), rejection.reason());
    }

    @Allow(Permission.ROLE_GRANT)
    @Operation(summary = "授予一个账号的角色和数据范围")
    @PutMapping("/api/accounts/{id}/grant")
    void grant(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody GrantForm form) {
        granting.grant(user, id, new Grant(form.roles(), form.scopeKind(), form.areaCode(), form.unitId()));
    }
}
