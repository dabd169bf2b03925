package hostelry.node.libvirt.guests;

import java.security.SecureRandom;

/** Passwords that nobody ever learns: a console without a ticket has one, so that nobody gets in. */
final class Passwords {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private Passwords() {}

    /** 8 characters: VNC knows no more. It is out of date besides. */
    static String unknowable() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
