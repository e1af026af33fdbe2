package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.application.SecondFactor;
import org.civitas.identity.persistence.SecondFactorTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Obligation;
import org.civitas.platform.access.Permission;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity")
class SecondFactorController {

    /** Whether the account has an authenticator, whether it needs one, and how many recovery codes are left. */
    record SecondFactorView(boolean set, boolean required, int recoveryCodesLeft) {}

    record PasswordProof(@NotBlank(message = "请填写密码。") String password) {}

    /** @param picture the address as a QR code (SVG) */
    record EnrolmentView(String secret, String address, String picture) {}

    record CodeProof(
            @NotBlank(message = "请填写验证码。") @Size(max = 40, message = "验证码不正确。")
            String code) {}

    record RecoveryCodesView(List<String> codes) {}

    private final SecondFactor second;
    private final SecondFactorTable table;

    SecondFactorController(SecondFactor second, SecondFactorTable table) {
        this.second = second;
        this.table = table;
    }

    @Allow(value = Permission.SIGNED_IN, despite = Obligation.SECOND_FACTOR)
    @Operation(summary = "自己的双重验证")
    @GetMapping("/api/session/second-factor")
    SecondFactorView current(CurrentUser user) {
        UUID id = user.accountId();
        boolean set = table.of(id).filter(SecondFactorTable.Stored::confirmed).isPresent();
        return new SecondFactorView(set, table.required(id), set ? table.recoveryCodesLeft(id) : 0);
    }

    @Allow(value = Permission.SIGNED_IN, despite = Obligation.SECOND_FACTOR)
    @Operation(summary = "开始绑定验证器")
    @PostMapping("/api/session/second-factor/enrolments")
    EnrolmentView enrol(CurrentUser user, @Valid @RequestBody PasswordProof proof) {
        SecondFactor.Enrolment begun = second.enrol(user, proof.password());
        return new EnrolmentView(begun.secret(), begun.address(), QrPicture.of(begun.address()));
    }

    @Allow(value = Permission.SIGNED_IN, despite = Obligation.SECOND_FACTOR)
    @Operation(summary = "用验证码完成绑定，得到恢复码")
    @PostMapping("/api/session/second-factor/confirmations")
    RecoveryCodesView confirm(CurrentUser user, @Valid @RequestBody CodeProof proof) {
        return new RecoveryCodesView(second.confirm(user, proof.code()));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "重新生成恢复码，原有的作废")
    @PostMapping("/api/session/second-factor/recovery-codes")
    RecoveryCodesView renew(CurrentUser user, @Valid @RequestBody CodeProof proof) {
        return new RecoveryCodesView(second.renewRecoveryCodes(user, proof.code()));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "解除自己的双重验证")
    @PostMapping("/api/session/second-factor/removals")
    void remove(CurrentUser user, @Valid @RequestBody CodeProof proof) {
        second.remove(user, proof.code());
    }

    @Allow(Permission.ROLE_GRANT)
    @Operation(summary = "解除一个账号的双重验证（验证器丢失时）")
    @DeleteMapping("/api/accounts/{id}/second-factor")
    void reset(CurrentUser user, @PathVariable UUID id) {
        second.reset(user, id);
    }
}
