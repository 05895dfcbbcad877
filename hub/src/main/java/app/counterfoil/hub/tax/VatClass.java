package app.counterfoil.hub.tax;

/** How the law rates a product when it is sold within the United Kingdom. */
public enum VatClass {
    /** The standard rate, for everything the law does not treat otherwise. */
    STANDARD,
    /** The reduced rate, such as for children's car seats. */
    REDUCED,
    /** Taxable at nought, such as printed books, most food and children's clothes. */
    ZERO,
    /** Not taxable at all, such as insurance. */
    EXEMPT
}
