package jp.kakehashi.benchmark;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.crypto.Mac;

/** Bytes that a MAC sees on their way. */
final class Macced extends FilterOutputStream {

    private final Mac mac;

    Macced(OutputStream out, Mac mac) {
        super(out);
        this.mac = mac;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        mac.update(bytes, from, length);
        out.write(bytes, from, length);
    }
}
