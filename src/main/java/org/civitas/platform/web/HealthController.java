package org.civitas.platform.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.civitas.platform.access.Public;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class HealthController {

    private final JdbcClient jdbc;

    HealthController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Public
    @Operation(summary = "系统是否就绪")
    @GetMapping("/api/health")
    ResponseEntity<Map<String, String>> health() {
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok(Map.of("status", "UP"));
    }
}
