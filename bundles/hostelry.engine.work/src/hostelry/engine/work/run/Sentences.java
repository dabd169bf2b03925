package hostelry.engine.work.run;

import hostelry.api.Catalogue.VerbInfo;
import hostelry.engine.spi.Authority;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of events and their codes. Codes below 100,000 are oVirt's audit log types, so that scripts that look for them find them; acts that oVirt
 * does not know, and outcomes that it has no code for, have numbers of our own.
 */
final class Sentences {
    static final int DONE = 100_000;
    static final int FAILED = 100_001;
    static final int CANCELLED = 100_002;
    static final int NOT_PERMITTED = Authority.REFUSED;

    private record Codes(int done, int failed) {}

    private static final Map<String, Codes> CODES = Map.ofEntries(Map.entry("StartVm", new Codes(153, 54)),
            Map.entry("StopVm", new Codes(33, 56)),
            Map.entry("ShutdownVm", new Codes(73, 74)), Map.entry("AddVm", new Codes(34, 57)),
            Map.entry("GrantPermission", new Codes(850, 851)),
            Map.entry("RevokePermission", new Codes(852, 853)), Map.entry("AddRole", new Codes(854, 855)),
            Map.entry("UpdateRole", new Codes(856, 857)), Map.entry("RemoveRole", new Codes(858, 859)),
            Map.entry("AddTemplate", new Codes(41, 61)), Map.entry("UpdateTemplate", new Codes(366, 367)),
            Map.entry("RemoveTemplate", new Codes(253, 252)), Map.entry("CloneVm", new Codes(34, 57)),
            Map.entry("UpdateVm", new Codes(35, 58)),
            Map.entry("RemoveVm", new Codes(113, 59)), Map.entry("ChangeCd", new Codes(38, 102)),
            Map.entry("AttachDisk", new Codes(2016, 2017)),
            Map.entry("UpdateDiskAttachment", new Codes(88, 89)), Map.entry("DetachDisk", new Codes(2018, 2019)),
            Map.entry("AddNic", new Codes(932, 933)),
            Map.entry("UpdateNic", new Codes(934, 935)), Map.entry("RemoveNic", new Codes(930, 931)),
            Map.entry("AddDisk", new Codes(2021, 2022)),
            Map.entry("RemoveDisk", new Codes(2014, 2015)), Map.entry("AddHost", new Codes(42, 104)),
            Map.entry("UpdateHost", new Codes(43, 105)),
            Map.entry("RemoveHost", new Codes(44, 106)), Map.entry("ActivateHost", new Codes(16, 18)),
            Map.entry("DeactivateHost", new Codes(600, 17)),
            Map.entry("AddCluster", new Codes(809, 810)), Map.entry("UpdateCluster", new Codes(811, 812)),
            Map.entry("RemoveCluster", new Codes(813, 814)),
            Map.entry("AddDataCenter", new Codes(950, 951)), Map.entry("UpdateDataCenter", new Codes(952, 953)),
            Map.entry("RemoveDataCenter", new Codes(954, 955)),
            Map.entry("AddStorageDomain", new Codes(956, 957)), Map.entry("UpdateStorageDomain", new Codes(958, 959)),
            Map.entry("RemoveStorageDomain", new Codes(960, 961)), Map.entry("ActivateStorageDomain", new Codes(966, 967)),
            Map.entry("DeactivateStorageDomain", new Codes(968, 969)), Map.entry("AddNetwork", new Codes(942, 943)),
            Map.entry("UpdateNetwork", new Codes(1114, 1115)),
            Map.entry("RemoveNetwork", new Codes(944, 945)));

    /** What has happened to the object, by the first word of the verb's name. */
    private static final Map<String, String> DONE_TO = Map.ofEntries(Map.entry("Start", "was started"),
            Map.entry("Stop", "was powered off"),
            Map.entry("Shutdown", "was asked to shut down"), Map.entry("Add", "was added"), Map.entry("Update", "was changed"),
            Map.entry("Remove", "was removed"),
            Map.entry("Activate", "was activated"), Map.entry("Deactivate", "was put into maintenance"),
            Map.entry("Attach", "was attached"),
            Map.entry("Detach", "was detached"));

    private Sentences() {}

    static int done(String verb) {
        Codes codes = CODES.get(verb);
        return codes == null ? DONE : codes.done();
    }

    static int failed(String verb) {
        Codes codes = CODES.get(verb);
        return codes == null ? FAILED : codes.failed();
    }

    /** {@code VM web1 was started by admin@internal (host: box).} */
    static String done(VerbInfo verb, String title, String user, @Nullable String host) {
        String happened = DONE_TO.get(firstWord(verb.name()));
        // "Start VM web1" less its label "Start" leaves what it was done to
        String object = title.startsWith(verb.label() + " ") ? title.substring(verb.label().length() + 1) : "";
        String where = host == null ? "" : " (host: " + host + ")";
        if (happened == null || object.isEmpty()) {
            return title + ": done by " + user + where + ".";
        }
        return capital(object) + " " + happened + " by " + user + where + ".";
    }

    static String failed(String title, String user, String reason) {
        return title + ", asked for by " + user + ", failed: " + reason;
    }

    static String cancelled(String title, String user) {
        return title + ", asked for by " + user + ", was cancelled.";
    }

    static String notPermitted(String title, String user, String permit) {
        return user + " tried without permission (" + permit + "): " + title + ".";
    }

    private static String firstWord(String name) {
        int end = 1;
        while (end < name.length() && !Character.isUpperCase(name.charAt(end))) {
            end++;
        }
        return name.substring(0, Math.min(end, name.length()));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
