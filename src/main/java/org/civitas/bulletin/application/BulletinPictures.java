package org.civitas.bulletin.application;

import java.util.UUID;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.media.MediaVisibility;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.springframework.stereotype.Component;

/** Whoever may read a bulletin may see the pictures in it. */
@Component
class BulletinPictures implements MediaVisibility {

    private final BulletinTable table;

    BulletinPictures(BulletinTable table) {
        this.table = table;
    }

    @Override
    public boolean shows(UUID pictureId, CurrentUser user) {
        return (user.may(Permission.BULLETIN_READ) || user.may(Permission.BULLETIN_EDIT))
                && table.showsPicture(user, pictureId);
    }
}
