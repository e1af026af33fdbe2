package org.civitas.identity.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.civitas.identity.NewAccount;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.PasswordTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.identity.persistence.SecondFactorTable;
import org.civitas.identity.persistence.SessionTable;
import org.civitas.identity.persistence.SignInDelayTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Obligation;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.secrets.SecretBox;
import org.civitas.shared.RuleViolation;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class SecondFactorTest {

    private static final String PASSWORD = "Right-pass-1";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MovableClock clock = new MovableClock();
    private SecondFactor second;
    private SignIn signIn;
    private CurrentUser user;
    private String login = "";
    private String secret = "";
    private List<String> recovery = List.of();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpenSession sessions;

    @BeforeEach
    void anAccountWithAnAuthenticator(
            @Autowired AccountTable accounts,
            @Autowired PasswordTable hashes,
            @Autowired SessionTable sessionTable,
            @Autowired SecondFactorTable table,
            @Autowired SignInDelayTable delays,
            @Autowired PasswordEncoder passwords,
            @Autowired SecretBox box,
            @Autowired AuditTrail audit,
            @Autowired TransactionTemplate transaction,
            @Autowired OpenAccount opening,
            CityCode city) {
        var guard = new SignInGuard(delays, transaction, clock);
        second = new SecondFactor(
                table, accounts, hashes, sessionTable, passwords, guard, box, audit, transaction, clock);
        signIn = new SignIn(accounts, passwords, guard, sessions, second, table, audit, transaction, clock);
        login = "totp" + NUMBER.incrementAndGet() + "-" + city;
        UUID id = opening.open(
                new NewAccount(city, login, "市办丙", PASSWORD, List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
        user = new CurrentUser(
                id, "市办丙", city, Set.of("CITY_OFFICE"), Set.of(), null, new DataScope.City(city.rootArea()));
        secret = second.enrol(user, PASSWORD).secret();
        recovery = second.confirm(user, code());
        clock.advance(Duration.ofSeconds(30));
    }

    private String code() {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), clock.instant());
        } catch (java.security.InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private String challenge() {
        return ((SignIn.Step.CodeNeeded) signIn.withPassword(login, PASSWORD, "测试")).challenge();
    }

    private String codeOf(Runnable tried) {
        var fault = catchThrowableOfType(RuleViolation.class, tried::run);
        return fault == null ? "done" : fault.code();
    }

    @Test
    void the_password_alone_opens_no_session_and_a_code_works_once_only() {
        String first = challenge();
        assertThat(jdbc.sql("select count(*) from platform.session where account_id = :id")
                        .param("id", user.accountId())
                        .query(Long.class)
                        .single())
                .isZero();
        String used = code();
        assertThat(codeOf(() -> signIn.withCode(first, used))).isEqualTo("done");
        String again = challenge();
        assertThat(codeOf(() -> signIn.withCode(again, used))).isEqualTo("session.code-wrong");
        clock.advance(Duration.ofSeconds(30));
        assertThat(codeOf(() -> signIn.withCode(again, code()))).isEqualTo("done");
        assertThat(codeOf(() -> signIn.withCode(again, code()))).isEqualTo("session.challenge-over");
    }

    @Test
    void one_code_used_at_the_same_moment_opens_one_session() throws Exception {
        List<String> challenges = List.of(challenge(), challenge(), challenge(), challenge());
        String code = code();
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> tries = challenges.stream()
                    .<Callable<String>>map(one -> () -> codeOf(() -> signIn.withCode(one, code)))
                    .toList();
            long done = 0;
            for (var answer : pool.invokeAll(tries)) {
                done += answer.get().equals("done") ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void the_second_step_must_come_within_five_minutes() {
        String late = challenge();
        clock.advance(Duration.ofMinutes(5));
        assertThat(codeOf(() -> signIn.withCode(late, code()))).isEqualTo("session.challenge-over");
        assertThat(codeOf(() -> signIn.withCode("nothing", code()))).isEqualTo("session.challenge-over");
    }

    @Test
    void a_recovery_code_stands_in_once_and_is_written_nowhere() {
        String spent = recovery.getFirst();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(codeOf(() -> signIn.withCode(challenge(), spent.toUpperCase())))
                .isEqualTo("done");
        assertThat(codeOf(() -> signIn.withCode(challenge(), spent))).isEqualTo("session.code-wrong");
        assertThat(jdbc.sql("""
                        select count(*) from platform.recovery_code
                        where account_id = :id and position(:code in encode(code_hash, 'escape')) > 0
                        """)
                        .param("id", user.accountId())
                        .param("code", recovery.getLast().replace("-", ""))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(codeOf(() -> second.renewRecoveryCodes(user, code()))).isEqualTo("done");
        assertThat(codeOf(() -> signIn.withCode(challenge(), recovery.getLast())))
                .isEqualTo("session.code-wrong");
    }

    @Test
    void wrong_codes_make_the_account_wait_though_the_password_is_right_each_time() {
        for (int i = 0; i < 5; i++) {
            String one = challenge();
            assertThat(codeOf(() -> signIn.withCode(one, "000000"))).isEqualTo("session.code-wrong");
        }
        assertThat(codeOf(() -> signIn.withPassword(login, PASSWORD, "测试"))).isEqualTo("session.delayed");
    }

    @Test
    void the_secret_lies_encrypted_and_can_not_be_moved_to_another_account(@Autowired SecretBox box) {
        byte[] stored = jdbc.sql("select secret from platform.second_factor where account_id = :id")
                .param("id", user.accountId())
                .query((row, n) -> row.getBytes(1))
                .single();
        byte[] open = new Base32().decode(secret);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(open, StandardCharsets.ISO_8859_1));
        assertThat(box.unlock(stored, "second-factor/" + user.accountId())).isEqualTo(open);
        assertThat(catchThrowableOfType(
                        IllegalStateException.class, () -> box.unlock(stored, "second-factor/" + UUID.randomUUID())))
                .isNotNull();
    }

    @Test
    void a_security_administrator_takes_it_away_but_not_his_own_and_the_audit_knows() {
        var officer = TestUsers.securityOfficer();
        TestUsers.acting(officer, () -> second.reset(officer, user.accountId()));
        assertThat(signIn.withPassword(login, PASSWORD, "测试")).isInstanceOf(SignIn.Step.Done.class);
        assertThat(codeOf(() -> second.reset(officer, officer.accountId()))).isEqualTo("second-factor.own-reset");
        assertThat(jdbc.sql("select account_name from audit_line where action = 'second-factor.reset'")
                        .query(String.class)
                        .list())
                .containsExactly(officer.name());
    }

    @Test
    void whoever_runs_the_machine_gives_a_lost_account_a_password_that_must_be_replaced(
            @Autowired RescueAccess rescue, @Autowired AccountTable accounts) {
        String given = rescue.rescue(accounts.byLogin(login).orElseThrow());
        var step = (SignIn.Step.Done) signIn.withPassword(login, given, "测试");
        assertThat(sessions.byToken(step.session().token()).orElseThrow().obligation())
                .isEqualTo(Obligation.PASSWORD_CHANGE);
    }

    @Test
    void where_a_role_requires_it_nobody_works_without_one(
            @Autowired RoleTable roles, @Autowired ChangeRole changing, @Autowired OpenAccount opening, CityCode city) {
        var officer = TestUsers.securityOfficer();
        RoleTable.Stored role = roles.all().stream()
                .filter(one -> one.code().equals("CITY_OFFICE"))
                .findFirst()
                .orElseThrow();
        changing.change(officer, "CITY_OFFICE", roles.together(List.of("CITY_OFFICE")), true, role.version());
        assertThat(codeOf(() -> second.remove(user, code()))).isEqualTo("second-factor.required");
        String token = signIn.withCode(challenge(), code()).token();
        assertThat(sessions.byToken(token).orElseThrow().obligation()).isNull();
        String other = login + "-b";
        opening.open(
                new NewAccount(city, other, "市办丁", PASSWORD, List.of("CITY_OFFICE"), "CITY", city.rootArea(), null));
        var step = (SignIn.Step.Done) signIn.withPassword(other, PASSWORD, "测试");
        assertThat(sessions.byToken(step.session().token()).orElseThrow().obligation())
                .isEqualTo(Obligation.SECOND_FACTOR);
        changing.change(officer, "CITY_OFFICE", roles.together(List.of("CITY_OFFICE")), false, role.version() + 1);
        assertThat(codeOf(() -> second.remove(user, code()))).isEqualTo("second-factor.wrong");
    }
}
