package org.civitas.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.civitas.shared.Points;
import org.civitas.standard.domain.RuleFormula;
import org.civitas.standard.domain.TreeOrder;
import org.jspecify.annotations.Nullable;

/** Sound editions out of a seed: trees of any depth, every method, rules, exemptions, odd but lawful words, correspondences. */
public final class GeneratedEditions {

    private static final String LETTERS = "楼道畅通无杂物（含地下室）“三防”，≥2处；=1+1 -减 @处 A&B<C>\"引\"'号' 100%。；、/";
    private static final List<Written> RULES = List.of(
            new Written(RuleType.PASS_FAIL, ""),
            new Written(RuleType.GRADE, "A=1；B=0.66；C=0.33；C#=0"),
            new Written(RuleType.DEDUCT, "每处扣0.05"),
            new Written(RuleType.DEDUCT, "应有3；每缺一处扣0.01"),
            new Written(RuleType.THRESHOLD, "≥95：1；≥85：0.6；＞60.5：0.125；其余：0.1"),
            new Written(RuleType.PROPORTION, "目标=95"),
            new Written(RuleType.ZEROING, "整条标准"),
            new Written(RuleType.ZEROING, "仅本要求"),
            new Written(RuleType.COUNT_IN_WINDOW, "窗口=200米；≤0：1；≤2：0.6"),
            new Written(RuleType.DENSITY, "每100米；路程=500米；≥1：1；≥0.5：0.6"),
            new Written(RuleType.SURVEY, "题目=满意率；≥90：1；≥80：0.7"),
            new Written(RuleType.REVIEW, "满分=100；相差超过20仲裁"),
            new Written(RuleType.VETO, "每起扣2；最多扣6"),
            new Written(RuleType.VETO, "取消"),
            new Written(RuleType.EXPRESSION, "full >= 1.0 ? 1.0 : 0.5"));

    private record Written(RuleType type, String parameters) {}

    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<SiteType> types = new ArrayList<>();
    private final List<CheckItem> items = new ArrayList<>();
    private final List<EditionMapping> mappings = new ArrayList<>();

    private GeneratedEditions(long seed) {
        random = new Random(seed);
    }

    public static EditionContent of(long seed) {
        return new GeneratedEditions(seed).build();
    }

    private EditionContent build() {
        int typeCount = random.nextInt(4);
        IntStream.range(0, typeCount)
                .forEach(i -> types.add(new SiteType(
                        "型" + i,
                        "类型" + i + words(10),
                        SiteKind.values()[random.nextInt(SiteKind.values().length)],
                        maybe(40))));
        IntStream.rangeClosed(1, 1 + random.nextInt(4)).forEach(i -> branch(String.valueOf(i), null, 0));
        List<SiteType> used = types.stream()
                .filter(t -> items.stream().anyMatch(i -> i.siteTypeCode().equals(t.code())))
                .toList();
        List<Node> summed = nodes.stream()
                .map(n -> n.criterion()
                        ? n
                        : new Node(n.code(), n.parentCode(), false, n.name(), TreeOrder.sumBelow(n.code(), nodes)))
                .toList();
        Edition edition = new Edition(
                new UUID(0, random.nextLong()),
                "编-" + random.nextInt(9),
                1,
                words(60),
                "城市",
                maybe(120),
                EditionState.DRAFT,
                0);
        return new EditionContent(edition, summed, requirements, used, items, weights(), mappings);
    }

    private void branch(String code, @Nullable String parent, int depth) {
        if (depth > 0 && (depth == 5 || random.nextInt(3) == 0)) {
            criterion(code, parent);
            return;
        }
        nodes.add(new Node(code, parent, false, words(40), Points.ZERO));
        IntStream.rangeClosed(1, 1 + random.nextInt(3)).forEach(i -> branch(code + "." + i, code, depth + 1));
    }

