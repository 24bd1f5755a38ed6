package jp.kakehashi.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped agreement, for tests of every package. */
public final class TestAgreement {

    private TestAgreement() {}

    /** The training agreement as it is shipped. */
    public static Agreement demo() {
        return agreements().only();
    }

    /** The same with one thing written otherwise. */
    public static Agreement with(String shipped, String other) {
        try {
            Path folder = Files.createTempDirectory("agreement");
            Path file = folder.resolve("nhi-tokyo-isa.yaml");
            String text = Files.readString(Path.of("config/agreements/nhi-tokyo-isa.yaml"));
            if (!text.contains(shipped)) {
                throw new IllegalArgumentException("the shipped agreement does not hold " + shipped);
            }
            Files.writeString(file, text.replace(shipped, other));
            Agreement written = Agreements.load(folder).only();
            Files.delete(file);
            Files.delete(folder);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bean that holds it alone. */
    public static Agreements agreements() {
        return Agreements.load(Path.of("config/agreements"));
    }
}
