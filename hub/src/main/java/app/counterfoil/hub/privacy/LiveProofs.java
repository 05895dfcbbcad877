package app.counterfoil.hub.privacy;

import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.channel.DownloadState;
import app.counterfoil.hub.channel.DownloadStates;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.register.KnownToRegister;
import app.counterfoil.hub.register.ProcessingRegister;
import app.counterfoil.hub.register.Receiver;
import app.counterfoil.hub.review.AccessReviews;
import app.counterfoil.hub.review.ReviewKind;
import app.counterfoil.hub.review.Reviews;
import app.counterfoil.hub.review.ToReview;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.safekeeping.KnownBackups;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the running system, now; what cannot be looked at is not well. */
@Component
class LiveProofs {

    private static final Logger LOG = LoggerFactory.getLogger(LiveProofs.class);
    private static final Duration BACKUP_LASTS = Duration.ofDays(2);
    private static final Duration DOWNLOAD_LATE = Duration.ofHours(6);
    private static final int QUARTER_AND_A_WEEK = 99;

    private final ProcessingRegister register;
    private final KnownToRegister known;
    private final Custody custody;
    private final Requests requests;
    private final Breaches breaches;
    private final Reviews reviews;
    private final AccessReviews access;
    private final KnownBackups backups;
    private final DownloadStates downloads;
    private final Letters letters;
    private final JdbcClient db;
    private final BusinessClock clock;

    LiveProofs(
            ProcessingRegister register,
            KnownToRegister known,
            Custody custody,
            Requests requests,
            Breaches breaches,
            Reviews reviews,
            AccessReviews access,
            KnownBackups backups,
            DownloadStates downloads,
            Letters letters,
            JdbcClient db,
            BusinessClock clock) {
        this.register = register;
        this.known = known;
        this.custody = custody;
        this.requests = requests;
        this.breaches = breaches;
        this.reviews = reviews;
        this.access = access;
        this.backups = backups;
        this.downloads = downloads;
        this.letters = letters;
        this.db = db;
        this.clock = clock;
    }

    /** All of them for a seller. */
    Map<LiveProof, Found> of(SellerId seller) {
        var found = new EnumMap<LiveProof, Found>(LiveProof.class);
        for (var proof : LiveProof.values()) {
            found.put(proof, looked(seller, proof));
        }
        return found;
    }

    private Found looked(SellerId seller, LiveProof proof) {
        try {
            return look(seller, proof);
        } catch (RuntimeException cannot) {
            LOG.warn(
                    "a proof cannot be looked at proof={} kind={}",
                    proof,
                    cannot.getClass().getSimpleName());
            return new Found(proof, false, "It cannot be looked at now; the log says why.");
        }
    }

    private Found look(SellerId seller, LiveProof proof) {
        return switch (proof) {
            case REGISTER -> register();
            case JOURNAL -> journal(seller);
            case ENDS -> ends(seller);
            case REQUESTS -> requests(seller);
            case BREACHES -> breaches(seller);
            case AGREEMENTS -> agreements(seller);
            case REVIEWS -> reviews(seller);
            case ACCESS -> access(seller);
            case BACKUP -> backup();
            case TWO_SITES -> twoSites();
            case CHANNELS -> channels(seller);
            case LETTERS -> letters(seller);
        };
    }

    private Found register() {
        var drift = known.drift();
        return Found.of(
                LiveProof.REGISTER,
                drift.isNone(),
                "The system holds nothing that the register does not speak of.",
                drift.unknown().size() + drift.gone().size() + " things have moved apart.");
    }

    private Found journal(SellerId seller) {
        var check = custody.in(seller, vault -> vault.journal().check());
        return Found.of(
                LiveProof.JOURNAL,
                check.flaws().isEmpty(),
                "%,d signed checkpoints over %,d entries hold; %,d entries await the next."
                        .formatted(check.checkpoints(), check.covered(), check.open()),
                check.flaws().size() + " places are not as they were signed.");
    }

    private Found ends(SellerId seller) {
        return custody.in(seller, vault -> vault.erasures().overdueSince())
                .map(since -> new Found(
                        LiveProof.ENDS, false, "What was to end on " + Written.day(since) + " has not ended yet."))
                .orElseGet(() -> Found.well(LiveProof.ENDS, "Every day that has come has ended."));
    }

