package planted.verbs;

import org.springframework.stereotype.Component;

/** A bean with verbs that the planted routes call. */
@Component
public final class Parcels {

    /** Gives the next parcel. */
    public String next() {
        return "parcel";
    }

    /** Seals it. */
    public String seal(String parcel) {
        return parcel;
    }

    /** Whether it is sealed. */
    public boolean isSealed(String parcel) {
        return !parcel.isEmpty();
    }

    /** Weighs it. */
    public int weigh(String parcel) {
        return parcel.length();
    }

    /** Weighs it again: an overload, which no route may call. */
    public int weigh(byte[] parcel) {
        return parcel.length;
    }
}
