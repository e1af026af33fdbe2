package org.civitas.demo.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Draws the sites of a plan exactly as inspection does (algorithm SHA256-TICKET, version 1), so that its page can draw again
 * and find the same; a test compares both.
 */
final class Drawing {

    private final List<StorySite> candidates;
    private final Set<UUID> drawnBefore;

    Drawing(List<StorySite> candidates, Set<UUID> drawnBefore) {
        this.candidates = candidates.stream()
                .sorted(Comparator.comparing(site -> site.id().toString()))
                .toList();
        this.drawnBefore = drawnBefore;
    }

    /** Quotas of about {@code part} of the sites of each type in each county, in the order in which they are served. */
    List<StoryPlan.Quota> quotas(double part) {
        Map<String, Integer> counts = new TreeMap<>();
        candidates.forEach(site -> counts.merge(site.county() + "|" + site.type(), 1, Integer::sum));
        List<StoryPlan.Quota> quotas = new ArrayList<>();
        counts.forEach((key, count) -> quotas.add(new StoryPlan.Quota(
                key.substring(7), key.substring(0, 6), Math.max(1, (int) Math.round(count * part)))));
        return quotas;
    }

    /** One line for each candidate: id, type, area, drawn before or never. */
    String list() {
        StringBuilder text = new StringBuilder();
        for (StorySite site : candidates) {
            text.append(site.id())
                    .append('\t')
                    .append(site.type())
                    .append('\t')
                    .append(site.spot().areaCode());
            text.append('\t').append(drawnBefore.contains(site.id()) ? 1 : 0).append('\n');
        }
        return text.toString();
    }

    List<StoryPlan.Drawn> drawn(String seed, List<StoryPlan.Quota> quotas) {
        Set<UUID> taken = new HashSet<>();
        List<StoryPlan.Drawn> drawn = new ArrayList<>();
        for (StoryPlan.Quota quota : quotas) {
            record Ticket(StorySite site, String value) {}
            candidates.stream()
                    .filter(site -> site.type().equals(quota.siteType())
                            && site.county().equals(quota.areaCode()))
                    .filter(site -> !taken.contains(site.id()))
                    .map(site -> new Ticket(site, sha256(seed + "\n" + site.id())))
                    .sorted(Comparator.comparing(Ticket::value))
                    .limit(quota.number())
                    .forEach(ticket -> {
                        taken.add(ticket.site().id());
                        drawn.add(
                                new StoryPlan.Drawn(ticket.site(), quota.areaCode(), drawn.size() + 1, ticket.value()));
                    });
        }
        return drawn;
    }

    static String resultHash(List<StoryPlan.Drawn> drawn) {
        StringBuilder text = new StringBuilder();
        for (StoryPlan.Drawn one : drawn) {
            text.append(one.rank())
                    .append('\t')
                    .append(one.site().id())
                    .append('\t')
                    .append(one.ticket())
                    .append('\n');
        }
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
