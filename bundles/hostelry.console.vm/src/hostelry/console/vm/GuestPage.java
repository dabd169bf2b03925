package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.page.DetailsPage;
import hostelry.console.kit.page.DetailsPage.Line;
import hostelry.console.kit.page.DetailsPage.Section;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.words.Words;
import hostelry.model.Vm;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;

/** What the guest tells of itself; where nothing in it does, that is said, and what to do about it. */
final class GuestPage {
    private final Desk desk;

    GuestPage(Desk desk) {
        this.desk = desk;
    }

    Page<Vm> make(Composite parent) {
        return new DetailsPage<>(parent, desk.look(),
                List.of(new Section<>("", List.of(new Line<>("guest.agent", "Guest agent", GuestPage::agent),
                        new Line<>("", "Host name", vm -> Words.orEmpty(vm.getFqdn())),
                        new Line<>("", "System", vm -> Words.orEmpty(vm.getGuestOs())),
                        new Line<>("", "Time zone", vm -> Words.orEmpty(vm.getGuestTimeZone())))),
                        new Section<>("", List.of(new Line<>("", "IP addresses", vm -> String.join("\n", vm.getAddresses())),
                                new Line<>("guest.users", "Logged in", GuestPage::users))),
                        new Section<>("",
                                List.of(new Line<>("guest.disks", "File systems", vm -> FileSystem.read(vm.getGuestDisks()).stream()
                                        .map(FileSystem::told).collect(Collectors.joining("\n")))))));
    }

    private static String agent(Vm vm) {
        return switch (vm.getStatus()) {
            case UP, POWERING_UP, POWERING_DOWN, REBOOT_IN_PROGRESS, PAUSED, MIGRATING -> vm.isGuestAgent()
                    ? "Answers"
                    : "Does not answer. Install and start qemu-guest-agent in the guest.";
            default -> "The machine does not run.";
        };
    }

    private static String users(Vm vm) {
        return vm.isGuestAgent() && vm.getGuestUsers().isEmpty() ? "Nobody" : String.join(", ", vm.getGuestUsers());
    }
}
