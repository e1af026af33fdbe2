package org.civitas.platform.audit.chain;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.database.DatabaseAccess;
import org.civitas.platform.database.DatabaseSettings;
import org.civitas.platform.database.StartFault;
import org.civitas.shared.RuleViolation;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * {@code bin/audit-verify}: checks the chains without the program, on a running or a stopped database. It only reads.
 *
 * <p>Ends with 0 when every chain is sound, 1 when one is not, 2 when it could not check, 3 when all are sound but heads belong
 * to a chain before a recorded restore, which somebody has to confirm.
 */
public final class VerifyCommand {

    private static final String USAGE = """
            用法：bin/audit-verify [--city 代码] [--head 序号:校验值]… [--heads 文件]…
              --city   只校验一个城市；不写则校验全部城市
              --head   库外保存的一个链头
              --heads  库外保存的链头文件（jsonl）；不写则用本机的 audit-heads/<城市>.jsonl
            返回 0 通过，1 不通过，2 无法校验，3 通过但有一段链因恢复备份已不在库中（须核实那次恢复）。
            数据库与程序用同样的设置：CIVITAS_DATA，或 CIVITAS_DB_URL、CIVITAS_DB_USER、CIVITAS_DB_PASSWORD。
            """;

    private final Map<String, String> settings;
    private final PrintStream out;
    private final List<ChainHead> given = new ArrayList<>();
    private String onlyCity = "";

    private VerifyCommand(Map<String, String> settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out));
    }

    /** @param settings the environment; answers the exit code */
    static int run(List<String> arguments, Map<String, String> settings, PrintStream out) {
        var command = new VerifyCommand(settings, out);
        try {
            if (!command.understand(arguments)) {
                out.print(USAGE);
                return 2;
            }
            return command.checkAll();
        } catch (Exception e) {
            out.println("无法校验：" + e.getMessage());
            return 2;
        }
    }

    private boolean understand(List<String> arguments) throws IOException {
        var left = arguments.iterator();
        while (left.hasNext()) {
            String option = left.next();
            if (!left.hasNext()) {
                return false;
            }
            String value = left.next();
            switch (option) {
                case "--city" -> onlyCity = new CityCode(value).value();
                case "--head" -> given.addAll(ChainHead.read(value));
                case "--heads" -> given.addAll(ChainHead.read(Files.readString(Path.of(value))));
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private int checkAll() throws Exception {
        DatabaseSettings where = where();
        Path data = where.data();
        if (!where.external() && !Files.exists(data.resolve("pg/PG_VERSION"))) {
            throw new StartFault("数据目录 " + data.toAbsolutePath().normalize() + " 中没有数据库。请用 CIVITAS_DATA 指明数据目录。");
        }
        int end = 0;
        try (DatabaseAccess access = DatabaseAccess.open(where);
                Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password())) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            List<String> cities = jdbc.queryForList(
                    "select code from platform.city where ? in ('', code) order by code", String.class, onlyCity);
            if (cities.isEmpty()) {
                throw new RuleViolation("city.unknown", onlyCity.isEmpty() ? "还没有城市。" : "没有城市 " + onlyCity + "。");
            }
            for (String city : cities) {
                end = worse(end, check(new CityCode(city), jdbc, data));
            }
        }
        return end;
    }

    private static int worse(int one, int other) {
        return one == 1 || other == 1 ? 1 : Math.max(one, other);
    }

    private DatabaseSettings where() {
        return new DatabaseSettings(
                Path.of(settings.getOrDefault("CIVITAS_DATA", "./data")),
                settings.get("CIVITAS_DB_URL"),
                settings.get("CIVITAS_DB_USER"),
                settings.get("CIVITAS_DB_PASSWORD"),
                1,
                "");
    }

    private int check(CityCode city, JdbcTemplate jdbc, Path data) throws IOException {
        jdbc.execute("set search_path to " + city.schema());
        List<ChainHead> heads = given.isEmpty() ? kept(city, data) : given;
        var check = new CheckChain(jdbc);
        long size = check.size();
        ChainReport report = check.check(heads, at -> {
            if (at % 100_000 == 0) {
                out.println("  已校验 " + at + " / " + size);
            }
        });
        out.println("城市 " + city + "（链头 " + heads.size() + " 个）");
        out.print(report.words());
        if (!report.sound()) {
            return 1;
        }
        return report.headsBeforeRestore() == 0 ? 0 : 3;
    }

    private List<ChainHead> kept(CityCode city, Path data) throws IOException {
        String folder = settings.getOrDefault("CIVITAS_AUDIT_HEADS", "");
        Path file = HeadFile.of(folder.isEmpty() ? data.resolve("audit-heads") : Path.of(folder), city);
        return Files.exists(file) ? ChainHead.read(Files.readString(file, StandardCharsets.UTF_8)) : List.of();
    }
}