    private Found requests(SellerId seller) {
        var overdue = requests.overdue(seller);
        return Found.of(
                LiveProof.REQUESTS, overdue == 0, "All that is open is within its time.", overdue + " are overdue.");
    }

    private Found breaches(SellerId seller) {
        var now = clock.now();
        var late = breaches.all(seller).stream()
                .filter(incident -> !incident.what().drill())
                .map(incident -> breaches.one(seller, incident.id()))
                .filter(file ->
                        file.duties().stream().anyMatch(duty -> duty.decided().isEmpty() && duty.isLate(now)))
                .count();
        return Found.of(
                LiveProof.BREACHES, late == 0, "Every duty is decided or within its hours.", late + " are late.");
    }

    private Found agreements(SellerId seller) {
        var without = register.receivers(seller).stream()
                .filter(each -> each.agreement().isEmpty())
                .map(Receiver::name)
                .collect(Collectors.joining(", "));
        return Found.of(
                LiveProof.AGREEMENTS,
                without.isEmpty(),
                "All who are connected have one.",
                "None is on file with " + without + "; nothing is handed over there.");
    }

    private Found reviews(SellerId seller) {
        var overdue = reviews.overdue(seller);
        return Found.of(
                LiveProof.REVIEWS,
                overdue.isEmpty(),
                "Everything has an owner and a day to come.",
                "Overdue: "
                        + overdue.stream()
                                .map(ToReview::thing)
                                .map(each -> each.title())
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private Found access(SellerId seller) {
        var due = reviews.one(seller, ReviewKind.ACCESS, "ACCESS");
        var last = access.all(seller).stream()
                .flatMap(round -> round.closedAt().stream())
                .max(Comparator.naturalOrder());
        var isRecent = last.filter(at -> at.isAfter(clock.now().minus(Duration.ofDays(QUARTER_AND_A_WEEK))))
                .isPresent();
        var well = isRecent && !due.isOverdue(clock.today());
        return Found.of(
                LiveProof.ACCESS,
                well,
                "Closed on " + last.map(Written::dayOf).orElse("") + ".",
                last.map(at -> "The last one was closed on " + Written.dayOf(at) + ".")
                        .orElse("None was closed yet."));
    }

    private Found backup() {
        var newest = backups.newest();
        var well =
                newest.filter(at -> at.isAfter(clock.now().minus(BACKUP_LASTS))).isPresent();
        return Found.of(
                LiveProof.BACKUP,
                well,
                "Made and read again from end to end on "
                        + newest.map(Written::moment).orElse("") + ".",
                newest.map(at -> "The newest is of " + Written.moment(at) + ".")
                        .orElse("None is there that opens with the keys of today: ./counterfoil backup makes one."));
    }

    private Found twoSites() {
        var following = db.sql("SELECT count(*) FROM pg_stat_replication")
                .query(Long.class)
                .single();
        return Found.of(
                LiveProof.TWO_SITES,
                following > 0,
                "A standby follows the database.",
                "No standby follows: ./counterfoil standby sets one up.");
    }

    private Found channels(SellerId seller) {
        var late = clock.now().minus(DOWNLOAD_LATE);
        var behind = downloads.of(seller).stream()
                .filter(state -> isBehind(state, late))
                .count();
        return Found.of(
                LiveProof.CHANNELS,
                behind == 0,
                "All that are connected are read up to the last hours.",
                behind + " are behind or have failed; Connections says why.");
    }

    private static boolean isBehind(DownloadState state, Instant late) {
        return !state.lastWrong().isEmpty()
                || state.watermark().filter(late::isAfter).isPresent();
    }

    private Found letters(SellerId seller) {
        var unsent = letters.unsent(seller, 1_000);
        return Found.of(
                LiveProof.LETTERS,
                unsent.isEmpty(),
                "None waits or came back.",
                unsent.size() + " have not arrived. "
                        + unsent.stream().findFirst().map(each -> each.wrong()).orElse(""));
    }
}
