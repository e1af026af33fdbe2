package org.civitas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.civitas.access.Operation.Reach;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.Public;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The matrix of roles and operations: every operation of the described interface stands in the committed table of scopes,
 * has its permission, and answers each role as the permission says. What no table says fails the build.
 */
@CityTest
class AccessMatrixTest {

    /** Open without an account, and why. */
    private static final Map<String, String> PUBLIC = Map.of(
            "GET /api/health", "负载均衡和启动脚本询问是否就绪",
            "POST /api/session", "登录本身",
            "POST /api/session/code", "登录第二步：验证码；只认第一步得到的五分钟凭据",
            "GET /api/oidc", "登录页要知道是否显示统一身份认证的按钮",
            "GET /api/oidc/authorizations", "前往统一身份认证；未设置时 404",
            "GET /api/oidc/callback", "从统一身份认证返回；核对 state、nonce 和 PKCE",
            "GET /api/setup", "首次启动时登录页要知道是否需要建立管理员",
            "POST /api/setup", "建立第一位管理员；已有账号后一律拒绝");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc web;

    private final List<Operation> operations = Operation.all();

    private Map<String, HandlerMethod> methods() {
        Map<String, HandlerMethod> found = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.civitas")) {
                mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> found.put(verb + " " + path, method)));
            }
        });
        return found;
    }

    @Test
    void the_described_operations_the_handlers_and_the_table_of_scopes_are_the_same_set() {
        Set<String> described =
                new TreeSet<>(operations.stream().map(Operation::name).toList());
        assertThat(methods().keySet()).isEqualTo(described);
        assertThat(new TreeSet<>(Operation.scopes().keySet()))
                .as("src/test/resources/access/scopes.txt says for every operation whose rows it reaches")
                .isEqualTo(described);
    }

    @Test
    void only_the_justified_operations_are_public_and_the_table_says_so() {
        Set<String> open = new TreeSet<>();
        methods().forEach((name, method) -> {
            if (method.hasMethodAnnotation(Public.class)) {
                open.add(name);
            }
        });
        assertThat(open).isEqualTo(new TreeSet<>(PUBLIC.keySet()));
        assertThat(Operation.scopes().entrySet().stream()
                        .filter(entry -> entry.getValue() == Reach.PUBLIC)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    void each_role_is_answered_as_its_permissions_say() {
        Map<String, HandlerMethod> methods = methods();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : ordered()) {
            HandlerMethod method = methods.get(operation.name());
            Allow allow = method.getMethodAnnotation(Allow.class);
            if (allow == null) {
                continue;
            }
            for (StandardRole role : StandardRole.values()) {
                CurrentUser user = TestUsers.cityWide(role);
                boolean may = Arrays.stream(allow.value()).anyMatch(user::may);
                MockHttpServletResponse answer = ask(operation, user);
                boolean refused = answer.getStatus() == 403;
                if (refused == may || answer.getStatus() >= 500 || answer.getStatus() == 401) {
                    wrong.add(role + " " + operation.name() + " → " + answer.getStatus()
                            + (may ? " (may)" : " (may not)"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void without_a_session_everything_but_the_public_answers_401_whatever_is_sent() {
        assertThat(operations.stream()
                        .filter(operation -> !PUBLIC.containsKey(operation.name()))
                        .map(operation ->
                                operation.name() + " → " + ask(operation, null).getStatus())
                        .filter(answer -> !answer.endsWith("→ 401")))
                .isEmpty();
    }

    @Test
    void a_permission_that_reaches_over_the_whole_city_does_not_count_for_a_narrower_scope() {
        CurrentUser office = TestUsers.administrator();
        CurrentUser county =
                TestUsers.inArea(StandardRole.ADMINISTRATOR, office.scope().areaCode() + "02", null);
        assertThat(office.may(Permission.ACCOUNT_MANAGE)).isTrue();
        assertThat(county.may(Permission.ACCOUNT_MANAGE)).isFalse();
        assertThat(county.may(Permission.TERRITORY_READ)).isTrue();
    }

    @Test
    void the_table_of_access_is_current() throws IOException {
        Map<String, HandlerMethod> methods = methods();
        Map<String, Reach> scopes = Operation.scopes();
        StringBuilder text = new StringBuilder("# 接口、权限与数据范围\n\n由代码和 `src/test/resources/access/scopes.txt` 生成；"
                + "每个接口对每个角色的回答由 `AccessMatrixTest` 逐一询问，编号越出范围的回答由 `ObjectAccessTest` 逐一询问。\n\n");
        PUBLIC.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(open -> text.append("- 无需登录：`%s`，%s。\n".formatted(open.getKey(), open.getValue())));
        text.append("\n| 接口 | 说明 | 权限 | 数据范围 | 角色 |\n|---|---|---|---|---|\n");
        for (Operation operation : operations.stream()
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::name))
                .toList()) {
            Allow allow = methods.get(operation.name()).getMethodAnnotation(Allow.class);
            text.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            operation.name(),
                            operation.summary(),
                            allow == null ? "—" : permissions(allow),
                            scopes.containsKey(operation.name()) ? scopes.get(operation.name()).words : "未登记",
                            allow == null ? "—" : roles(allow)));
        }
        Path file = Path.of("docs/api/access.md");
        if (Boolean.getBoolean("civitas.write")) {
            Files.writeString(file, text);
        }
        assertThat(file).as("write it anew with -Dcivitas.write=true").content().isEqualTo(text.toString());
    }

    private static String permissions(Allow allow) {
        return Arrays.stream(allow.value()).map(Permission::words).collect(Collectors.joining("；"));
    }

    private static String roles(Allow allow) {
        List<String> titles = Arrays.stream(StandardRole.values())
                .filter(role -> Arrays.stream(allow.value())
                        .anyMatch(p ->
                                p == Permission.SIGNED_IN || role.permissions().contains(p)))
                .map(StandardRole::title)
                .toList();
        return titles.size() == StandardRole.values().length ? "全部" : String.join("、", titles);
    }

    /** Questions first, deletions last, so that what is asked for is still there. */
    private List<Operation> ordered() {
        List<String> order = List.of("GET", "PUT", "POST", "DELETE");
        return operations.stream()
                .sorted(Comparator.comparing(o -> order.indexOf(o.verb().name())))
                .toList();
    }

    private MockHttpServletResponse ask(Operation operation, @Nullable CurrentUser user) {
        String address = operation.address(parameter -> "00000000-0000-7000-8000-000000000000");
        AbstractMockHttpServletRequestBuilder<?> request = operation.upload()
                ? MockMvcRequestBuilders.multipart(operation.verb(), address)
                : withBody(MockMvcRequestBuilders.request(operation.verb(), address), operation.body());
        try {
            MockHttpServletResponse answer = web.perform(request.with(user == null ? csrf() : TestUsers.as(user)))
                    .andReturn()
                    .getResponse();
            answer.setDefaultCharacterEncoding(StandardCharsets.UTF_8.name());
            return answer;
        } catch (Exception e) {
            throw new AssertionError(operation.name(), e);
        }
    }

    private static MockHttpServletRequestBuilder withBody(
            MockHttpServletRequestBuilder request, @Nullable String body) {
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
