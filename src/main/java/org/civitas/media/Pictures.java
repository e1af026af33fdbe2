package org.civitas.media;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;

/** 图片簿 — the facts of pictures, for modules that attach them to their things. */
public interface Pictures {

    /** The facts of those that exist, by id. */
    Map<UUID, Picture> facts(Collection<UUID> ids);

    /**
     * The facts of pictures that a person attaches to something, in the order given: each must exist and be the person's own
     * upload or visible to them.
     *
     * @throws org.civitas.shared.RuleViolation {@code media.unknown} in words otherwise
     */
    List<Picture> attachable(CurrentUser user, List<UUID> ids);
}
