package org.civitas.identity.application;

import java.util.List;
import org.civitas.identity.NewAccount;
import org.civitas.identity.StandardRole;
import org.civitas.identity.domain.PasswordPolicy;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.onboarding.CityOnboarding;
import org.civitas.platform.web.Conflict;
import org.springframework.stereotype.Service;

/** Opens a city together with its first administrator. */
@Service
public class SetUpCity {

    private final CityOnboarding onboarding;
    private final OpenAccount accounts;
    private final AccountTable table;

    SetUpCity(CityOnboarding onboarding, OpenAccount accounts, AccountTable table) {
        this.onboarding = onboarding;
        this.accounts = accounts;
        this.table = table;
    }

    /** Is there nobody yet, so that the first administrator may be made without an account? */
    public boolean needed() {
        return !table.anyone();
    }

    /** The very first city and administrator; refused as soon as there is any account. */
    public void first(CityCode code, String cityName, String login, String name, String password) {
        if (!needed()) {
            throw new Conflict("setup.done", "系统已完成初始化，请直接登录。");
        }
        open(code, cityName, login, name, password, true);
    }

    /** A further city; its administrator must choose another password at the first log-in. */
    public void further(CityCode code, String cityName, String login, String name, String password) {
        open(code, cityName, login, name, password, false);
    }

    private void open(CityCode code, String cityName, String login, String name, String password, boolean own) {
        PasswordPolicy.check(login, password);
        if (table.loginTaken(login)) {
            throw new Conflict("account.login-taken", "账号 " + login + " 已被使用，请换一个。");
        }
        onboarding.open(code, cityName);
        NewAccount administrator = new NewAccount(
                code,
                login,
                name,
                password,
                List.of(StandardRole.ADMINISTRATOR.name(), StandardRole.CITY_OFFICE.name()),
                "CITY",
                code.rootArea(),
                null);
        CurrentCity.run(code, () -> {
            if (own) {
                accounts.open(administrator);
            } else {
                accounts.openFirst(administrator);
            }
        });
    }
}
