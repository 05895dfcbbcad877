package app.counterfoil.sandbox.royalmail;

/** Numbers of the form of UPU S10, such as {@code AB123456785GB}, with their check digit. */
final class TrackingNumber {

    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private TrackingNumber() {}

    static String of(int serial) {
        var digits = "%08d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        return "ZZ" + digits + (check == 10 ? 0 : check == 11 ? 5 : check) + "GB";
    }
}
