package org.civitas.platform.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class MetricsController {

    static final String PATH = "/api/metrics";
    static final String TEXT = "text/plain;version=0.0.4;charset=UTF-8";

    private final Scrape scrape;

    MetricsController(Scrape scrape) {
        this.scrape = scrape;
    }

    @Allow(Permission.SETTING_MANAGE)
    @Operation(summary = "运行指标（Prometheus 文本）")
    @GetMapping(path = PATH, produces = TEXT)
    String metrics(CurrentUser user) {
        return scrape.text();
    }
}
