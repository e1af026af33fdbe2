package org.civitas.scoring.application;

import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.persistence.Forecasts;
import org.civitas.scoring.persistence.Forecasts.Stored;
import org.springframework.stereotype.Component;

/**
 * 预测可见 — who sees what of a forecast.
 *
 * <p>A forecast rests on everything that the office which made it knows, plans that are still secret included. So it is open
 * to offices and leaders of that level or above, not below; and its sites and units only to those who organise rounds.
 */
@Component
public class ForecastSight {

    private final Forecasts forecasts;

    ForecastSight(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    /** Whether the person sees forecasts at all: an office or a leader of the city or of an area. */
    public static boolean sees(CurrentUser user) {
        return user.may(Permission.SCORE_READ)
                && (user.scope() instanceof DataScope.City || user.scope() instanceof DataScope.Area);
    }

    /** Whether sites and units are open as well. */
    public static boolean seesSites(CurrentUser user) {
        return sees(user) && user.may(Permission.SCORE_EDIT);
    }

    public Stored see(CurrentUser user, UUID id) {
        if (!sees(user)) {
            throw new NotFound("测评预测");
        }
        return forecasts.find(id, user.scope().areaCode()).orElseThrow(() -> new NotFound("测评预测"));
    }

    /** @throws NotFound also where only the sum is open */
    public Stored seeSites(CurrentUser user, UUID id) {
        if (!seesSites(user)) {
            throw new NotFound("测评预测");
        }
        return see(user, id);
    }
}
