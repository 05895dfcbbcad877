package app.counterfoil.hub.custody;

import app.counterfoil.hub.clock.ThisMachine;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.NotUnderstood;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.vault.VaultRefusal;
import app.counterfoil.vault.keys.Epoch;
import app.counterfoil.vault.keys.KeyRing;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows the epochs of the keys and what the backup horizon means, or turns the epoch now. */
@Component
class KeysCommand implements Command {

    private static final String USAGE = "./counterfoil keys, or ./counterfoil keys turn [--home DIR]";
    /** Epochs that are long gone are counted and not listed. */
    private static final int MOST_GONE = 5;

    private final StorageSettings storage;
    private final KeySettings settings;
    private final ObjectProvider<TurnOfEpoch> turnOfEpoch;

    KeysCommand(StorageSettings storage, KeySettings settings, ObjectProvider<TurnOfEpoch> turnOfEpoch) {
        this.storage = storage;
        this.settings = settings;
        this.turnOfEpoch = turnOfEpoch;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public String help() {
        return "shows the epochs of the keys and what the backup horizon means; keys turn begins a new one now";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var turns = arguments.equals(List.of("turn"));
        if (!turns && !arguments.isEmpty()) {
            throw new NotUnderstood(String.join(" ", arguments), USAGE);
        }
        try {
            if (turns) {
                turn(out);
            }
            show(out);
        } catch (VaultRefusal refusal) {
            throw new KeysRefused(refusal);
        }
        return 0;
    }

    private void turn(PrintStream out) {
        var turned = turnOfEpoch
                .getObject()
                .turn(renewed -> out.print("\r  " + renewed.keys() + " keys brought under the new epoch"));
        out.printf(
                "%nEpoch %d is in use: %,d keys brought under it; %,d groups had lost somebody and got a new key, with %,d others in them.%n",
                turned.epoch(),
                turned.renewed().keys(),
                turned.renewed().groups(),
                turned.renewed().subjects());
        turned.unreadable()
                .forEach((seller, keys) -> out.printf(
                        "Of shop %s %,d keys cannot be read and stay as they are: ./counterfoil verify names what is damaged. A backup from before can mend it while the backup horizon lasts.%n",
                        seller, keys));
        if (!turned.destroyed().isEmpty()) {
            out.println("The keys of epochs " + turned.destroyed() + " are destroyed"
                    + (untilEverybodyHasDropped(out)
                            ? ", and no running program has them in memory any more."
                            : "; a program that was running may have them in memory for a minute yet."));
        }
        out.println();
    }

    /**
     * Programs on other machines give no sign of what they hold, so what is waited for is the time after which nobody
     * holds it; false if the wait was broken off.
     */
    private static boolean untilEverybodyHasDropped(PrintStream out) {
        var over = new CountDownLatch(1);
        try {
            for (long left = KeyRing.LONGEST_HELD.toSeconds(); left > 0; left--) {
                out.printf("\r  Every running program drops the destroyed keys: %2d s left ", left);
                var unused = over.await(1, TimeUnit.SECONDS);
            }
            return true;
        } catch (InterruptedException brokenOff) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            out.println();
        }
    }

    private void show(PrintStream out) {
        var ring = settings.ringByTheCalendar(storage.home());
        var epochs = ring.history();
        var now = now(epochs.get(epochs.size() - 1));
        var living = epochs.stream().filter(Epoch::lives).toList();
        var gone = epochs.size() - living.size();
        out.printf("%8s  %-18s  %s%n", "epoch", "made", "state");
        for (var epoch : epochs.subList(Math.max(0, gone - MOST_GONE), epochs.size())) {
            out.printf("%8d  %-18s  %s%n", epoch.number(), Written.moment(epoch.made()), state(epoch, now));
        }
        if (gone > MOST_GONE) {
            out.printf("          and %,d before them, destroyed%n", gone - MOST_GONE);
        }
        ring.unfinishedTurn()
                .ifPresent(
                        number -> out.println(
                                "\nThe turn to epoch " + number
                                        + " was not finished. The hub finishes it within a quarter of an hour; so does ./counterfoil keys turn."));
        meaning(living.get(0), living.get(living.size() - 1), now, out);
    }

    /** The clock of a training installation is ahead of the calendar, and its epochs with it. */
    private static Instant now(Epoch newest) {
        var calendar = ThisMachine.calendar().instant();
        return newest.made().isAfter(calendar) ? newest.made() : calendar;
    }

    private String state(Epoch epoch, Instant now) {
        return epoch.destroyed()
                .map(when -> "destroyed " + Written.moment(when))
                .orElseGet(() -> epoch.replaced().isEmpty()
                        ? "in use"
                        : "kept for backups, until the first turn after "
                                + Written.moment(epoch.ends(settings.backupHorizon(), now)));
    }

    private void meaning(Epoch oldest, Epoch newest, Instant now, PrintStream out) {
        out.printf(
                """

                The next turn: with the next day, while the hub runs. The backup horizon is %d days.

                A backup made now brings people back until %s at least. Make one every day.
                Backups made before %s bring nobody back: their keys are gone.
                Somebody who is forgotten now opens nowhere in the running system from that moment on. From
                older backups, together with these keys, they could be brought back until the first turn
                after %s, and after that from nowhere.
                """,
                settings.backupHorizon().toDays(),
                Written.moment(newest.ends(settings.backupHorizon(), now)),
                Written.moment(oldest.made()),
                Written.moment(newest.ends(settings.backupHorizon(), now)));
    }
}
