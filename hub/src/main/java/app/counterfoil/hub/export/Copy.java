package app.counterfoil.hub.export;

import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A file that was made of orders, without what is in it.
 *
 * @param id which one
 * @param number its number in the shop
 * @param purpose what it was made for
 * @param recipient who receives it, as a code
 * @param format as what it was written
 * @param subject under whom it is sealed
 * @param mark from what the codes and the order of its rows are reckoned
 * @param madeAt when it was asked for, business time
 * @param madeBy who asked for it
 * @param endsOn first day on which it cannot be fetched
 * @param state where it stands
 * @param rows how many rows it has
 * @param people how many of them name somebody
 * @param blank how many name nobody though the purpose would carry it
 * @param columns the headings of the columns in which anything stands
 * @param bytes how large it is
 */
public record Copy(
        UUID id,
        int number,
        ExportPurpose purpose,
        String recipient,
        CopyFormat format,
        SubjectId subject,
        UUID mark,
        Instant madeAt,
        UUID madeBy,
        LocalDate endsOn,
        CopyState state,
        int rows,
        int people,
        int blank,
        List<String> columns,
        long bytes) {

    /** Copies the list. */
    public Copy {
        columns = List.copyOf(columns);
    }

    /** The same, made. */
    Copy ready(int ofRows, int ofPeople, int ofBlank, List<String> headings, long size) {
        return new Copy(
                id,
                number,
                purpose,
                recipient,
                format,
                subject,
                mark,
                madeAt,
                madeBy,
                endsOn,
                CopyState.READY,
                ofRows,
                ofPeople,
                ofBlank,
                headings,
                size);
    }

    /** Whether it can be fetched on that day. */
    public boolean standsOn(LocalDate today) {
        return state == CopyState.READY && endsOn.isAfter(today);
    }

    /** Where it stands on that day, in a word or two. */
    public String stateOn(LocalDate today) {
        return state == CopyState.READY && !endsOn.isAfter(today) ? "Ended" : state.title();
    }

    /** What the file is called. */
    public String fileName() {
        return (format == CopyFormat.ZIP ? "documents" : "orders") + "-copy-" + number + "." + format.ending();
    }

    /** The reason under which openings for it stand in the journal. */
    public String journalled() {
        return "EXPORT_COPY_" + number;
    }
}
