package org.civitas.scoring.application;

import java.util.UUID;
import org.civitas.media.MediaVisibility;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.scoring.persistence.RoundPictures;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;

/** 轮次照片可见 — who sees a loss sees the pictures behind it, and nobody else does. */
@Component
class PicturesOfRounds implements MediaVisibility {

    private final RoundPictures pictures;
    private final Units units;

    PicturesOfRounds(RoundPictures pictures, Units units) {
        this.pictures = pictures;
        this.units = units;
    }

    @Override
    public boolean shows(UUID pictureId, CurrentUser user) {
        if (!user.may(Permission.SCORE_READ)) {
            return false;
        }
        String area = user.scope().areaCode();
        return switch (user.scope()) {
            case DataScope.City city -> pictures.shows(pictureId, area, RoundSight.drafts(user), null);
            case DataScope.Area inArea -> pictures.shows(pictureId, area, RoundSight.drafts(user), null);
            case DataScope.Unit unit -> pictures.shows(pictureId, area, false, units.withSubUnits(unit.unitId()));
            case DataScope.Own own -> false;
        };
    }
}
