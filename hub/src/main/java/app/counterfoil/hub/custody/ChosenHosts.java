package app.counterfoil.hub.custody;

import java.util.List;

/**
 * Lent by settings with which whoever runs the installation sends something to a machine of their choice: their mail server,
 * their key service. The program cannot know these hosts; the operator's record of processing has to name whose they are.
 */
public interface ChosenHosts {

    /**
     * Such a host.
     *
     * @param host its name
     * @param receives what it is sent, as the end of a sentence
     */
    record ChosenHost(String host, String receives) {}

    /** Those that are set now, this machine itself among them. */
    List<ChosenHost> hosts();
}
