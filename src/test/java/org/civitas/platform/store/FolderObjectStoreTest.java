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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest {

    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    @Test
    void what_is_put_comes_back_under_its_sha_256() throws IOException {
        ObjectStore store = new FolderObjectStore(root);
        ObjectStore.StoredObject stored = store.put("city_990100", bytes("abc"), 10);
        assertThat(stored).isEqualTo(new ObjectStore.StoredObject(SHA_OF_ABC, 3, false));
        try (InputStream in = store.open("city_990100", SHA_OF_ABC).orElseThrow()) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        }
    }

    @Test
    void the_same_bytes_are_kept_once_and_recognised() throws IOException {
        ObjectStore store = new FolderObjectStore(root);
        store.put("city_990100", bytes("abc"), 10);
        assertThat(store.put("city_990100", bytes("abc"), 10).knownBefore()).isTrue();
        assertThat(files()).hasSize(1);
    }

    @Test
    void one_space_does_not_see_the_files_of_another() throws IOException {
        ObjectStore store = new FolderObjectStore(root);
        store.put("city_990100", bytes("abc"), 10);
        assertThat(store.has("city_321300", SHA_OF_ABC)).isFalse();
        assertThat(store.open("city_321300", SHA_OF_ABC)).isEmpty();
    }

    @Test
    void too_many_bytes_leave_nothing_behind() throws IOException {
        ObjectStore store = new FolderObjectStore(root);
        assertThatThrownBy(() -> store.put("city_990100", bytes("abcd"), 3)).isInstanceOf(ObjectStore.TooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_broken_stream_leaves_nothing_behind() throws IOException {
        ObjectStore store = new FolderObjectStore(root);
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
        ObjectStore store = new FolderObjectStore(root);
        store.put("temporary", bytes("abc"), 10);
        store.delete("temporary", SHA_OF_ABC);
        store.delete("temporary", SHA_OF_ABC);
        assertThat(store.has("temporary", SHA_OF_ABC)).isFalse();
    }

    @Test
    void keys_and_spaces_can_not_leave_the_folder() {
        ObjectStore store = new FolderObjectStore(root);
        assertThatThrownBy(() -> store.open("../etc", SHA_OF_ABC)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open("city_990100", "../../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
