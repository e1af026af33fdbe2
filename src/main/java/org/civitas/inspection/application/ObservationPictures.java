package org.civitas.inspection.application;

import java.util.UUID;
import org.civitas.media.MediaVisibility;
import org.civitas.platform.access.CurrentUser;
import org.springframework.stereotype.Component;

/** A picture of an inspection is seen by whoever may see the observation it belongs to, and stays secret as long. */
@Component
class ObservationPictures implements MediaVisibility {

    private final ResultQueries results;

    ObservationPictures(ResultQueries results) {
        this.results = results;
    }

    @Override
    public boolean shows(UUID pictureId, CurrentUser user) {
        return results.showsPicture(user, pictureId);
    }
}
