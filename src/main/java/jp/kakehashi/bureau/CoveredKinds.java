package jp.kakehashi.bureau;

import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.mailroom.ParcelTaker;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The receiving office waits for every kind of document that an agreement covers, but for its own questions. */
@Component
@Profile("bureau")
class CoveredKinds implements ParcelTaker {

    private final Agreements agreements;

    CoveredKinds(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public boolean takes(DocumentKind kind) {
        return kind != DocumentKind.INQUIRY
                && agreements.all().stream()
                        .anyMatch(agreement -> agreement.documents().of(kind).isPresent());
    }
}
