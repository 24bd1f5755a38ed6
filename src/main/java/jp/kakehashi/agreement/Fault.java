package jp.kakehashi.agreement;

/**
 * One mistake in an agreement file.
 *
 * @param key the path of the key, such as {@code release.witnesses}
 * @param japanese what is expected, for the office
 * @param english the same
 */
public record Fault(String key, String japanese, String english) {

    Fault under(String parent) {
        return new Fault(parent.isEmpty() ? key : key.isEmpty() ? parent : parent + "." + key, japanese, english);
    }

    @Override
    public String toString() {
        return "%s: %s / %s".formatted(key, japanese, english);
    }
}
