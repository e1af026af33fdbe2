package org.civitas.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of files keeps to; each kind of store runs all of it. */
abstract class ObjectStoreContract {

    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    abstract ObjectStore store();

    /** Every file of the store as it lies on the disk. */
    abstract Path root();

    @Test
    void what_is_put_comes_back_under_its_sha_256() throws IOException {
        ObjectStore store = store();
        ObjectStore.StoredObject stored = store.put("city_990100", bytes("abc"), 10);
        assertThat(stored).isEqualTo(new ObjectStore.StoredObject(SHA_OF_ABC, 3, false));
        try (InputStream in = store.open("city_990100", SHA_OF_ABC).orElseThrow()) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        }
    }

    @Test
    void the_same_bytes_are_kept_once_and_recognised() throws IOException {
        ObjectStore store = store();
        store.put("city_990100", bytes("abc"), 10);
        assertThat(store.put("city_990100", bytes("abc"), 10).knownBefore()).isTrue();
        assertThat(files()).hasSize(1);
    }

    @Test
    void one_space_does_not_see_the_files_of_another() throws IOException {
        ObjectStore store = store();
        store.put("city_990100", bytes("abc"), 10);
        assertThat(store.has("city_321300", SHA_OF_ABC)).isFalse();
        assertThat(store.open("city_321300", SHA_OF_ABC)).isEmpty();
    }

    @Test
    void too_many_bytes_leave_nothing_behind() throws IOException {
        ObjectStore store = store();
        assertThatThrownBy(() -> store.put("city_990100", bytes("abcd"), 3)).isInstanceOf(ObjectStore.TooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_broken_stream_leaves_nothing_behind() throws IOException {
        ObjectStore store = store();
        InputStream broken = new InputStream() {
            private int left = 5;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("cut off");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> store.put("city_990100", broken, 100)).hasMessage("cut off");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_deleted_file_is_gone_and_deleting_twice_is_no_fault() throws IOException {
        ObjectStore store = store();
        store.put("temporary", bytes("abc"), 10);
        store.delete("temporary", SHA_OF_ABC);
        store.delete("temporary", SHA_OF_ABC);
        assertThat(store.has("temporary", SHA_OF_ABC)).isFalse();
    }

    @Test
    void keys_and_spaces_can_not_leave_the_folder() {
        ObjectStore store = store();
        assertThatThrownBy(() -> store.open("../etc", SHA_OF_ABC)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open("city_990100", "../../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_file_is_a_file() throws IOException {
        ObjectStore store = store();
        String key = store.put("temporary", bytes(""), 10).sha256();
        try (InputStream in = store.open("temporary", key).orElseThrow()) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_large_file_comes_back_as_it_was() throws IOException {
        byte[] large = new byte[5 * 1024 * 1024 + 17];
        new Random(7).nextBytes(large);
        ObjectStore store = store();
        String key = store.put("city_990100", new ByteArrayInputStream(large), large.length)
                .sha256();
        try (InputStream in = store.open("city_990100", key).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void a_file_that_was_altered_or_cut_short_is_not_handed_out_as_whole() throws IOException {
        ObjectStore store = store();
        String key = store.put("city_990100", bytes("abc"), 10).sha256();
        for (String other : List.of("abd", "ab")) {
            Files.writeString(files().getFirst(), other);
            assertThatThrownBy(() -> {
                        try (InputStream in = store.open("city_990100", key).orElseThrow()) {
                            in.readAllBytes();
                        }
                    })
                    .as(other)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void many_at_once_put_the_same_file_and_it_is_there_once() throws Exception {
        ObjectStore store = store();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            var puts = IntStream.range(0, 12)
                    .mapToObj(n -> threads.submit(() -> store.put("city_990100", bytes("abc"), 10)))
                    .toList();
            for (var put : puts) {
                assertThat(put.get().sha256()).isEqualTo(SHA_OF_ABC);
            }
        }
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
