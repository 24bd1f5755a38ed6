package jp.kakehashi.command;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The payers of the fictitious city one after the other, so that a city of a million needs no more memory than one of ten.
 * Those who pass screening, those in good standing and those whom a rule keeps out stand evenly mixed.
 */
final class FictitiousInhabitants implements Iterator<FictitiousPayer> {

    private final FictitiousPeople people;
    private final int eligible;
    private final int inGoodStanding;
    private final int all;
    private int made;
    private int others;
    private int twists;
    private Optional<String> cardOfTwin = Optional.empty();

    FictitiousInhabitants(long seed, LocalDate today, int eligible, int inGoodStanding, int all) {
        this.people = new FictitiousPeople(seed, today);
        this.eligible = eligible;
        this.inGoodStanding = inGoodStanding;
        this.all = all;
    }

    @Override
    public boolean hasNext() {
        return made < all;
    }

    @Override
    public FictitiousPayer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (isTurn(made++, eligible, all)) {
            return people.next();
        }
        return isTurn(others++, inGoodStanding, all - eligible) ? people.nextInGoodStanding() : twisted();
    }

    /** So many turns of all, evenly spread; the first is one. */
    private static boolean isTurn(int turn, int turns, int of) {
        return (long) turn * turns % of < turns;
    }

    private FictitiousPayer twisted() {
        FictitiousPayer payer = people.next();
        if (cardOfTwin.isPresent()) {
            payer.cardIsEnteredAs(cardOfTwin.get(), payer.number);
            cardOfTwin = Optional.empty();
            return payer;
        }
        boolean last = twists + 1 >= all - eligible - inGoodStanding;
        FictitiousTwist twist = FictitiousTwist.of(twists++);
        if (twist != FictitiousTwist.SAME_CARD) {
            twist.happensTo(payer, people);
        } else if (last) {
            payer.becomesJapanese();
        } else {
            twists++;
            cardOfTwin = Optional.of(payer.card());
        }
        return payer;
    }
}
