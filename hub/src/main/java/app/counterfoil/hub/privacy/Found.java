package app.counterfoil.hub.privacy;

/**
 * What a look at the running system has found.
 *
 * @param what what was looked at
 * @param isWell whether it is as it should be
 * @param sentence what was found
 */
record Found(LiveProof what, boolean isWell, String sentence) {

    static Found well(LiveProof what, String sentence) {
        return new Found(what, true, sentence);
    }

    static Found of(LiveProof what, boolean isWell, String well, String otherwise) {
        return new Found(what, isWell, isWell ? well : otherwise);
    }
}
