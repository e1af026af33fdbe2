package org.civitas.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One operation of the described interface, with what is needed to ask for it. */
record Operation(HttpMethod verb, String path, JsonNode facts, JsonNode schemas) {

    /** Whose rows an operation reaches; the words are those of {@code access/scopes.txt}. */
    enum Reach {
        PUBLIC("无需登录"),
        SELF("本人"),
        CITY("全市"),
        AREA("区域（单位和个人可见全市登记）"),
        DATA("数据范围"),
        OFFICE("本级机关"),
        PLATFORM("本系统各城市");

        final String words;

        Reach(String words) {
            this.words = words;
        }
    }

    /** A parameter of the path or the query. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    static List<Operation> all() {
        try {
            JsonNode described = JsonMapper.shared().readTree(Files.readString(Path.of("docs/api/openapi.json")));
            JsonNode schemas = described.get("components").get("schemas");
            List<Operation> found = new ArrayList<>();
            described
                    .get("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(verb -> found.add(new Operation(
                                    HttpMethod.valueOf(verb.getKey().toUpperCase(Locale.ROOT)),
                                    path.getKey(),
                                    verb.getValue(),
                                    schemas))));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed table: operation → whose rows it reaches. */
    static Map<String, Reach> scopes() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/access/scopes.txt"))) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0] + " " + words[1], words -> Reach.valueOf(words[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return verb + " " + path;
    }

    String summary() {
        return facts.path("summary").asString("");
    }

    boolean upload() {
        return facts.path("requestBody").path("content").has("multipart/form-data")
                || path.endsWith("/imports/previews")
                || path.equals("/api/media")
                || path.equals("/api/areas/boundaries");
    }

    List<Parameter> parameters() {
        List<Parameter> found = new ArrayList<>();
        facts.path("parameters")
                .forEach(p -> found.add(new Parameter(
                        p.get("name").asString(),
                        p.get("in").asString(),
                        p.path("required").asBoolean(false),
                        p.path("schema"))));
        return found;
    }

    List<String> pathParameters() {
        return parameters().stream()
                .filter(p -> p.in().equals("path"))
                .map(Parameter::name)
                .toList();
    }

    /** The path up to and with the parameter, such as {@code /api/cases/{id}}. */
    String upTo(String parameter) {
        return path.substring(0, path.indexOf("{" + parameter + "}") + parameter.length() + 2);
    }

    /** The address with every path parameter filled and the required query parameters given. */
    String address(Function<String, String> pathValue) {
        StringBuilder address = new StringBuilder(path);
        for (String parameter : pathParameters()) {
            String hole = "{" + parameter + "}";
            int at = address.indexOf(hole);
            address.replace(at, at + hole.length(), pathValue.apply(parameter));
        }
        String query = parameters().stream()
                .filter(p -> p.in().equals("query") && p.required())
                .map(p -> p.name() + "=" + sample(p.schema(), p.name(), 0).asString())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? address.toString() : address + "?" + query;
    }

    /** The least body that fits the described schema, or null where none is taken. */
    @Nullable
    String body() {
        JsonNode schema = facts.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? null : sample(schema, "", 0).toString();
    }

    private JsonNode sample(JsonNode described, String name, int depth) {
        JsonNode schema = described.has("$ref")
                ? schemas.get(described.get("$ref").asString().replaceFirst(".*/", ""))
                : described;
        JsonMapper json = JsonMapper.shared();
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("object")) {
            case "integer", "number" ->
                json.getNodeFactory()
                        .numberNode(Math.max(0, schema.path("minimum").asInt(0)));
            case "boolean" -> json.getNodeFactory().booleanNode(false);
            case "array" -> {
                var list = json.createArrayNode();
                if (schema.path("minItems").asInt(0) > 0) {
                    list.add(sample(schema.get("items"), name, depth + 1));
                }
                yield list;
            }
            case "string" -> json.getNodeFactory().stringNode(text(schema, name));
            default -> {
                var object = json.createObjectNode();
                List<String> required = new ArrayList<>();
                schema.path("required").forEach(r -> required.add(r.asString()));
                for (String property : required) {
                    if (depth < 6) {
                        object.set(property, sample(schema.get("properties").get(property), property, depth + 1));
                    }
                }
                yield object;
            }
        };
    }

    private static String text(JsonNode schema, String name) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> "00000000-0000-7000-8000-000000000000";
            case "date" -> "2026-11-10";
            case "date-time" -> "2026-11-10T02:00:00Z";
            default -> Arrays.asList("code", "cityCode").contains(name) ? "X1" : "甲";
        };
    }
}
