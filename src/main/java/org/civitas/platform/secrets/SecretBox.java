package org.civitas.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * 密匣 — encrypts what must be read again but not lie open in the database (AES-256-GCM).
 *
 * <p>What is encrypted is bound to its place: moved to another row it can not be opened.
 */
@Component
public class SecretBox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(KeyFile keyFile) {
        this.key = keyFile.key();
    }

    /** @param place where it will lie, such as {@code second-factor/<account>} */
    public byte[] lock(byte[] open, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] locked = run(Cipher.ENCRYPT_MODE, nonce, open, place);
        byte[] all = Arrays.copyOf(nonce, NONCE + locked.length);
        System.arraycopy(locked, 0, all, NONCE, locked.length);
        return all;
    }

    /** @throws IllegalStateException if it was locked with another key or for another place, or was altered */
    public byte[] unlock(byte[] locked, String place) {
        if (locked.length < NONCE) {
            throw new IllegalStateException("too short to be a locked secret");
        }
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(locked, NONCE),
                Arrays.copyOfRange(locked, NONCE, locked.length),
                place);
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("secret of " + place + " can not be read with the key of this node", e);
        }
    }
}
