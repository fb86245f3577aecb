package crooked.cli;

import tools.jackson.core.JsonToken;

/** Does what only its package may do, so that a rule that refuses everybody is found out too. */
public class Command {
    JsonToken token = JsonToken.NOT_AVAILABLE;

    void print() {
        System.out.println(token);
        System.exit(1);
    }
}
