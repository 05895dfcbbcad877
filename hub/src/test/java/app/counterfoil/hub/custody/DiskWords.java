package app.counterfoil.hub.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lends other tests the search for a word in a file, in every way a word can be written down. */
public final class DiskWords {

    private DiskWords() {}

    /** The ways in which the word stands in the file. */
    public static List<String> in(Path file, String word) throws IOException {
        return DiskSearch.search(file, word);
    }
}
