package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The journal tells the program's jobs apart by their ids. */
class HubJobTest {

    @Test
    void everyJobHasAnIdOfItsOwn() {
        assertThat(HubJob.values()).extracting(HubJob::id).doesNotHaveDuplicates();
    }
}
