package app.counterfoil.hub.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How the download of an account stands.
 *
 * @param account the account
 * @param watermark everything the channel changed before is stored
 * @param window the window being read, if one is
 * @param cursor the channel's mark of the next page, or empty
 * @param runningSince when the running download began
 * @param lastEndedAt when the last one ended
 * @param lastWrong what went wrong in it, or empty
 * @param lastMend what to do about it, or empty
 * @param placed new orders of the window
 * @param changed changed orders of the window
 * @param unread orders of the window that need attention
 * @param nextRunAt when the next one is due
 */
public record DownloadState(
        UUID account,
        Optional<Instant> watermark,
        Optional<Channel.Window> window,
        String cursor,
        Optional<Instant> runningSince,
        Optional<Instant> lastEndedAt,
        String lastWrong,
        String lastMend,
        int placed,
        int changed,
        int unread,
        Instant nextRunAt) {}
