package org.civitas.site.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.site.Site;
import org.civitas.site.SiteState;
import org.civitas.site.Sites;
import org.civitas.site.application.EditSite;
import org.civitas.site.application.SiteHistory;
import org.civitas.site.application.SiteHistory.SiteVersionView;
import org.civitas.site.application.SiteQueries;
import org.civitas.site.application.SiteScopes;
import org.civitas.site.application.SiteView;
import org.civitas.territory.AnswerableViews;
import org.civitas.territory.AnswerableViews.AnswerableView;
import org.civitas.territory.Duties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "site")
class SiteController {

    record VersionInput(int version) {}

    private final SiteQueries queries;
    private final Sites sites;
    private final SiteScopes scopes;
    private final SiteHistory history;
    private final Duties duties;
    private final AnswerableViews answers;
    private final EditSite edit;
    private final Clock clock;

    SiteController(
            SiteQueries queries,
            Sites sites,
            SiteScopes scopes,
            SiteHistory history,
            Duties duties,
            AnswerableViews answers,
            EditSite edit,
            Clock clock) {
        this.queries = queries;
        this.sites = sites;
        this.scopes = scopes;
        this.history = history;
        this.duties = duties;
        this.answers = answers;
        this.edit = edit;
        this.clock = clock;
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "点位列表")
    @GetMapping("/api/sites")
    Slice<SiteView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String typeCode,
            @RequestParam(required = false) @Nullable String areaCode,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable SiteState state,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new SiteQueries.Filter(words, typeCode, areaCode, unitId, state);
        return queries.list(user.scope(), filter, sort, after, Slice.limit(limit));
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "在用点位数：按下一级区划和类型")
    @GetMapping("/api/sites/counts")
    List<SiteQueries.CountView> counts(CurrentUser user, @RequestParam(required = false) @Nullable String areaCode) {
        String within = areaCode == null ? user.scope().areaCode() : areaCode;
        int digits = within.length() < 6 ? 6 : Math.min(within.length() + 3, 15);
        return queries.counts(user.scope(), within, digits);
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "一个点位")
    @GetMapping("/api/sites/{id}")
    SiteView one(CurrentUser user, @PathVariable UUID id) {
        return queries.one(user.scope(), id).orElseThrow(() -> new NotFound("点位"));
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "扫码：令牌对应的点位")
    @GetMapping("/api/sites/by-token/{token}")
    SiteView byToken(CurrentUser user, @PathVariable String token) {
        return sites.byToken(token)
                .flatMap(site -> queries.one(user.scope(), site.id()))
                .orElseThrow(() -> new NotFound("点位"));
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "谁对这个点位负责")
    @GetMapping("/api/sites/{id}/answerable")
    AnswerableView answerable(
            CurrentUser user, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate day) {
        Site site = visible(user, id);
        return answers.view(duties.answerableFor(site.asDutySubject(), day == null ? LocalDate.now(clock) : day));
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "点位沿革")
    @GetMapping("/api/sites/{id}/versions")
    List<SiteVersionView> versions(CurrentUser user, @PathVariable UUID id) {
        visible(user, id);
        return history.of(id);
    }

    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "新增点位")
    @PostMapping("/api/sites")
    @ResponseStatus(HttpStatus.CREATED)
    SiteView add(CurrentUser user, @Valid @RequestBody SiteInput input) {
        return one(user, edit.add(user.scope(), input.facts()));
    }

    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "修改点位")
    @PutMapping("/api/sites/{id}")
    SiteView change(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody SiteInput input) {
        edit.change(user.scope(), id, input.facts(), input.version() == null ? 0 : input.version());
        return one(user, id);
    }

    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "停用点位")
    @PostMapping("/api/sites/{id}/suspensions")
    SiteView suspend(CurrentUser user, @PathVariable UUID id, @RequestBody VersionInput input) {
        edit.suspend(user.scope(), id, input.version());
        return one(user, id);
    }

    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "恢复使用点位")
    @PostMapping("/api/sites/{id}/resumptions")
    SiteView resume(CurrentUser user, @PathVariable UUID id, @RequestBody VersionInput input) {
        edit.resume(user.scope(), id, input.version());
        return one(user, id);
    }

    private Site visible(CurrentUser user, UUID id) {
        return sites.byId(id).filter(site -> scopes.sees(user.scope(), site)).orElseThrow(() -> new NotFound("点位"));
    }
}
