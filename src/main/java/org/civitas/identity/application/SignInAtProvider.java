package org.civitas.identity.application;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.secrets.SecretBox;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;

/** Log-in at an identity provider: it proves an account that exists here; none is ever opened by it. */
@Service
public class SignInAtProvider {

    /** How long somebody may take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String PLACE = "oidc-memory";
    private static final String BREAK = "\n";

    /** 前往认证 — where to go and what the browser keeps meanwhile. */
    public record Departure(URI provider, String memory) {}

    /** 认证归来 — the step that was reached and the page to go on to. */
    public record Return(SignIn.Step step, String next) {}

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final AccountTable accounts;
    private final SignIn signIn;
    private final SecretBox box;
    private final Clock clock;

    SignInAtProvider(
            OidcSettings settings,
            OidcProvider provider,
            AccountTable accounts,
            SignIn signIn,
            SecretBox box,
            Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.accounts = accounts;
        this.signIn = signIn;
        this.box = box;
        this.clock = clock;
    }

    /** @param next the page to go on to; only pages of this system are taken */
    public Departure depart(String next) {
        requireEnabled();
        OidcProvider.Memory memory = OidcProvider.Memory.fresh();
        String page = next.matches("/(?![/\\\\]).*") ? next : "/";
        String until = clock.instant().plus(PATIENCE).toString();
        String kept = String.join(
                BREAK, List.of(memory.state(), memory.nonce(), memory.verifier(), until, page.replace(BREAK, "")));
        byte[] locked = box.lock(kept.getBytes(StandardCharsets.UTF_8), PLACE);
        return new Departure(
                provider.authorization(memory),
                Base64.getUrlEncoder().withoutPadding().encodeToString(locked));
    }

    /**
     * @param memory what the browser kept since {@link #depart}
     * @throws RuleViolation {@code oidc.failed}, {@code oidc.unknown-account}
     */
    public Return arrive(URI answer, String memory, String device) {
        requireEnabled();
        List<String> kept = open(memory);
        if (kept.size() != 5 || !Instant.parse(kept.get(3)).isAfter(clock.instant())) {
            throw new RuleViolation("oidc.failed", "统一身份认证的等待时间已过，请重新登录。");
        }
        String login = provider.accountOf(answer, new OidcProvider.Memory(kept.get(0), kept.get(1), kept.get(2)));
        AccountTable.Credentials account = accounts.byLogin(login)
                .filter(AccountTable.Credentials::enabled)
                .orElseThrow(() -> new RuleViolation("oidc.unknown-account", "身份认证已通过，但本系统没有对应的可用账号，请联系系统管理员。"));
        return new Return(signIn.proved(account, device, "PROVIDER"), kept.get(4));
    }

    private List<String> open(String memory) {
        try {
            byte[] bytes = box.unlock(Base64.getUrlDecoder().decode(memory), PLACE);
            return List.of(new String(bytes, StandardCharsets.UTF_8).split(BREAK, -1));
        } catch (IllegalStateException | IllegalArgumentException forged) {
            return List.of();
        }
    }

    private void requireEnabled() {
        if (!settings.enabled()) {
            throw new NotFound("统一身份认证");
        }
    }
}
