package org.civitas;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Civitas 文明创建一张网 — one deployable of modules that carry the field's own names. */
@Modulithic(systemName = "Civitas 文明创建一张网", sharedModules = {"shared", "platform"})
@SpringBootApplication
public class CivitasApplication {

    public static void main(String[] args) {
        SpringApplication.run(CivitasApplication.class, args);
    }
}
