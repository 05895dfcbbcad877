package app.counterfoil.vault.journal;

import app.counterfoil.vault.seal.CheckpointSignature;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A signed hash over a range of the journal, as it is stored.
 *
 * @param format what the hash is made over; 2 since ranges know their cluster
 * @param number counts from 1 without a gap
 * @param madeAt when it was made
 * @param cluster the database cluster whose transactions are counted
 * @param fromXact the first transaction covered
 * @param toXact the first transaction no longer covered
 * @param entries how many entries are covered
 */
record Checkpoint(
        int format,
        int number,
        Instant madeAt,
        long cluster,
        long fromXact,
        long toXact,
        int entries,
        byte[] hash,
        byte[] signature) {

    /** The same checkpoint with the hash of its range, signed. */
    Checkpoint signed(int covered, byte[] hashed, CheckpointSignature by) {
        return new Checkpoint(format, number, madeAt, cluster, fromXact, toXact, covered, hashed, by.sign(hashed));
    }

    /** The checkpoint as a witness remembers it. */
    CheckpointWitness.Head head() {
        return new CheckpointWitness.Head(number, HexFormat.of().formatHex(hash));
    }
}
