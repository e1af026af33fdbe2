package org.civitas.site.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Slice;
import org.civitas.site.application.UnansweredSites;
import org.civitas.site.application.UnansweredSites.UnansweredSiteView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sites that nobody answers for, so that somebody can be named. */
@RestController
@Tag(name = "site")
class UnansweredSiteController {

    private final UnansweredSites sites;

    UnansweredSiteController(UnansweredSites sites) {
        this.sites = sites;
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "无人负责的点位：没有主管部门，或没有属地单位")
    @GetMapping("/api/sites/unanswered")
    Slice<UnansweredSiteView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return sites.page(user.scope(), after, Slice.limit(limit));
    }
}
