package jp.kakehashi.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One dated step of the work on a payer's arrears.
 *
 * @param eventNo the source's own number of the event; with it the order within a day is stable
 * @param kind what was done
 * @param on when
 * @param language the language used, where it is recorded
 * @param asset what was searched or seized, where that applies
 * @param outcome what it came to, where that applies
 * @param bill the instalment it concerns; empty when it concerns all
 */
public record CollectionEvent(
        String eventNo,
        EventKind kind,
        LocalDate on,
        Optional<Language> language,
        Optional<Asset> asset,
        Optional<SearchOutcome> outcome,
        Optional<BillId> bill) {}
