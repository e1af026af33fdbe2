package org.civitas.inspection.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.civitas.shared.RuleViolation;

/**
 * 随机抽取 — draws sites by quota so that anyone can draw again and get the same list.
 *
 * <p>Algorithm {@value #ALGORITHM}, version {@value #VERSION}: each candidate gets the ticket
 * {@code SHA-256(seed ‖ "\n" ‖ site id)} (UTF-8, id in lower case, hex). Cells are served from the narrowest area to
 * the widest, then by area code, then by type code. A cell takes the candidates of its type and area that are not
 * excluded and not taken yet, in the order of their tickets (where the plan prefers sites never drawn, those first),
 * until its number is reached. A ticket can be checked without this program:
 * {@code printf '%s\n%s' "$seed" "$id" | sha256sum}.
 */
public final class RandomDraw {

    public static final String ALGORITHM = "SHA256-TICKET";
    public static final int VERSION = 1;
    private static final int SHORTEST_SEED = 8;
    private static final int LONGEST_SEED = 128;

    private RandomDraw() {}

    /** The same seed, candidates, quotas and exclusions always give the same result. */
    public static DrawResult draw(DrawInput input) {
        requireSeed(input.seed());
        Set<UUID> taken = new HashSet<>();
        input.exclusions().forEach(exclusion -> taken.add(exclusion.siteId()));
        List<DrawnSite> drawn = new ArrayList<>();
        List<Shortfall> shortfalls = new ArrayList<>();
        for (QuotaCell cell : input.quotas().cells()) {
            List<Ticket> tickets = ticketsOf(cell, input, taken);
            int number = Math.min(cell.number(), tickets.size());
            for (Ticket ticket : tickets.subList(0, number)) {
                taken.add(ticket.candidate().siteId());
                drawn.add(new DrawnSite(
                        ticket.candidate().siteId(),
                        cell.siteType(),
                        cell.areaCode(),
                        drawn.size() + 1,
                        ticket.value()));
            }
            if (number < cell.number()) {
                shortfalls.add(new Shortfall(cell, tickets.size()));
            }
        }
        return new DrawResult(List.copyOf(drawn), List.copyOf(shortfalls));
    }

    /** The ticket of one site: SHA-256 of seed, line feed, id, in lower-case hex. */
    public static String ticket(String seed, UUID siteId) {
        return Sha256.hex(seed + "\n" + siteId);
    }

    private static List<Ticket> ticketsOf(QuotaCell cell, DrawInput input, Set<UUID> taken) {
        Comparator<Ticket> byTicket = Comparator.comparing(Ticket::value);
        Comparator<Ticket> neverDrawnFirst =
                Comparator.comparing((Ticket ticket) -> ticket.candidate().drawnBefore());
        return input.candidates().candidates().stream()
                .filter(candidate -> cell.covers(candidate) && !taken.contains(candidate.siteId()))
                .map(candidate -> new Ticket(candidate, ticket(input.seed(), candidate.siteId())))
                .sorted(input.preferNeverDrawn() ? neverDrawnFirst.thenComparing(byTicket) : byTicket)
                .toList();
    }

    private static void requireSeed(String seed) {
        if (seed.length() < SHORTEST_SEED
                || seed.length() > LONGEST_SEED
                || !seed.chars().allMatch(RandomDraw::plain)) {
            throw new RuleViolation(
                    "inspection.draw.seed", "随机种子须为 " + SHORTEST_SEED + " 到 " + LONGEST_SEED + " 位字母、数字或连字符。");
        }
    }

    /** Letters, digits, hyphen: a seed that can be read aloud and typed again without doubt. */
    private static boolean plain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-');
    }

    private record Ticket(Candidate candidate, String value) {}
}
