package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.civitas.identity.application.ChangeRole;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity")
class RoleController {

    record RoleView(
            String code,
            String name,
            String description,
            String scopeKind,
            List<String> permissions,
            boolean secondFactor,
            int version) {}

    record PermissionView(String code, String words) {}

    record RoleForm(@NotNull(message = "请选择权限。") Set<Permission> permissions, boolean secondFactor, int version) {}

    private final RoleTable roles;
    private final ChangeRole changing;

    RoleController(RoleTable roles, ChangeRole changing) {
        this.roles = roles;
        this.changing = changing;
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "角色及其权限")
    @GetMapping("/api/roles")
    List<RoleView> roles() {
        return roles.all().stream()
                .map(r -> new RoleView(
                        r.code(),
                        r.name(),
                        r.description(),
                        r.scopeKind(),
                        r.permissions(),
                        r.secondFactor(),
                        r.version()))
                .toList();
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "权限及其含义")
    @GetMapping("/api/permissions")
    List<PermissionView> permissions() {
        return Arrays.stream(Permission.values())
                .map(p -> new PermissionView(p.name(), p.words()))
                .toList();
    }

    @Allow(Permission.ROLE_GRANT)
    @Operation(summary = "更改角色的权限，设置是否要求双重验证")
    @PutMapping("/api/roles/{code}")
    void change(CurrentUser user, @PathVariable String code, @Valid @RequestBody RoleForm form) {
        changing.change(user, code, form.permissions(), form.secondFactor(), form.version());
    }
}
