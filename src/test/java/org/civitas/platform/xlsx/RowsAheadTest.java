package org.civitas.platform.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RowsAheadTest {

    private static final SheetShape SHAPE = new SheetShape(0, List.of(), List.of());

    @Test
    void passes_on_every_row_in_order_and_in_batches_of_the_size_on_the_thread_that_asked() {
        List<Integer> sizes = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        AtomicReference<Thread> reader = new AtomicReference<>();
        SheetShape shape = RowsAhead.read(
                sink -> {
                    reader.set(Thread.currentThread());
                    return rows(25).apply(sink);
                },
                10,
                batch -> {
                    sizes.add(batch.size());
                    batch.forEach(row -> rows.add(row.number()));
                    assertThat(Thread.currentThread()).isNotSameAs(reader.get());
                });
        assertThat(shape).isSameAs(SHAPE);
        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(rows).hasSize(25).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_fault_of_the_reading_comes_after_the_batches_before_it() {
        List<Integer> sizes = new ArrayList<>();
        assertThatThrownBy(() -> RowsAhead.read(
                        sink -> {
                            rows(20).apply(sink);
                            throw WorkbookGuard.broken();
                        },
                        10,
                        batch -> sizes.add(batch.size())))
                .isInstanceOf(UnreadableWorkbook.class);
        assertThat(sizes).containsExactly(10, 10);
    }

    @Test
    void a_fault_of_the_writing_ends_the_reading_before_it_is_thrown() {
        AtomicInteger read = new AtomicInteger();
        AtomicReference<Thread> reader = new AtomicReference<>();
        assertThatThrownBy(() -> RowsAhead.read(
                        sink -> {
                            reader.set(Thread.currentThread());
                            return rows(1_000_000).apply(row -> {
                                read.incrementAndGet();
                                sink.accept(row);
                            });
                        },
                        10,
                        batch -> {
                            throw new IllegalArgumentException("no room");
                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no room");
        assertThat(reader.get().isAlive()).isFalse();
        assertThat(read).hasValueLessThan(1_000_000);
    }

    @Test
    void only_a_few_batches_are_ahead_of_the_writing() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger mostAhead = new AtomicInteger();
        RowsAhead.read(
                sink -> rows(2_000).apply(row -> {
                    mostAhead.accumulateAndGet(read.incrementAndGet() - written.get(), Math::max);
                    sink.accept(row);
                }),
                10,
                batch -> written.addAndGet(batch.size()));
        assertThat(written).hasValue(2_000);
        assertThat(mostAhead.get())
                .as("one waiting, one in each hand, one on its way")
                .isBetween(1, 40);
    }

    private static Function<Consumer<SheetRow>, SheetShape> rows(int count) {
        return sink -> {
            for (int row = 1; row <= count; row++) {
                sink.accept(new SheetRow(row));
            }
            return SHAPE;
        };
    }
}
