package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Public;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint says who may use it, and keeps to it for every role. */
@CityTest
class EndpointsTest {

    private static final List<String> FORBIDDEN_WORDS = List.of(
            "check-in", "checkin", "online-time", "login-count", "login-rate", "staff-point", "staff-rank", "track");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc web;

    private record Endpoint(HttpMethod verb, String path, boolean upload, HandlerMethod method) {}

    private Stream<Endpoint> endpoints() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.civitas"))
                .flatMap(EndpointsTest::split);
    }

    private Stream<Endpoint> guarded() {
        return endpoints().filter(endpoint -> !endpoint.method().hasMethodAnnotation(Public.class));
    }

    private static Stream<Endpoint> split(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        return entry.getKey().getPatternValues().stream()
                .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::asHttpMethod)
                        .map(verb -> new Endpoint(verb, path, upload(entry.getKey()), entry.getValue())));
    }

    private static boolean upload(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
    }

    @Test
    void every_endpoint_says_who_may_use_it_and_what_it_does_in_chinese() {
        assertThat(endpoints()).isNotEmpty().allSatisfy(endpoint -> {
            assertThat(endpoint.path()).startsWith("/api/");
            assertThat(endpoint.method().hasMethodAnnotation(Allow.class)
                            ^ endpoint.method().hasMethodAnnotation(Public.class))
                    .as(endpoint + " has @Allow or @Public")
                    .isTrue();
            Operation operation = endpoint.method().getMethodAnnotation(Operation.class);
            assertThat(operation).as(endpoint + " has @Operation").isNotNull();
            assertThat(operation.summary()).matches(".*\\p{IsHan}.*");
            assertThat(endpoint.method().getBeanType().isAnnotationPresent(Tag.class))
                    .isTrue();
        });
    }

    @Test
    void without_a_session_every_endpoint_but_the_public_ones_answers_401() {
        assertThat(guarded()
                        .map(endpoint -> endpoint.verb() + " " + endpoint.path() + " → " + status(endpoint, null))
                        .filter(answer -> !answer.endsWith("→ 401")))
                .isEmpty();
    }

    @Test
    void each_role_gets_403_where_its_permissions_end_and_never_500() {
        var wrong = new ArrayList<String>();
        for (StandardRole role : StandardRole.values()) {
            CurrentUser user = TestUsers.cityWide(role);
            guarded().forEach(endpoint -> {
                boolean may = Arrays.stream(endpoint.method()
                                .getMethodAnnotation(Allow.class)
                                .value())
                        .anyMatch(user::may);
                int status = status(endpoint, user);
                if (status >= 500 || (!may && status != 403)) {
                    wrong.add(role + " " + endpoint.verb() + " " + endpoint.path() + " → " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_endpoint_counts_log_ins_online_time_points_or_tracks_of_staff() {
        assertThat(endpoints().map(Endpoint::path).map(path -> path.toLowerCase(Locale.ROOT)))
                .allSatisfy(path -> assertThat(FORBIDDEN_WORDS).noneMatch(path::contains));
    }

    private int status(Endpoint endpoint, @Nullable CurrentUser user) {
        String path = endpoint.path().replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
        AbstractMockHttpServletRequestBuilder<?> request = endpoint.upload()
                ? MockMvcRequestBuilders.multipart(endpoint.verb(), path)
                : MockMvcRequestBuilders.request(endpoint.verb(), path);
        try {
            return web.perform(request.with(user == null ? csrf() : TestUsers.as(user)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new AssertionError(endpoint.toString(), e);
        }
    }
}
