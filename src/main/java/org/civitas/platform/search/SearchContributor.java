package org.civitas.platform.search;

import java.util.List;
import org.civitas.platform.access.CurrentUser;

/**
 * 搜索来源 — one kind of thing that the search over everything finds, as a Spring bean; order them with
 * {@link org.springframework.core.annotation.Order}.
 *
 * <p>It finds only what the user may see (permission and data scope). It must not write.
 */
public interface SearchContributor {

    /** Stable code of the kind, such as {@code site}. */
    String kind();

    /** The kind in Chinese, such as 点位. */
    String title();

    /** The best hits, at most {@code limit}; none for a user who may not see this kind. */
    List<SearchHit> find(CurrentUser user, String words, int limit);
}