    private void criterion(String code, @Nullable String parent) {
        int at = nodes.size();
        Points sum = Points.ZERO;
        for (int i = 1; i <= 1 + random.nextInt(3); i++) {
            Points full = Points.of(
                    BigDecimal.valueOf(200 + random.nextInt(999_999), 3).movePointLeft(random.nextInt(3) == 0 ? 3 : 0));
            Requirement requirement = requirement(code + "-" + i, code, full.plus(Points.of("0.1")));
            sum = sum.plus(requirement.full());
            requirements.add(requirement);
        }
        nodes.add(at, new Node(code, parent, true, words(120), sum));
        if (random.nextInt(3) == 0) {
            mappings.add(new EditionMapping(
                    EditionMapping.Kind.CRITERION, code, "别-" + random.nextInt(3), "9." + code, fit(), maybe(60)));
        }
    }

    private Requirement requirement(String code, String criterion, Points full) {
        Method method = types.isEmpty()
                ? Method.values()[1 + random.nextInt(Method.values().length - 1)]
                : Method.values()[random.nextInt(Method.values().length)];
        List<Written> fitting =
                RULES.stream().filter(r -> r.type().methods().contains(method)).toList();
        Written written = fitting.get(random.nextInt(fitting.size()));
        RuleDefinition rule = RuleFormula.parse(written.type(), written.parameters());
        if (method == Method.SITE) {
            IntStream.rangeClosed(1, 1 + random.nextInt(2)).forEach(i -> item(written.type(), code));
        }
        boolean veto = method == Method.VETO;
        return new Requirement(
                code,
                criterion,
                method,
                veto ? Points.ZERO : full,
                method == Method.SITE || veto || random.nextBoolean() ? rule : null,
                Combination.values()[random.nextInt(Combination.values().length)],
                random.nextBoolean() ? "DW-" + random.nextInt(99) : null,
                method == Method.SITE && random.nextBoolean() ? Map.of("型0", new BigDecimal("2.5")) : Map.of(),
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> "PH-" + i).toList(),
                random.nextBoolean() ? words(30) + "\n" + words(30) : "");
    }

    private void item(RuleType rule, String requirement) {
        SiteType type = types.get(random.nextInt(types.size()));
        Aspect aspect = Aspect.values()[random.nextInt(Aspect.values().length)];
        ObservationKind kind = rule.kinds().getFirst();
        boolean measured = kind == ObservationKind.COUNT || kind == ObservationKind.FIGURE;
        CheckItem item = new CheckItem(
                type.code() + "-" + aspect.number() + "-" + items.size(),
                type.code(),
                aspect,
                words(80),
                kind,
                measured ? "处" : null,
                kind == ObservationKind.GRADE ? List.of(words(20), words(20), words(20), words(20)) : List.of(),
                maybe(40),
                maybe(80),
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> new UsualFault(words(30), words(12)))
                        .toList(),
                random.nextBoolean(),
                List.of(requirement));
        items.add(item);
        if (random.nextInt(4) == 0) {
            mappings.add(new EditionMapping(
                    EditionMapping.Kind.ITEM, item.code(), "别-" + random.nextInt(3), "8.8.8-1", fit(), maybe(60)));
        }
    }

    /** Of every method that has points, in half of the editions. */
    private Map<Method, BigDecimal> weights() {
        return random.nextBoolean()
                ? Map.of()
                : requirements.stream()
                        .filter(r -> !r.full().isZero())
                        .map(Requirement::method)
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                m -> BigDecimal.valueOf(1 + random.nextInt(999), 1)
                                        .stripTrailingZeros()));
    }

    private EditionMapping.Fit fit() {
        return EditionMapping.Fit.values()[random.nextInt(2)];
    }

    private String maybe(int most) {
        return random.nextBoolean() ? words(most) : "";
    }

    /** Begins and ends with something that is not white space, as every text of an edition does. */
    private String words(int most) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most - 1);
        while (text.length() < length) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString().replace("->", "－").replaceAll("^ +| +$", "文");
    }
}
