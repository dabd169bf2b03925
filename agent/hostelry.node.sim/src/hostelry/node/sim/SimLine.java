package hostelry.node.sim;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** The system behind a simulated serial line: a login, and a shell that knows a handful of words. It echoes as a line in cooked mode does. */
final class SimLine {
    private static final char BACKSPACE = '\b';
    private static final char DELETE = 0x7f;
    private static final char CTRL_C = 3;
    private static final char CTRL_D = 4;

    private enum At {
        LOGIN, PASSWORD, SHELL
    }

    private final String host;
    private final Consumer<byte[]> said;
    private final Consumer<String> ended;
    private final StringBuilder typed = new StringBuilder();
    private At at = At.LOGIN;
    private String user = "";
    private boolean over;

    SimLine(String name, Consumer<byte[]> said, Consumer<String> ended) {
        this.host = name.toLowerCase(Locale.ROOT);
        this.said = said;
        this.ended = ended;
    }

    synchronized void greet() {
        say("\r\nDebian GNU/Linux 12 " + host + " ttyS0\r\n\r\n" + host + " login: ");
    }

    /** False where it is over. */
    synchronized boolean type(byte[] bytes) {
        for (char one : new String(bytes, StandardCharsets.UTF_8).toCharArray()) {
            key(one);
        }
        return !over;
    }

    private void key(char one) {
        if (one == '\r' || one == '\n') {
            String line = typed.toString();
            typed.setLength(0);
            say("\r\n");
            line(line);
        } else if ((one == BACKSPACE || one == DELETE) && typed.length() > 0) {
            typed.setLength(typed.length() - 1);
            say(at == At.PASSWORD ? "" : "\b \b");
        } else if (one == CTRL_C) {
            typed.setLength(0);
            say("^C\r\n");
            prompt();
        } else if (one == CTRL_D && at == At.SHELL) {
            logout();
        } else if (one >= ' ' && one != DELETE) {
            typed.append(one);
            say(at == At.PASSWORD ? "" : String.valueOf(one));
        }
    }

    private void line(String line) {
        switch (at) {
            case LOGIN -> {
                user = line.strip();
                at = user.isEmpty() ? At.LOGIN : At.PASSWORD;
                prompt();
            }
            case PASSWORD -> {
                at = At.SHELL;
                say("Last login: today on ttyS0\r\n");
                prompt();
            }
            case SHELL -> command(line.strip());
        }
    }

    private void command(String line) {
        String first = line.split(" ", 2)[0];
        String rest = line.substring(first.length()).strip();
        switch (first) {
            case "" -> prompt();
            case "exit", "logout" -> logout();
            case "clear" -> {
                say("\u001b[H\u001b[2J");
                prompt();
            }
            case "hostname" -> answer(host);
            case "whoami" -> answer(user);
            case "uname" -> answer("Linux " + host + " 6.1.0-amd64 x86_64 GNU/Linux");
            case "echo" -> answer(rest);
            case "ls" -> answer("\u001b[01;34mbin\u001b[0m  \u001b[01;34metc\u001b[0m  notes.txt  \u001b[01;32mrun.sh\u001b[0m");
            default -> answer("-bash: " + first + ": command not found");
        }
    }

    private void answer(String text) {
        say(text + "\r\n");
        prompt();
    }

    private void logout() {
        at = At.LOGIN;
        say("logout\r\n");
        greet();
    }

    private void prompt() {
        say(switch (at) {
            case LOGIN -> host + " login: ";
            case PASSWORD -> "Password: ";
            case SHELL -> "\u001b[01;32m" + user + "@" + host + "\u001b[0m:\u001b[01;34m~\u001b[0m$ ";
        });
    }

    private void say(String text) {
        if (!over && !text.isEmpty()) {
            said.accept(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The guest is gone from here. */
    synchronized void end(String reason) {
        if (!over) {
            over = true;
            ended.accept(reason);
        }
    }

    synchronized void close() {
        over = true;
    }
}
