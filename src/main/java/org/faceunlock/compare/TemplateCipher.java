package org.faceunlock.compare;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the content of a template with a passphrase: AES-256 in Galois/counter mode, so that a changed byte is
 * noticed; the key by PBKDF2 with HMAC-SHA-256, {@value #ITERATIONS} rounds (OWASP's figure of 2023) and a fresh salt.
 *
 * <p>Encrypted: rounds, salt, nonce, then what the cipher gives; the first three are authenticated too.
 */
final class TemplateCipher {

    private static final int ITERATIONS = 600_000;
    /** A hostile file must not keep the reader busy for long. */
    private static final int MOST_ITERATIONS = 3 * ITERATIONS;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int HEADER = Integer.BYTES + SALT + NONCE;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;

    private TemplateCipher() {
    }

    static byte[] encrypt(byte[] content, char... passphrase) {
        byte[] random = new byte[SALT + NONCE];
        new SecureRandom().nextBytes(random);
        byte[] header = ByteBuffer.allocate(HEADER).putInt(ITERATIONS).put(random).array();
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, header, passphrase).doFinal(content);
            return ByteBuffer.allocate(HEADER + secret.length).put(header).put(secret).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and PBKDF2 are in every JDK", e);
        }
    }

    static byte[] decrypt(Path file, byte[] encrypted, StoredTemplate.Passphrase passphrase) {
        byte[] header = Arrays.copyOf(encrypted, HEADER);
        int iterations = ByteBuffer.wrap(header).getInt();
        if (encrypted.length < HEADER + TAG_BITS / Byte.SIZE || iterations < 1 || iterations > MOST_ITERATIONS) {
            throw refused(file, null);
        }
        char[] secret = passphrase.of(file);
        try {
            return cipher(Cipher.DECRYPT_MODE, header, secret).doFinal(encrypted, HEADER, encrypted.length - HEADER);
        } catch (AEADBadTagException e) {
            throw refused(file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and PBKDF2 are in every JDK", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static TemplateException refused(Path file, Exception cause) {
        return new TemplateException("template %s: wrong passphrase, or the file was altered".formatted(file), cause);
    }

    private static Cipher cipher(int mode, byte[] header, char... passphrase) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOfRange(header, Integer.BYTES, Integer.BYTES + SALT);
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, ByteBuffer.wrap(header).getInt(), KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, header, Integer.BYTES + SALT, NONCE));
            cipher.updateAAD(header);
            return cipher;
        } finally {
            spec.clearPassword();
        }
    }
}
