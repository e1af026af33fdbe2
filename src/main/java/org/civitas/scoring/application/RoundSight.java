package org.civitas.scoring.application;

import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.persistence.LossQueries.Filter;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.persistence.RoundQueries.RoundRow;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 查看范围 — what of a round a person sees.
 *
 * <p>Who makes rounds of an area sees drafts of it. Everybody else sees published versions: an office of an area below the
 * round sees what lies in its area, a responsible unit sees the total and what it is charged with.
 */
@Component
public class RoundSight {

    /**
     * 可见轮次 — a round as one person sees it.
     *
     * @param area null where the whole round is open
     * @param units null where losses of all units in the area are open
     */
    public record Seen(
            RoundRow round,
            boolean drafts,
            @Nullable String area,
            @Nullable List<UUID> units) {

        public Filter losses() {
            return Filter.all(round.versionId()).within(area).ofUnits(units);
        }

        /** The narrower of what is open and what is asked for. @throws NotFound when that lies outside */
        public @Nullable String narrowed(@Nullable String askedArea) {
            if (askedArea == null || askedArea.isBlank()) {
                return area;
            }
            if (area != null && !askedArea.startsWith(area)) {
                throw new NotFound("区划");
            }
            return askedArea;
        }

        /** The tree and other sites' figures are not open to a single unit. */
        public Seen needsWholeArea() {
            if (units != null) {
                throw new NotFound("得分明细");
            }
            return this;
        }
    }

    private final RoundQueries queries;
    private final Units units;

    RoundSight(RoundQueries queries, Units units) {
        this.queries = queries;
        this.units = units;
    }

    /** @param number a version of the round; null for the one in force, or for those who make it the newest */
    public Seen see(CurrentUser user, UUID roundId, @Nullable Integer number) {
        boolean drafts = drafts(user);
        String scope = user.scope().areaCode();
        RoundRow round = (number == null
                        ? queries.find(roundId, scope, drafts)
                        : queries.findVersion(roundId, number, scope, drafts))
                .orElseThrow(() -> new NotFound("测评轮次"));
        return seen(user, round);
    }

    private Seen seen(CurrentUser user, RoundRow round) {
        String area = round.areaCode().startsWith(user.scope().areaCode())
                ? null
                : user.scope().areaCode();
        return switch (user.scope()) {
            case DataScope.City city -> new Seen(round, drafts(user), null, null);
            case DataScope.Area inArea -> new Seen(round, drafts(user), area, null);
            case DataScope.Unit unit -> new Seen(round, false, null, units.withSubUnits(unit.unitId()));
            case DataScope.Own own -> throw new NotFound("测评轮次");
        };
    }

    /** Whether drafts are shown to the person at all. */
    public static boolean drafts(CurrentUser user) {
        return user.may(Permission.SCORE_EDIT)
                && !(user.scope() instanceof DataScope.Unit)
                && !(user.scope() instanceof DataScope.Own);
    }
}
