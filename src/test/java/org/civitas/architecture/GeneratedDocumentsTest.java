package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.civitas.CivitasApplication;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.Permission;
import org.civitas.standard.Method;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.RuleExpression;
import org.civitas.standard.RuleHelp;
import org.civitas.standard.RuleType;
import org.civitas.standard.domain.RuleFormula;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Documents generated from the code; {@code bin/openapi} writes them anew, this test fails on a difference. */
@CityTest
class GeneratedDocumentsTest {

    @Autowired
    MockMvc web;

    @Test
    void the_description_of_the_interface_is_current() throws Exception {
        String raw = web.perform(get("/api/openapi.json"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        String sorted = mapper.writeValueAsString(mapper.readValue(raw, TreeMap.class));
        check(Path.of("docs/api/openapi.json"), sorted + "\n");
    }

    @Test
    void the_table_of_modules_is_current() throws IOException {
        ApplicationModules modules = ApplicationModules.of(CivitasApplication.class);
        String text = "# 模块\n\n由代码生成。箭头只向下：模块只使用它列出的模块。\n\n| 模块 | 名称 | 使用 |\n|---|---|---|\n"
                + modules.stream()
                        .map(module -> "| `" + module.getIdentifier() + "` | " + module.getDisplayName() + " | "
                                + uses(module, modules) + " |\n")
                        .sorted()
                        .collect(Collectors.joining());
        check(Path.of("docs/modules/modules.md"), text);
    }

    private static String uses(ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules).stream()
                .map(dependency -> "`" + dependency.getTargetModule().getIdentifier() + "`")
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_table_of_roles_is_current() throws IOException {
        var text = new StringBuilder("# 角色与权限\n\n由代码生成。\n\n| 权限 |");
        for (StandardRole role : StandardRole.values()) {
            text.append(' ').append(role.title()).append(" |");
        }
        text.append("\n|---|")
                .append("---|".repeat(StandardRole.values().length))
                .append('\n');
        for (Permission permission : Permission.values()) {
            if (permission == Permission.SIGNED_IN) {
                continue;
            }
            text.append("| ").append(permission.words()).append(" |");
            for (StandardRole role : StandardRole.values()) {
                text.append(role.permissions().contains(permission) ? " ● |" : "  |");
            }
            text.append('\n');
        }
        check(Path.of("docs/rules/roles.md"), text.toString());
    }

    @Test
    void the_table_of_scoring_rules_is_current() throws IOException {
        var text = new StringBuilder("# 计分规则的写法\n\n由代码生成。规则参数的各部分用分号隔开，全角、半角均可；得分比例为满分的几成，0 到 1。\n");
        for (RuleHelp help : RuleHelp.ALL) {
            RuleType type = help.type();
            text.append("\n## ").append(type.word()).append(" `").append(type).append("`\n\n");
            text.append("- 怎么计：").append(help.scores()).append("\n- 失分由谁承担：").append(help.carrier());
            text.append("\n- 测评方法：").append(words(Method.values(), type.methods()::contains, Method::word));
            text.append("\n- 检查项记录方式：")
                    .append(
                            type.kinds().isEmpty()
                                    ? "不用于实地考察"
                                    : words(ObservationKind.values(), type::judges, ObservationKind::word))
                    .append("\n\n| 规则参数 | 意思 |\n|---|---|\n");
            for (String example : help.examples()) {
                text.append("| ")
                        .append(example.isEmpty() ? "（留空）" : "`" + example + "`")
                        .append(" | ");
                text.append(RuleFormula.parse(type, example).sentence()).append(" |\n");
            }
        }
        text.append("\n## 公式里可以用的数\n\n| 名称 | 意思 | 测评方法 |\n|---|---|---|\n");
        for (RuleExpression.Input input : RuleExpression.Input.values()) {
            text.append("| `")
                    .append(input.word())
                    .append("` | ")
                    .append(input.meaning())
                    .append(" | ");
            text.append(words(Method.values(), input::under, Method::word)).append(" |\n");
        }
        check(Path.of("docs/rules/scoring-rules.md"), text.toString());
    }

    private static <T> String words(T[] all, Predicate<T> which, Function<T, String> word) {
        return Arrays.stream(all).filter(which).map(word).collect(Collectors.joining("、"));
    }

    private static void check(Path file, String current) throws IOException {
        if (Boolean.getBoolean("civitas.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, current);
        }
        assertThat(file).as("run bin/openapi").exists().content().isEqualTo(current);
    }
}
