package org.civitas.platform.audit.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.civitas.platform.audit.chain.ChainReport.Fault;
import org.civitas.platform.audit.chain.ChainReport.Kind;
import org.jspecify.annotations.Nullable;

/** The heads from outside beside the chain: which agree, which do not, and which of those a recorded restore explains. */
final class HeadComparison {

    /** @param from the number from which on the chain may have been rewritten */
    private record Mismatch(ChainHead head, long from) {}

    private final Map<Long, List<ChainHead>> waiting = new TreeMap<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final List<RecordedRestore> restores = new ArrayList<>();
    private final Map<RecordedRestore, List<ChainHead>> explained = new HashMap<>();
    private final int given;
    private long agreeing;

    HeadComparison(List<ChainHead> heads) {
        given = heads.size();
        heads.stream()
                .distinct()
                .filter(head -> head.number() > 0)
                .forEach(head -> waiting.computeIfAbsent(head.number(), n -> new ArrayList<>())
                        .add(head));
    }

    int given() {
        return given;
    }

    /** The highest number whose head agrees, 0 for none. */
    long agreeing() {
        return agreeing;
    }

    void take(long number, String hash, @Nullable ChainedLine line) {
        List<ChainHead> heads = waiting.getOrDefault(number, List.of());
        waiting.remove(number);
        boolean one = heads.stream().anyMatch(head -> head.hash().equals(hash));
        long from = one ? number + 1 : agreeing + 1;
        heads.stream()
                .filter(head -> !head.hash().equals(hash))
                .forEach(head -> mismatches.add(new Mismatch(head, from)));
        agreeing = one ? number : agreeing;
        restored(line == null ? null : RecordedRestore.of(number, line));
    }

    void restored(@Nullable RecordedRestore restore) {
        if (restore != null) {
            restores.add(restore);
        }
    }

    /** What is wrong with the heads, now that the chain is at its end at {@code number}. */
    List<Fault> faults(long number) {
        var faults = new ArrayList<Fault>();
        for (Mismatch mismatch : mismatches) {
            if (!explained(mismatch.head())) {
                faults.add(rewritten(mismatch));
            }
        }
        waiting.values().stream()
                .flatMap(List::stream)
                .filter(head -> head.number() > number && !explained(head))
                .mapToLong(ChainHead::number)
                .max()
                .ifPresent(highest -> faults.add(new Fault(
                        number + 1,
                        Kind.CUT,
                        ChainWalk.numbers(number + 1, highest) + "：库外链头有这些号，库中没有，链的末尾被截去（或恢复到了较早的备份，而链上没有相应的恢复记录）。")));
        return faults;
    }

    private static Fault rewritten(Mismatch mismatch) {
        long number = mismatch.head().number();
        return new Fault(
                number,
                Kind.REWRITTEN,
                mismatch.from() > number
                        ? "给出的链头中，第 " + number + " 号有两个不同的校验值，其中一个与链不符：其中一个之前的链被整体改写过。"
                        : "第 " + number + " 号：校验值与库外保存的链头不符，第 " + mismatch.from() + " 至 " + number + " 号之间的链被连链改写。");
    }

    private boolean explained(ChainHead head) {
        for (RecordedRestore restore : restores) {
            if (restore.explains(head)) {
                explained.computeIfAbsent(restore, r -> new ArrayList<>()).add(head);
                return true;
            }
        }
        return false;
    }

    /** How many heads belong to a chain before a restore; call after {@link #faults}. */
    int beforeRestores() {
        return explained.values().stream().mapToInt(List::size).sum();
    }

    /** The restores that the chain records, in sentences; call after {@link #faults}. */
    List<String> restores() {
        return restores.stream()
                .map(restore -> {
                    List<ChainHead> heads = explained.getOrDefault(restore, List.of());
                    long highest =
                            heads.stream().mapToLong(ChainHead::number).max().orElse(0);
                    return restore.words(heads.size(), highest);
                })
                .toList();
    }
}
