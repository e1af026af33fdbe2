package org.civitas.platform.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {

    @TempDir
    private Path root;

    @Override
    ObjectStore store() {
        return new FolderObjectStore(root);
    }

    @Override
    Path root() {
        return root;
    }
}
