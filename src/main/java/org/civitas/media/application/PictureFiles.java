package org.civitas.media.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.store.ObjectStore;
import org.springframework.stereotype.Component;

/** The bytes of pictures in the space of the current city. */
@Component
public class PictureFiles {

    private final ObjectStore store;

    PictureFiles(ObjectStore store) {
        this.store = store;
    }

    String put(byte[] bytes) {
        try {
            return store.put(space(), new ByteArrayInputStream(bytes), bytes.length)
                    .sha256();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Optional<byte[]> read(String sha256) {
        try (InputStream in = store.open(space(), sha256).orElse(null)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String space() {
        return CurrentCity.required().schema();
    }
}
