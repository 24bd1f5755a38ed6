package jp.kakehashi.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same where ② waits for no test exchange, as its bean. */
    public static Agreements untested() {
        return new Agreements(List.of(with("\ndocuments:\n", "\ndocuments:\n  test-exchange: not-required\n")));
    }

    /**
     * Writes the agreements of a folder where ② waits for no test exchange.
     *
     * @param shipped where they stand
     * @param others where they are written, a new folder
     * @return the new folder
     */
    public static Path untested(Path shipped, Path others) {
        try (Stream<Path> files = Files.list(shipped)) {
            Files.createDirectories(others);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        others.resolve(file.getFileName()),
                        Files.readString(file)
                                .replace("\ndocuments:\n", "\ndocuments:\n  test-exchange: not-required\n"));
            }
            return others;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bean that holds it alone. */
    public static Agreements agreements() {
        return Agreements.load(Path.of("config/agreements"));
    }
}
