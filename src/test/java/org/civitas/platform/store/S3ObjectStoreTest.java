package org.civitas.platform.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.civitas.platform.database.StartFault;
import org.civitas.testing.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real S3 server, and the words for a wrong setting. */
class S3ObjectStoreTest extends ObjectStoreContract {

    @TempDir
    private static Path folder;

    private static S3Server server;

    private final String bucket = "b" + UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void bucket() throws IOException {
        Files.createDirectories(server.folderOf(bucket));
    }

    @Override
    ObjectStore store() {
        return new S3ObjectStore(S3Connection.open(settings(server.endpoint(), bucket, S3Server.SECRET_KEY)), bucket);
    }

    @Override
    Path root() {
        return server.folderOf(bucket);
    }

    private static S3Settings settings(URI endpoint, String bucket, String secret) {
        return new S3Settings(endpoint, bucket, "us-east-1", S3Server.ACCESS_KEY, secret, true);
    }

    @Test
    void a_wrong_secret_is_named_at_the_start() {
        assertThatThrownBy(() -> S3Connection.open(settings(server.endpoint(), bucket, "wrong")))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("访问密钥不正确");
    }

    @Test
    void a_missing_secret_is_named_at_the_start() {
        assertThatThrownBy(() -> S3Connection.open(settings(server.endpoint(), bucket, "")))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("没有设置访问密钥");
    }

    @Test
    void a_bucket_that_is_not_there_is_named_at_the_start() {
        assertThatThrownBy(() -> S3Connection.open(settings(server.endpoint(), "no-such-bucket", S3Server.SECRET_KEY)))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("没有这个桶")
                .hasMessageContaining("no-such-bucket");
    }

    @Test
    void a_server_that_does_not_answer_is_named_at_the_start() {
        URI nobody = URI.create("http://127.0.0.1:1");
        assertThatThrownBy(() -> S3Connection.open(settings(nobody, bucket, S3Server.SECRET_KEY)))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("连接不上文件库");
    }
}
