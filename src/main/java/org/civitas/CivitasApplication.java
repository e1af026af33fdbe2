package org.civitas;

import org.civitas.platform.database.StartFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Civitas 文明创建一张网 — one deployable of modules that carry the field's own names. */
@Modulithic(
        systemName = "Civitas 文明创建一张网",
        sharedModules = {"shared", "platform"})
// two modules may each have a class of the same name: beans go by their full names
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class CivitasApplication {

    private static final Logger LOG = LoggerFactory.getLogger(CivitasApplication.class);

    public static void main(String[] args) {
        try {
            SpringApplication.run(CivitasApplication.class, args);
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("启动失败：{}", explain(e), known(e) ? null : e);
            System.exit(2);
        }
    }

    private static String explain(Throwable fault) {
        StartFault start = cause(fault, StartFault.class);
        if (start != null && start.getMessage() != null) {
            return start.getMessage();
        }
        PortInUseException port = cause(fault, PortInUseException.class);
        return port == null ? "原因见下。" : "端口 " + port.getPort() + " 已被占用。请停止占用它的程序，或用 CIVITAS_PORT 换一个端口。";
    }

    private static boolean known(Throwable fault) {
        return cause(fault, StartFault.class) != null || cause(fault, PortInUseException.class) != null;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable fault, Class<T> type) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
