package org.civitas.media;

import java.util.UUID;
import org.civitas.platform.access.CurrentUser;

/**
 * 图片可见 — a module that attaches pictures to its things answers, as a Spring bean, who may see them.
 *
 * <p>A picture by itself is seen by its uploader only. It becomes visible to others when a thing that they may see refers to
 * it: so a picture of a secret inspection stays secret exactly as long as the visit does.
 */
public interface MediaVisibility {

    /** Does a thing of this module that the user may see refer to the picture? One indexed question. */
    boolean shows(UUID pictureId, CurrentUser user);
}
