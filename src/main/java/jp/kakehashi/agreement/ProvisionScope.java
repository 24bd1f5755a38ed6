package jp.kakehashi.agreement;

/** Who stands in a ②. */
public enum ProvisionScope {
    /** Those newly confirmed. */
    ADDITIONS,
    /** Those newly confirmed and, again, those provided before who still belong. */
    FULL_LIST
}
