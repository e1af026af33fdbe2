package org.civitas.insight;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@CityTest
class WorkbenchTest {

    private static final String FILING = "备案信息和投诉建议渠道未填";

    @Autowired
    MockMvc web;

    @ParameterizedTest
    @EnumSource(StandardRole.class)
    void everyRoleHasACompleteHomePageInAnEmptyCity(StandardRole role) throws Exception {
        CurrentUser user = switch (role.scopeKind()) {
            case "UNIT" -> TestUsers.ofUnit(role, new UUID(0, 7));
            case "AREA" -> TestUsers.inArea(role, TestUsers.office().scope().areaCode() + "01", null);
            default -> TestUsers.cityWide(role);
        };

        web.perform(get("/api/workbench").with(TestUsers.as(user)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.complete").value(true));
    }

    @Test
    void remindsOnlyTheAdministratorOfTheFiling() throws Exception {
        web.perform(get("/api/workbench").with(TestUsers.as(TestUsers.administrator())))
                .andExpect(jsonPath("$.todo[*].title").value(hasItem(FILING)));
        web.perform(get("/api/workbench").with(TestUsers.as(TestUsers.office())))
                .andExpect(jsonPath("$.todo[*].title").value(not(hasItem(FILING))));
    }

    @ParameterizedTest
    @EnumSource(StandardRole.class)
    void everyRoleMaySearchAnEmptyCity(StandardRole role) throws Exception {
        web.perform(get("/api/search").param("q", "市场").with(TestUsers.as(TestUsers.cityWide(role))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.groups").value(empty()));
    }

    @Test
    void nobodySearchesWithoutLoggingIn() throws Exception {
        web.perform(get("/api/search").param("q", "市场")).andExpect(status().isUnauthorized());
        web.perform(get("/api/workbench")).andExpect(status().isUnauthorized());
    }
}
