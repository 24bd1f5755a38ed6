package jp.kakehashi.agreement;

/**
 * One of the two bodies.
 *
 * @param office its name, such as 新宿区
 * @param section the section in charge
 * @param telephone its number on file
 */
public record Office(
        @Key("Name of the body, such as 新宿区.") String office,
        @Key("Its section in charge, such as 総務部滞納対策課.") String section,

        @Key("Telephone number on file: passwords are told, and a wrong delivery is reported, by this number.")
        String telephone) {

    public Office {
        new Faults()
                .matches("telephone", telephone, "[0-9]{2,5}-[0-9]{1,4}-[0-9]{4}", "03-0000-0000")
                .refuse();
    }

    /** Body and section in one line. */
    public String name() {
        return office + " " + section;
    }
}
