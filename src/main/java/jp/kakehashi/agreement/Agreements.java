package jp.kakehashi.agreement;

import java.nio.file.Path;
import java.util.List;

/** The agreements of this office, read once at the start. */
public class Agreements {

    private final List<Agreement> all;

    Agreements(List<Agreement> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads every {@code *.yaml} of a folder.
     *
     * @throws AgreementException naming every mistake of every file, with its key
     */
    public static Agreements load(Path folder) {
        return new Agreements(new AgreementFolder(folder).read());
    }

    /**
     * One agreement.
     *
     * @param id the name of its file without {@code .yaml}
     * @throws IllegalArgumentException for an unknown one
     */
    public Agreement of(String id) {
        return all.stream()
                .filter(agreement -> agreement.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no agreement " + id));
    }

    /**
     * The agreement of an office that has one.
     *
     * @throws IllegalStateException where there are several
     */
    public Agreement only() {
        if (all.size() != 1) {
            throw new IllegalStateException("there are " + all.size() + " agreements: one must be named");
        }
        return all.get(0);
    }

    /** Every agreement, by id. */
    public List<Agreement> all() {
        return all;
    }
}
