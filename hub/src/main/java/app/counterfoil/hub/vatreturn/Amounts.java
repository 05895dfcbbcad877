package app.counterfoil.hub.vatreturn;

/**
 * What something adds to the boxes, in pence and exact; boxes 3 and 5 follow from the others.
 *
 * @param one to box 1
 * @param two to box 2
 * @param four to box 4
 * @param six to box 6
 * @param seven to box 7
 * @param eight to box 8
 * @param nine to box 9
 */
public record Amounts(long one, long two, long four, long six, long seven, long eight, long nine) {

    /** Adds to no box. */
    public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0, 0, 0);

    static Amounts ofSale(long vat, long net) {
        return new Amounts(vat, 0, 0, net, 0, 0, 0);
    }

    static Amounts ofPurchase(long vat, long net) {
        return new Amounts(0, 0, vat, 0, net, 0, 0);
    }

    Amounts withOne(long vat) {
        return new Amounts(vat, two, four, six, seven, eight, nine);
    }

    Amounts withEight(long value) {
        return new Amounts(one, two, four, six, seven, value, nine);
    }

    /** Both together. */
    public Amounts plus(Amounts other) {
        return new Amounts(
                Math.addExact(one, other.one),
                Math.addExact(two, other.two),
                Math.addExact(four, other.four),
                Math.addExact(six, other.six),
                Math.addExact(seven, other.seven),
                Math.addExact(eight, other.eight),
                Math.addExact(nine, other.nine));
    }

    /** What it adds to a box, in pence; to box 5 as the difference, below nought where VAT comes back. */
    public long of(Box box) {
        return switch (box) {
            case ONE -> one;
            case TWO -> two;
            case THREE -> one + two;
            case FOUR -> four;
            case FIVE -> one + two - four;
            case SIX -> six;
            case SEVEN -> seven;
            case EIGHT -> eight;
            case NINE -> nine;
        };
    }
}
