package planted.house.desk;

/** Breaks the rule that only command prints. */
public final class Prints {

    void show(String line) {
        System.out.println(line);
    }
}
