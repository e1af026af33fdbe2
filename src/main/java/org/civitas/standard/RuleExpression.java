package org.civitas.standard;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.text.Normalizer;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.civitas.shared.RuleViolation;

/**
 * 计分公式 — a rule that no class covers: a CEL expression over named numbers that yields a ratio.
 *
 * <p>It is compiled and type-checked when it is made. Its cost is bounded by its length: at most {@value #LONGEST}
 * characters and 200 parts, only arithmetic, comparison, {@code && || !}, {@code ? :}, {@code min} and {@code max}; no
 * texts, no lists, no loops. All numbers are doubles ({@code 1} is read as {@code 1.0}).
 */
public final class RuleExpression {

    public static final int LONGEST = 400;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("(?<![\\w.])(\\d+)(?![\\w.])");
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST * 3)
            .maxParseExpressionNodeCount(200)
            .maxParseRecursionDepth(40)
            .enableComprehension(false)
            .build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(CelFunctionBinding.fromOverloads(
                    "min", CelFunctionBinding.from("min_double", Double.class, Double.class, (a, b) -> Math.min(a, b))))
            .addFunctionBindings(CelFunctionBinding.fromOverloads(
                    "max", CelFunctionBinding.from("max_double", Double.class, Double.class, (a, b) -> Math.max(a, b))))
            .build();

    /** The names that an expression may use, and what they stand for. */
    public enum Input {
        FULL("full", "本要求满分", Method.values()),
        JUDGED("judged", "判定的项数（现场为观察数）", Method.SITE, Method.MATERIAL, Method.DATA, Method.OPINION),
        PASSED("passed", "符合的项数", Method.SITE, Method.MATERIAL, Method.DATA, Method.OPINION),
        FAILED("failed", "不符合的项数", Method.SITE, Method.MATERIAL, Method.DATA, Method.OPINION),
        FAULTS("faults", "记下的问题处数", Method.SITE),
        FIGURE("figure", "现场所测数值的平均", Method.SITE),
        VALUE("value", "填报的数值", Method.MATERIAL, Method.DATA, Method.OPINION),
        DONE("done", "完成数", Method.MATERIAL, Method.DATA, Method.OPINION),
        REQUIRED("required", "应完成数", Method.MATERIAL, Method.DATA, Method.OPINION),
        MARK("mark", "评审分占满分的比例，0 到 1", Method.MATERIAL, Method.OPINION),
        SHARE("share", "问卷加权结果，0 到 1", Method.SURVEY);

        private final String word;
        private final String meaning;
        private final Set<Method> methods;

        Input(String word, String meaning, Method... methods) {
            this.word = word;
            this.meaning = meaning;
            this.methods = Set.of(methods);
        }

        /** The name as it is written. */
        public String word() {
            return word;
        }

        public String meaning() {
            return meaning;
        }

        public boolean under(Method method) {
            return methods.contains(method);
        }
    }

    private final String text;
    private final Set<String> names;
    private final CelRuntime.Program program;

    private RuleExpression(String text, CelAbstractSyntaxTree tree) throws CelEvaluationException {
        this.text = text;
        this.names = tree.getReferenceMap().values().stream()
                .filter(reference -> reference.overloadIds().isEmpty())
                .map(CelReference::name)
                .collect(Collectors.toUnmodifiableSet());
        this.program = RUNTIME.createProgram(tree);
    }

    /** Compiles it. @throws RuleViolation in words, when it is too long, unknown in its names, or no number */
    public static RuleExpression of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw malformed("公式应在 1 到 " + LONGEST + " 个字之间");
        }
        CelValidationResult result = COMPILER.compile(WHOLE_NUMBER.matcher(text).replaceAll("$1.0"));
        if (result.hasError()) {
            throw malformed(
                    "公式“" + text + "”有误：" + result.getErrors().getFirst().getMessage());
        }
        try {
            return new RuleExpression(text, result.getAst());
        } catch (CelValidationException | CelEvaluationException broken) {
            throw malformed("公式“" + text + "”有误：" + broken.getMessage());
        }
    }

    /** The expression as it was written, without blanks around it. */
    public String text() {
        return text;
    }

    /** The inputs that it uses. */
    public Set<String> names() {
        return names;
    }

    /** Its value between 0 and 1; empty when it has none, such as 0 / 0. @param inputs all that it names */
    public OptionalDouble ratio(Map<String, Double> inputs) {
        try {
            return program.eval(inputs) instanceof Double value && !value.isNaN()
                    ? OptionalDouble.of(Math.clamp(value, 0.0, 1.0))
                    : OptionalDouble.empty();
        } catch (CelEvaluationException none) {
            return OptionalDouble.empty();
        }
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(
                                StandardFunction.CONDITIONAL,
                                StandardFunction.LOGICAL_NOT,
                                StandardFunction.LOGICAL_OR,
                                StandardFunction.LOGICAL_AND,
                                StandardFunction.EQUALS,
                                StandardFunction.NOT_EQUALS,
                                StandardFunction.ADD,
                                StandardFunction.SUBTRACT,
                                StandardFunction.MULTIPLY,
                                StandardFunction.DIVIDE,
                                StandardFunction.NEGATE,
                                StandardFunction.LESS,
                                StandardFunction.LESS_EQUALS,
                                StandardFunction.GREATER,
                                StandardFunction.GREATER_EQUALS)
                        .build())
                .addFunctionDeclarations(declared("min"), declared("max"))
                .setResultType(SimpleType.DOUBLE);
        for (Input input : Input.values()) {
            builder.addVar(input.word, SimpleType.DOUBLE);
        }
        return builder.build();
    }

    private static CelFunctionDecl declared(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(
                        name + "_double", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE));
    }

    private static RuleViolation malformed(String why) {
        return new RuleViolation("edition.rule.expression", why + "。");
    }
}
