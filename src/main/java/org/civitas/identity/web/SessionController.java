package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.civitas.identity.application.ChangePassword;
import org.civitas.identity.application.OpenSession;
import org.civitas.identity.application.SignIn;
import org.civitas.identity.domain.DeviceWords;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Obligation;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.Public;
import org.civitas.platform.access.SignedIn;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.SessionCookie;
import org.civitas.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity")
class SessionController {

    record SignInForm(
            @NotBlank(message = "请填写账号。") String account,
            @NotBlank(message = "请填写密码。") String password) {}

    record SignInCode(
            @NotBlank(message = "请填写验证码。") @Size(max = 40, message = "验证码不正确。")
            String code) {}

    record NewPassword(
            @NotBlank(message = "请填写原密码。") String current,
            @NotBlank(message = "请填写新密码。") String password) {}

    private final SignIn signIn;
    private final OpenSession sessions;
    private final ChangePassword changing;
    private final SessionViews views;

    SessionController(SignIn signIn, OpenSession sessions, ChangePassword changing, SessionViews views) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.changing = changing;
        this.views = views;
    }

    /** Answers 202 and no body where a code must follow. */
    @Public
    @Operation(summary = "登录；绑定了验证器的账号随后还要输入验证码（202）")
    @PostMapping("/api/session")
    ResponseEntity<SessionView> signIn(@Valid @RequestBody SignInForm body, HttpServletRequest request) {
        String device = DeviceWords.of(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (signIn.withPassword(body.account().strip(), body.password(), device)) {
            case SignIn.Step.Done done -> views.opened(done.session(), request.isSecure());
            case SignIn.Step.CodeNeeded needed ->
                ResponseEntity.accepted()
                        .header(
                                HttpHeaders.SET_COOKIE,
                                ChallengeCookie.of(needed.challenge(), request.isSecure())
                                        .toString())
                        .build();
        };
    }

    @Public
    @Operation(summary = "登录第二步：验证器上的验证码或恢复码")
    @PostMapping("/api/session/code")
    ResponseEntity<SessionView> code(
            @CookieValue(name = ChallengeCookie.NAME, required = false) @Nullable String challenge,
            @Valid @RequestBody SignInCode body,
            HttpServletRequest request) {
        return views.opened(
                signIn.withCode(Objects.requireNonNullElse(challenge, ""), body.code()), request.isSecure());
    }

    @Allow(
            value = Permission.SIGNED_IN,
            despite = {Obligation.PASSWORD_CHANGE, Obligation.SECOND_FACTOR})
    @Operation(summary = "当前登录的账号")
    @GetMapping("/api/session")
    SessionView current(SignedIn signedIn) {
        return views.view(signedIn);
    }

    @Allow(
            value = Permission.SIGNED_IN,
            despite = {Obligation.PASSWORD_CHANGE, Obligation.SECOND_FACTOR})
    @Operation(summary = "退出登录")
    @DeleteMapping("/api/session")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        sessions.close(SessionCookie.token(request).orElseThrow(() -> new BadInput("session", "没有可以退出的登录。")));
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.gone(request.isSecure()).toString())
                .build();
    }

    @Allow(
            value = Permission.SIGNED_IN,
            despite = {Obligation.PASSWORD_CHANGE, Obligation.SECOND_FACTOR})
    @Operation(summary = "修改自己的密码；其他设备上的登录随之结束")
    @PutMapping("/api/session/password")
    void changePassword(SignedIn signedIn, @Valid @RequestBody NewPassword body) {
        changing.own(signedIn.getPrincipal(), idOf(signedIn), body.current(), body.password());
    }

    /** The stored session of the request; an id of nothing where it came without one. */
    static UUID idOf(SignedIn signedIn) {
        return Objects.requireNonNullElseGet(signedIn.sessionId(), Ids::next);
    }
}
