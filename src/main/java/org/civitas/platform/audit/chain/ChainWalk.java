package org.civitas.platform.audit.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.civitas.platform.audit.chain.ChainReport.Fault;
import org.civitas.platform.audit.chain.ChainReport.Kind;
import org.civitas.platform.audit.chain.CheckChain.ChainRow;
import org.jspecify.annotations.Nullable;

/** One walk along the chain: takes its rows in order, remembers what does not fit, and says at the end what it is. */
final class ChainWalk {

    private static final int MOST_FAULTS = 50;
    private static final int MOST_SUSPECTS = 200;

    /** A row whose content does not fit, with what stood before it. */
    private record Suspect(ChainRow row, ChainedLine line, long number, byte[] previous) {}

    private final HeadComparison heads;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private long faultCount;
    private long checked;
    private long last;
    /** By how much the numbers are higher than they were: somebody put lines in or took them out. */
    private long shift;

    private byte @Nullable [] previous;
    private byte @Nullable [] beforePrevious;

    ChainWalk(byte[] beginning, List<ChainHead> heads) {
        previous = beginning;
        this.heads = new HeadComparison(heads);
    }

    void take(ChainRow row) {
        checked++;
        if (row.number() > last + 1) {
            gap(last + 1, row.number() - 1);
            previous = null;
        }
        if (row.line() == null) {
            add(row.number(), Kind.MISSING_LINE, "第 " + row.number() + " 号：记录被删除，链上还留有它的位置。");
        } else if (previous != null && !fits(row, row.line(), row.number() - shift, previous)) {
            doubt(row, row.line(), previous);
        }
        heads.take(row.number() - shift, ChainedLine.hex(row.hash()), row.line());
        beforePrevious = previous;
        previous = row.hash();
        last = row.number();
    }

    private void gap(long from, long to) {
        add(from, Kind.MISSING_NUMBERS, numbers(from, to) + "：记录连同链上的位置都被删除。");
    }

    private void doubt(ChainRow row, ChainedLine line, byte[] before) {
        long number = row.number() - shift;
        if (beforePrevious != null && fits(row, line, number - 1, beforePrevious)) {
            shift++;
            suspects.removeIf(suspect -> suspect.row().number() == row.number() - 1);
            add(row.number() - 1, Kind.INSERTED, "第 " + (row.number() - 1) + " 号：这里被插入了一条记录，其后的号码被顺移。");
        } else if (fits(row, line, number + 1, before)) {
            shift--;
            suspects.removeIf(suspect -> suspect.row().number() == row.number() - 1);
            add(row.number() - 1, Kind.MISSING_NUMBERS, "第 " + (row.number() - 1) + " 号：原来的记录被删除，其后的号码被前移。");
        } else if (suspects.size() < MOST_SUSPECTS) {
            suspects.add(new Suspect(row, line, number, before));
        } else {
            faultCount++;
        }
    }

    /** A line that is not yet in the chain records a restore. */
    void restoredJustNow(ChainedLine line) {
        heads.restored(RecordedRestore.of(0, line));
    }

    /** The rows are at their end: is it the end that the database and the heads remember? */
    void end(long number, byte[] hash) {
        if (number > last) {
            add(last + 1, Kind.CUT, numbers(last + 1, number) + "：链的末尾被截去。");
        } else if (previous != null && !Arrays.equals(previous, hash)) {
            add(last, Kind.ALTERED, "第 " + last + " 号：链头的校验值被改动。");
        }
        heads.faults(number).forEach(this::add);
        suspects.forEach(this::judge);
    }

    void smuggled(long lineId, String at) {
        add(last + 1, Kind.SMUGGLED, "记录 " + lineId + "（写着 " + at + "）绕过封链插入：它早于已封完的部分，却不在链上。");
    }

    private void judge(Suspect suspect) {
        long number = suspect.row().number();
        ChainRow owner = whose(suspect);
        if (owner == null) {
            add(number, Kind.ALTERED, "第 " + number + " 号：内容或校验值被改动，与链不符。");
        } else {
            add(number, Kind.REORDERED, "第 " + number + " 号：记录被换位，本号原来的内容现在在第 " + owner.number() + " 号。");
        }
    }

    /** The row whose content belongs here: the whole line, or its content under another id. */
    private @Nullable ChainRow whose(Suspect here) {
        for (Suspect other : suspects) {
            boolean fits = other != here
                    && (fits(here.row(), other.line(), here.number(), here.previous())
                            || fits(here.row(), other.line().inPlaceOf(here.line()), here.number(), here.previous()));
            if (fits) {
                return other.row();
            }
        }
        return null;
    }

    private static boolean fits(ChainRow row, ChainedLine line, long number, byte[] before) {
        return Arrays.equals(row.hash(), line.hash(number, before));
    }

    private void add(long number, Kind kind, String words) {
        add(new Fault(number, kind, words));
    }

    private void add(Fault fault) {
        faultCount++;
        faults.add(fault);
        if (faults.size() > 2 * MOST_FAULTS) {
            faults.sort(Comparator.comparingLong(Fault::number));
            faults.subList(MOST_FAULTS, faults.size()).clear();
        }
    }

    /** Further lines of the kind of {@link #smuggled} that are not named one by one. */
    void moreSmuggled(long count) {
        faultCount += count;
    }

    ChainReport report(long number, String hash, long unsealed, @Nullable String unsealedSince) {
        faults.sort(Comparator.comparingLong(Fault::number));
        return new ChainReport(
                faultCount == 0,
                checked,
                number,
                hash,
                heads.given(),
                heads.agreeing(),
                heads.beforeRestores(),
                faultCount,
                List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size()))),
                unsealed,
                unsealedSince,
                heads.restores(),
                limits(number, unsealed));
    }

    private List<String> limits(long number, long unsealed) {
        List<String> limits = new ArrayList<>();
        long headNumber = heads.agreeing();
        if (heads.given() == 0) {
            limits.add("没有给出库外保存的链头，因此不能证明整条链没有被从头到尾一起改写。请下载链头另行保存，下次校验时给出。");
        } else if (headNumber < number) {
            limits.add("相符的链头只到第 " + headNumber + " 号；其后的 " + (number - headNumber) + " 条若被连链一起改写，查不出来。");
        }
        if (unsealed > 0) {
            limits.add("还有 " + unsealed + " 条没有封入链，它们若在封链前被改动，查不出来。");
        }
        limits.add("写入后、封链前（通常不到 1 秒）被删除的记录查不出来；记录在写入时是否属实，链不能证明。");
        limits.add("有人同时改写整条链和库外链头时查不出来，所以链头应由审计员另存一份。");
        return limits;
    }

    static String numbers(long from, long to) {
        return from == to ? "第 " + from + " 号" : "第 " + from + " 至 " + to + " 号";
    }
}
