package jp.kakehashi.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an extract.
 *
 * @param noticedAt when the hub took or refused it; its files were erased then
 * @param extractedAt when the collection system was read; empty if it did not even say that
 * @param imported whether its findings were taken
 * @param reason why it was refused, in Japanese: file, line, column; empty if it was taken
 * @param people how many people it was about
 */
public record ArrivedExtract(
        Instant noticedAt, Optional<Instant> extractedAt, boolean imported, String reason, int people) {}
