package crooked.cli;

/** Does what only its package may do, so that a rule that refuses everybody is found out too. */
public class Command {
    void print() {
        System.out.println("done");
        System.exit(1);
    }
}
