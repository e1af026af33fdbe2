package org.civitas.site.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.BadInput.FieldFault;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.Ids;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.SiteState;
import org.civitas.site.Sites;
import org.civitas.site.domain.SiteChange;
import org.civitas.site.domain.SiteFacts;
import org.civitas.site.persistence.SiteStore;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.Areas;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a site, changes what is registered, takes it out of use and back; each leaves a line in its history. */
@Service
public class EditSite {

    private final Sites sites;
    private final SiteScopes scopes;
    private final SiteLoading loading;
    private final SiteStore store;
    private final SiteTypes types;
    private final Areas areas;
    private final Units units;
    private final AuditTrail audit;

    EditSite(
            Sites sites,
            SiteScopes scopes,
            SiteLoading loading,
            SiteStore store,
            SiteTypes types,
            Areas areas,
            Units units,
            AuditTrail audit) {
        this.sites = sites;
        this.scopes = scopes;
        this.loading = loading;
        this.store = store;
        this.types = types;
        this.areas = areas;
        this.units = units;
        this.audit = audit;
    }

    @Transactional
    public UUID add(DataScope scope, SiteFacts facts) {
        check(scope, facts);
        requireFree(facts.code(), null);
        Site site = site(Ids.next(), facts, SiteState.ACTIVE, loading.newToken(), 0);
        store.insert(List.of(site), SiteChange.CREATE);
        audit.record("site.add", "site", site.id(), Map.of("code", site.code(), "name", site.name()));
        return site.id();
    }

    @Transactional
    public void change(DataScope scope, UUID id, SiteFacts facts, int version) {
        Site before = visible(scope, id);
        check(scope, facts);
        requireFree(facts.code(), id);
        write(site(id, facts, before.state(), before.token(), version), SiteChange.EDIT);
        audit.record("site.change", "site", id, Map.of("before", before.name(), "name", facts.name()));
    }

    @Transactional
    public void suspend(DataScope scope, UUID id, int version) {
        turn(scope, id, version, SiteState.ACTIVE, SiteState.SUSPENDED, SiteChange.SUSPEND);
    }

    @Transactional
    public void resume(DataScope scope, UUID id, int version) {
        turn(scope, id, version, SiteState.SUSPENDED, SiteState.ACTIVE, SiteChange.RESUME);
    }

    private void turn(DataScope scope, UUID id, int version, SiteState from, SiteState to, SiteChange change) {
        Site before = visible(scope, id);
        if (before.state() != from) {
            throw new Conflict(
                    "site.state",
                    "点位“" + before.name() + "”已经是“" + before.state().label() + "”状态。");
        }
        write(before.withState(to).withVersion(version), change);
        audit.record("site." + change.name().toLowerCase(Locale.ROOT), "site", id, Map.of("code", before.code()));
    }

    private void write(Site site, SiteChange change) {
        if (!store.update(site, change)) {
            throw new StaleVersion();
        }
    }

    private Site visible(DataScope scope, UUID id) {
        return sites.byId(id).filter(site -> scopes.sees(scope, site)).orElseThrow(() -> new NotFound("点位"));
    }

    private void check(DataScope scope, SiteFacts facts) {
        List<FieldFault> faults = new ArrayList<>();
        if (types.find(facts.typeCode()).isEmpty()) {
            faults.add(new FieldFault("typeCode", "没有点位类型“" + facts.typeCode() + "”，请从列表中选择。"));
        }
        if (areas.byCode(facts.areaCode()).isEmpty() || !scope.administers(facts.areaCode())) {
            faults.add(new FieldFault("areaCode", "没有区划 " + facts.areaCode() + "，或它不在您的数据范围内。"));
        }
        if (!areas.cityContains(facts.position())) {
            faults.add(new FieldFault("position", "这个位置不在本市范围内，请检查经度、纬度是否颠倒、坐标系是否选对。"));
        }
        unknownUnit("departmentUnitId", facts.departmentUnitId()).ifPresent(faults::add);
        unknownUnit("territorialUnitId", facts.territorialUnitId()).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
    }

    private Optional<FieldFault> unknownUnit(String field, @Nullable UUID id) {
        return id == null || units.byId(id).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldFault(field, "没有这个单位，请重新选择。"));
    }

    private void requireFree(String code, @Nullable UUID own) {
        sites.byCode(code).filter(site -> !site.id().equals(own)).ifPresent(taken -> {
            throw new Conflict("site.code.taken", "点位编号 " + code + " 已被“" + taken.name() + "”使用，请换一个。");
        });
    }

    static Site site(UUID id, SiteFacts facts, SiteState state, String token, int version) {
        return new Site(
                id,
                facts.code(),
                facts.name(),
                facts.typeCode(),
                facts.areaCode(),
                facts.address(),
                facts.position(),
                facts.departmentUnitId(),
                facts.territorialUnitId(),
                facts.personInCharge(),
                facts.note(),
                state,
                token,
                version);
    }
}
