package org.civitas.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.civitas.platform.database.DatabaseAccess;
import org.civitas.platform.database.DatabaseSettings;
import org.civitas.platform.database.EmbeddedPostgres;
import org.civitas.platform.database.StartFault;
import org.civitas.platform.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What {@code bin/backup} and {@code bin/restore} call; beside the program, with the same settings. */
public final class BackupProgram {

    /** The settings and the store of files, and nothing else of the program. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseSettings.class)
    @ComponentScan(
            basePackages = "org.civitas.platform.store",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(Configuration.class))
    static class Ground {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private BackupProgram() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext ground = new SpringApplicationBuilder(Ground.class)
                .web(WebApplicationType.NONE)
                .run()) {
            run(new ArrayList<>(List.of(arguments)), ground);
        } catch (BackupFault | StartFault e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            System.err.println("没有完成：" + e);
            System.exit(1);
        }
    }

    static void run(List<String> arguments, ConfigurableApplicationContext ground) throws Exception {
        String what = arguments.removeFirst();
        String city = option(arguments, "--city");
        boolean verify = arguments.remove("--verify");
        Path place = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
        long from = System.nanoTime();
        switch (what) {
            case "backup" -> {
                if (verify) {
                    check(place);
                } else {
                    backup(place, ground);
                }
            }
            case "restore" -> restore(place, city, ground);
            default -> throw new BackupFault("用法：backup 目录 [--verify]，restore 目录 [--city 六位代码]");
        }
        System.out.printf(
                Locale.ROOT,
                "用时 %.1f 秒%n",
                Duration.ofNanos(System.nanoTime() - from).toMillis() / 1e3);
    }

    private static @Nullable String option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return null;
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    private static void backup(Path place, ConfigurableApplicationContext ground) throws Exception {
        DatabaseSettings settings = ground.getBean(DatabaseSettings.class);
        if (!settings.external() && !Files.exists(settings.data().resolve("pg/PG_VERSION"))) {
            throw new BackupFault("数据目录 " + settings.data().toAbsolutePath() + " 里没有数据。请用 CIVITAS_DATA 指定。");
        }
        try (DatabaseAccess access = DatabaseAccess.open(settings)) {
            var taken = new TakeBackup(source(access), ground.getBean(ObjectStore.class), ground.getBean(Clock.class))
                    .into(place);
            System.out.printf(
                    "已备份到 %s：%d 个城市，%d 行，数据库 %d MB（压缩后），文件 %d MB%n",
                    taken.folder(),
                    taken.manifest().cities().size(),
                    taken.rows(),
                    taken.databaseBytes() >> 20,
                    taken.fileBytes() >> 20);
            if (taken.manifest().missing() > 0) {
                System.out.println("注意：有 " + taken.manifest().missing() + " 个被引用的文件不在文件库中，备份前就已缺失。");
            }
        }
    }

    static BackupFolder check(Path place) throws IOException {
        BackupFolder folder = BackupFolder.find(place);
        Manifest manifest = folder.manifest();
        List<String> faults = BackupCheck.faults(folder, manifest);
        if (!faults.isEmpty()) {
            throw new BackupFault("备份不完整，不能用来恢复：\n" + String.join("\n", faults));
        }
        System.out.println("备份完好：" + folder.resolve("") + "（" + manifest.takenAt() + "）");
        return folder;
    }

    private static void restore(Path place, @Nullable String city, ConfigurableApplicationContext ground)
            throws Exception {
        BackupFolder folder = check(place);
        Manifest manifest = folder.manifest();
        DatabaseSettings settings = ground.getBean(DatabaseSettings.class);
        Supplier<ObjectStore> store = () -> ground.getBean(ObjectStore.class);
        if (city == null) {
            all(folder, manifest, settings, store.get(), ground);
        } else {
            one(folder, manifest, city, settings, ground);
        }
    }

    private static void all(
            BackupFolder folder,
            Manifest manifest,
            DatabaseSettings settings,
            ObjectStore store,
            ConfigurableApplicationContext ground)
            throws Exception {
        Path home = settings.data().toAbsolutePath().normalize();
        if (Files.isDirectory(home)) {
            try (Stream<Path> found = Files.list(home)) {
                if (!settings.external() && found.findAny().isPresent()) {
                    throw new BackupFault("数据目录 " + home + " 不是空的。请用 CIVITAS_DATA 指定一个空目录；原有数据不会被改动。");
                }
            }
        }
        Files.createDirectories(home);
        Path marker = home.resolve(EmbeddedPostgres.RESTORE_UNDER_WAY);
        Files.writeString(marker, folder.resolve("").toString());
        System.setProperty(EmbeddedPostgres.RESTORE_UNDER_WAY, "true");
        try (DatabaseAccess access = DatabaseAccess.open(settings)) {
            new RestoreAll(source(access), store).from(folder, manifest, heads(ground), ground.getBean(Clock.class));
        }
        Files.delete(marker);
        System.out.println(
                "已恢复到 " + manifest.takenAt() + " 的状态：" + manifest.cities().size() + " 个城市。现在可以启动。");
    }

    private static void one(
            BackupFolder folder,
            Manifest manifest,
            String city,
            DatabaseSettings settings,
            ConfigurableApplicationContext ground)
            throws Exception {
        if (!city.matches("\\d{6}")) {
            throw new BackupFault("城市代码应为 6 位数字，例如 321300。");
        }
        if (!settings.external() && !Files.exists(settings.data().resolve("pg/PG_VERSION"))) {
            throw new BackupFault("恢复一个城市需要一个已有的系统；整体恢复请不带 --city。");
        }
        manifest.schema("city_" + city);
        try (DatabaseAccess access = DatabaseAccess.open(settings)) {
            var lists = manifest.files().stream()
                    .filter(list -> list.space().startsWith("city_" + city))
                    .toList();
            new RestoreAll(source(access), ground.getBean(ObjectStore.class)).files(folder, lists);
            new RestoreCity(source(access), heads(ground), ground.getBean(Clock.class)).from(folder, manifest, city);
        }
        System.out.println("城市 " + city + " 已恢复到 " + manifest.takenAt() + " 的状态，其他城市没有改动；该市用户需要重新登录。");
    }

    private static Path heads(ConfigurableApplicationContext ground) {
        return Path.of(ground.getEnvironment().getRequiredProperty("civitas.audit-heads"));
    }

    private static DriverManagerDataSource source(DatabaseAccess access) {
        return new DriverManagerDataSource(access.url(), access.user(), access.password());
    }

    static String version() {
        return Objects.requireNonNullElse(BackupProgram.class.getPackage().getImplementationVersion(), "0");
    }
}
