package hostelry.node.libvirt.guests;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in at the SPICE consoles, and with which password they came: a viewer that goes along with a guest to another host shows the same one there. It is kept in
 * memory alone, and for as long as that viewer is in.
 */
final class Viewers {
    /** libvirt's phases of a line: it is opened, it has shown the password, it is closed. */
    static final int COME = 0;
    static final int IN = 1;
    static final int OUT = 2;

    private final Map<String, Room> rooms = new HashMap<>();

    private static final class Room {
        private int lines;
        /** Of the last ticket. */
        private String given = "";
        /** Of whoever is in. */
        private String shown = "";
    }

    /** A ticket was made, or has come along from another host. */
    synchronized void ticket(String guest, String password) {
        Room room = rooms.computeIfAbsent(guest, id -> new Room());
        room.given = password;
    }

    synchronized void line(String guest, int phase) {
        Room room = rooms.computeIfAbsent(guest, id -> new Room());
        switch (phase) {
            case COME -> room.lines++;
            case IN -> room.shown = room.given;
            default -> {
                if (--room.lines <= 0) {
                    rooms.remove(guest);
                }
            }
        }
    }

    /** A viewer came along with the guest: it was in before this host knew with what. */
    synchronized void cameAlong(String guest, String password) {
        Room room = rooms.get(guest);
        if (room != null && room.lines > 0) {
            room.shown = password;
        }
    }

    /** What the viewer that is in has shown; empty: nobody is. */
    synchronized Optional<String> inside(String guest) {
        Room room = rooms.get(guest);
        return room == null || room.lines <= 0 || room.shown.isEmpty() ? Optional.empty() : Optional.of(room.shown);
    }
}
