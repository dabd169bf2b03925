package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.AlertsStrip;
import hostelry.bots.Confirmation;
import hostelry.bots.EventsStrip;
import hostelry.bots.HostelryWindow;
import hostelry.bots.TasksStrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on: tasks with their steps and reasons, events by severity, words and object. */
class TasksAndEventsTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void aTaskTellsItsStepsWhoAndWhyItFailed() {
        TasksStrip tasks = window.tasksStrip();
        tasks.select("Start build2");
        window.bot().waitUntil("why it failed",
                () -> tasks.why().equals("No host had room for build2. Make room on one of the hosts."));
        assertTrue(tasks.facts().startsWith("carol@internal  ·  "), tasks::facts);
        assertTrue(tasks.facts().contains("Correlation id c-"), tasks::facts);
        assertEquals(List.of("Validating", "Executing", "Finalizing"), tasks.steps("Start build2"));
        window.screenshot("tasks-failed");
    }

    @Test
    void tasksAreFilteredByHowTheyStandAndWhoAsked() {
        TasksStrip tasks = window.tasksStrip();
        tasks.show("Failed");
        window.bot().waitUntil("failed ones alone", () -> tasks.lists("Start build2") && !tasks.lists("Copy db1_Disk1 to isos"));
        tasks.show("Mine");
        window.bot().waitUntil("mine alone", () -> !tasks.lists("Start build2"));
        tasks.show("All");
        window.bot().waitUntil("all", () -> tasks.lists("Start build2"));
    }

    @Test
    void whatIsOverIsClearedAway() {
        window.vmsTable().shutDown("mail2");
        TasksStrip tasks = window.tasksStrip();
        tasks.waitFor("Shut down mail2", "Done", SOON);
        tasks.clearFinished();
        window.bot().waitUntil("it is gone", () -> !tasks.lists("Shut down mail2"));
        assertFalse(tasks.lists("Start build2"));
        tasks.showCleared();
        window.bot().waitUntil("it is back", () -> tasks.lists("Shut down mail2") && tasks.lists("Start build2"));
        window.vmsTable().start("mail2");
        tasks.waitFor("Start mail2", "Done", SOON);
    }

    @Test
    void alertsAreCountedAndDismissed() {
        AlertsStrip alerts = window.alertsStrip();
        window.bot().waitUntil("warnings and worse", () -> alerts.texts().contains("Storage domain local-data is 70 % full."));
        assertFalse(alerts.texts().contains("The engine has started."));
        window.screenshot("alerts");
        int before = alerts.texts().size();
        assertEquals("Alerts (" + before + ")", alerts.tab());
        alerts.dismiss("lodge2");
        Confirmation question = window.confirmation("Dismiss alerts");
        assertEquals("Host lodge2 is hot.", question.names());
        window.screenshot("alerts-dismiss");
        question.yes();
        window.bot().waitUntil("it is gone", () -> alerts.tab().equals("Alerts (" + (before - 1) + ")"));
        assertFalse(alerts.texts().contains("Host lodge2 is hot."));
    }

    @Test
    void aTaskOfSomebodyElseIsCancelled() {
        TasksStrip tasks = window.tasksStrip();
        tasks.waitFor("Copy db1_Disk1 to isos", "Running", SOON);
        tasks.select("Copy db1_Disk1 to isos");
        window.screenshot("tasks-running");
        tasks.cancel("Copy db1_Disk1 to isos");
        tasks.waitFor("Copy db1_Disk1 to isos", "Cancelled", SOON);
    }

    @Test
    void eventsAreFilteredAndLeadToWhatTheyAreAbout() {
        EventsStrip events = window.eventsStrip();
        events.severity("Errors");
        window.bot().waitUntil("errors alone", () -> events.texts().equals(List.of("build2 could not be started: no host had room.")));
        events.severity("All");
        events.filter("70 %");
        window.bot().waitUntil("one of many", () -> events.count().startsWith("1 of "));
        events.filter("");
        window.hostsTable().select("lodge1");
        events.onlySelected();
        window.bot().waitUntil("of the host alone",
                () -> events.texts().contains("Host lodge1 is up.") && !events.texts().contains("The engine has started."));
        window.screenshot("events-selected");
        events.onlySelected();
        events.severity("Errors");
        window.bot().waitUntil("the error", () -> events.texts().size() == 1);
        events.table().open("build2");
        window.bot().waitUntil("the machine's pages", () -> window.bot().exists(org.eclipse.swt.custom.CTabItem.class, "vm.general")
                && !window.bot().exists(org.eclipse.swt.widgets.Table.class, "vms"));
        events.severity("All");
    }

    @Test
    void whatIsShownIsExported(@TempDir Path folder) throws IOException {
        EventsStrip events = window.eventsStrip();
        events.severity("Warnings");
        window.bot().waitUntil("fewer", () -> events.texts().stream().noneMatch("The engine has started."::equals));
        Path file = folder.resolve("events.csv");
        events.export(file);
        window.bot().waitUntil("the file is there", () -> Files.exists(file));
        List<String> lines = Files.readAllLines(file);
        assertEquals("Time,Severity,Event,About,User,Code,Correlation id", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.contains(",warning,Storage domain local-data is 70 % full.,")), lines::toString);
        assertFalse(lines.stream().anyMatch(line -> line.contains("The engine has started.")), lines::toString);
        events.severity("All");
    }
}
