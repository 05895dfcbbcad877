package app.counterfoil.sandbox.change;

import app.counterfoil.sandbox.world.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Lets an account's orders change, in a row that depends on nothing but the seed and the orders. */
public final class Evolution {

    /**
     * Something that was done.
     *
     * @param order the order
     * @param change what was done to it
     * @param at the time it bears
     */
    public record Done(String order, Change change, Instant at) {}

    private final Account account;
    private final Changes changes;
    private final Random random;

    /** Changes the orders of an account. */
    public Evolution(Account account, Changes changes, long seed) {
        this.account = account;
        this.changes = changes;
        this.random = new Random(seed);
    }

    /**
     * Makes so many changes of the given kinds, to the given orders or to all; fewer if no order allows more of them.
     *
     * @param allowed the kinds, or none for all
     * @param orders the orders, or none for all
     * @param at the time the changes bear; an order that was changed later than that bears its own time and a second
     */
    public List<Done> evolve(int count, Set<Change> allowed, List<String> orders, Instant at) {
        var done = new ArrayList<Done>();
        for (int i = 0; i < count; i++) {
            var next = one(allowed.isEmpty() ? EnumSet.allOf(Change.class) : allowed, orders, at);
            if (next.isEmpty()) {
                return List.copyOf(done);
            }
            done.add(next.get());
        }
        return List.copyOf(done);
    }

    private Optional<Done> one(Set<Change> allowed, List<String> orders, Instant at) {
        var kinds = new ArrayList<>(EnumSet.copyOf(allowed));
        Collections.shuffle(kinds, random);
        synchronized (account) {
            var candidates = new ArrayList<>(account.orders().stream()
                    .filter(order -> orders.isEmpty() || orders.contains(id(order)))
                    .toList());
            Collections.shuffle(candidates, random);
            for (var kind : kinds) {
                for (var order : candidates) {
                    var last = changes.lastChange(order);
                    var time = at.isAfter(last) ? at : last.plusSeconds(1);
                    var changed = changes.make(kind, account, order.deepCopy(), random, time);
                    if (changed.isPresent()) {
                        account.put(id(order), changed.get());
                        return Optional.of(new Done(id(order), kind, time));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String id(ObjectNode order) {
        return order.get("orderId").asString();
    }
}
