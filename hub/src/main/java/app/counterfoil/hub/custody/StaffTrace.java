package app.counterfoil.hub.custody;

/**
 * What a module keeps of what its people have done, by their id: a place that modules fill with a bean, so that somebody who
 * asks what is held on them is told all of it.
 *
 * @param what what it is, as in {@code steps written down of orders}
 * @param count SQL that counts it, for {@code :seller} and {@code :person}
 */
public record StaffTrace(String what, String count) {}
