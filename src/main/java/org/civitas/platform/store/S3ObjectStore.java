package org.civitas.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * 共享文件库 — files in a bucket of a store with the S3 interface, {@code <space>/ab/cd/abcd…}, for several nodes.
 *
 * <p>The bytes pass through a temporary file of this node, because their key is only known at their end; they are sent
 * with their MD5, so that the store refuses a body that arrives altered or cut short. An object appears whole or not at all.
 */
final class S3ObjectStore implements ObjectStore {

    private final S3Client s3;
    private final String bucket;

    S3ObjectStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    private record Received(String sha256, String md5, long size) {}

    @Override
    public StoredObject put(String space, InputStream bytes, long mostBytes) throws IOException {
        ContentKey.space(space);
        Path temporary = Files.createTempFile("civitas-put", ".tmp");
        try {
            Received received = receive(bytes, temporary, mostBytes);
            boolean known = has(space, received.sha256());
            if (!known) {
                send(space, received, temporary);
            }
            return new StoredObject(received.sha256(), received.size(), known);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void send(String space, Received received, Path file) throws IOException {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(name(space, received.sha256()))
                .contentMD5(received.md5())
                .build();
        try {
            s3.putObject(request, RequestBody.fromFile(file));
        } catch (SdkException fault) {
            throw new IOException("the object store did not take the file", fault);
        }
    }

    @Override
    public Optional<InputStream> open(String space, String sha256) throws IOException {
        String name = name(space, sha256);
        try {
            return Optional.of(
                    new CheckedBytes(s3.getObject(get -> get.bucket(bucket).key(name)), sha256));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (SdkException fault) {
            throw new IOException("the object store does not answer", fault);
        }
    }

    @Override
    public boolean has(String space, String sha256) {
        String name = name(space, sha256);
        try {
            s3.headObject(head -> head.bucket(bucket).key(name));
            return true;
        } catch (NoSuchKeyException absent) {
            return false;
        }
    }

    @Override
    public void delete(String space, String sha256) throws IOException {
        String name = name(space, sha256);
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(name));
        } catch (SdkException fault) {
            throw new IOException("the object store does not answer", fault);
        }
    }

    private static Received receive(InputStream bytes, Path target, long mostBytes) throws IOException {
        MessageDigest sha256 = ContentKey.digest("SHA-256");
        MessageDigest md5 = ContentKey.digest("MD5");
        long size = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > mostBytes) {
                    throw new TooLarge(mostBytes);
                }
                sha256.update(buffer, 0, read);
                md5.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new Received(
                HexFormat.of().formatHex(sha256.digest()), Base64.getEncoder().encodeToString(md5.digest()), size);
    }

    private static String name(String space, String sha256) {
        String key = ContentKey.key(sha256);
        return ContentKey.space(space) + '/' + key.substring(0, 2) + '/' + key.substring(2, 4) + '/' + key;
    }
}
