package org.civitas.inspection.application;

import java.util.List;
import org.civitas.inspection.domain.ObservationEntry;
import org.civitas.media.Pictures;
import org.civitas.platform.access.CurrentUser;
import org.springframework.stereotype.Component;

/** Pictures go up first; a finding may only name pictures that are there and are the inspector's to attach. */
@Component
class VisitPictures {

    private final Pictures pictures;

    VisitPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    void require(CurrentUser user, List<ObservationEntry> entries) {
        pictures.attachable(
                user,
                entries.stream()
                        .flatMap(entry -> entry.pictures().stream())
                        .distinct()
                        .toList());
    }
}
