package org.civitas.platform.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.civitas.platform.access.Public;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class HealthController {

    private final JdbcClient jdbc;
    private final ApplicationAvailability availability;

    HealthController(JdbcClient jdbc, ApplicationAvailability availability) {
        this.jdbc = jdbc;
        this.availability = availability;
    }

    /** Ready only after the first start has loaded what it loads: who waits for it finds the accounts there. */
    @Public
    @Operation(summary = "系统是否就绪")
    @GetMapping("/api/health")
    ResponseEntity<Map<String, String>> health() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "STARTING"));
        }
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok(Map.of("status", "UP"));
    }
}
